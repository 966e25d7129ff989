package org.bandung.api;

import org.bandung.reference.money.Rates;
import org.springframework.stereotype.Component;

/// The exchange rates of this node; everybody may see them.
@Component
final class PublicRates implements RateRoutes.Known {

  private final Rates rates;

  PublicRates(Rates rates) {
    this.rates = rates;
  }

  @Override
  public Rates.Loaded now() {
    return rates.now();
  }
}
