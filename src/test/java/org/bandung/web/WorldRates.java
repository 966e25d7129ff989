package org.bandung.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.money.Deflator;
import org.bandung.reference.money.Quote;
import org.bandung.reference.money.RateFile;
import org.bandung.reference.money.RateMethod;
import org.bandung.reference.money.Rates;

/// The rates of the invented world: the Meridian crown and the euro, told in dollars.
final class WorldRates {

  private WorldRates() {}

  static void receive(Rates rates) {
    rates.receive(
        to -> {
          for (var line : List.of("QMD 2019-05 0.5", "QMD 2019-08 0.5", "EUR 2019-05 1.25")) {
            var p = line.split(" ");
            to.accept(
                new Quote(
                    p[0],
                    PartialDate.parse(p[1]).orElseThrow(),
                    RateMethod.AVERAGE,
                    "USD",
                    new BigDecimal(p[2]),
                    false,
                    "crown-bank"));
          }
          return file(false, "crown-bank", "rates.csv");
        },
        false);
    var levels = new TreeMap<>(Map.of(2018, BigDecimal.TEN, 2019, new BigDecimal("11")));
    rates.receive(
        file(true, "qm-gdp", "levels.csv"),
        new Deflator("qm-gdp", "QMD", "a table", levels),
        false);
  }

  private static RateFile file(boolean deflator, String source, String name) {
    var hash = "%064x".formatted(BigInteger.valueOf(name.hashCode()).abs());
    return new RateFile(deflator, source, "table", name, hash, Instant.EPOCH, 0, 0);
  }
}
