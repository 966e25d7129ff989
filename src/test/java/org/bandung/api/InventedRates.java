package org.bandung.api;

import java.math.BigDecimal;
import java.util.List;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.money.Deflators;
import org.bandung.reference.money.ExchangeRates;
import org.bandung.reference.money.FixedRates;
import org.bandung.reference.money.Quote;
import org.bandung.reference.money.RateMethod;
import org.bandung.reference.money.Rates;

/// Exchange rates of the invented world: two months of the Meridian crown, told in dollars.
final class InventedRates {

  private InventedRates() {}

  static Rates.Loaded loaded() {
    var rates =
        ExchangeRates.of(
            FixedRates.none(),
            to ->
                List.of("2019-05", "2019-07")
                    .forEach(month ->
                        to.accept(
                            new Quote(
                                "QMD",
                                PartialDate.parse(month).orElseThrow(),
                                RateMethod.AVERAGE,
                                "USD",
                                new BigDecimal("0.25"),
                                false,
                                "crown"))));
    return new Rates.Loaded("1", rates, Deflators.of(List.of()), List.of());
  }
}
