package org.bandung.api;

import java.util.List;
import java.util.Optional;
import org.bandung.access.Mandates;
import org.bandung.funds.Fund;
import org.bandung.funds.Funds;
import org.springframework.stereotype.Component;

/// The funds of this node that everybody may see.
@Component
final class PublicFunds implements FundRoutes.Known {

  private final Funds funds;
  private final Mandates mandates;

  PublicFunds(Funds funds, Mandates mandates) {
    this.funds = funds;
    this.mandates = mandates;
  }

  @Override
  public List<FundRoutes.Told> shown() {
    return funds.shown().stream().map(this::told).toList();
  }

  @Override
  public Optional<FundRoutes.Told> shown(String id) {
    return funds.shown(id).map(this::told);
  }

  private FundRoutes.Told told(Fund f) {
    return new FundRoutes.Told(f, mandates.owner(f.owner()).map(b -> b.name()).orElse(""));
  }
}
