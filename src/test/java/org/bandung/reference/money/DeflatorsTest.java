package org.bandung.reference.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.money.Deflators.Reason;
import org.bandung.reference.money.Deflators.Result.Constant;
import org.bandung.reference.money.Deflators.Result.NotDeflated;
import org.junit.jupiter.api.Test;

class DeflatorsTest {

  private static final Deflators DEFLATORS =
      Deflators.of(
          List.of(
              new Deflator(
                  "us-gdp",
                  "USD",
                  "a table",
                  new TreeMap<>(
                      Map.of(
                          2010, new BigDecimal("80"),
                          2015, new BigDecimal("96"),
                          2020, new BigDecimal("100"))))));

  private static ReportedAmount usd(String value) {
    return new ReportedAmount(new BigDecimal(value), "USD");
  }

  @Test
  void bringsAnAmountToThePricesOfTheBaseYear() {
    assertThat(DEFLATORS.constantPrices(usd("1000"), 2010, 2015, "us-gdp"))
        .isEqualTo(new Constant(new BigDecimal("1200.00"), "USD", 2010, 2015, "us-gdp", "a table"));
    assertThat(DEFLATORS.constantPrices(usd("-1200"), 2015, 2010, "us-gdp"))
        .isEqualTo(
            new Constant(new BigDecimal("-1000.00"), "USD", 2015, 2010, "us-gdp", "a table"));
    // 10 × 96 / 100 = 9.60; the base year of the series plays no part
    assertThat(DEFLATORS.constantPrices(usd("10"), 2020, 2015, "us-gdp"))
        .isEqualTo(new Constant(new BigDecimal("9.60"), "USD", 2020, 2015, "us-gdp", "a table"));
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(DEFLATORS.constantPrices(usd("1"), 2011, 2015, "us-gdp"))
        .isEqualTo(new NotDeflated(Reason.NO_SUCH_YEAR, "2011"));
    assertThat(DEFLATORS.constantPrices(usd("1"), 2010, 2021, "us-gdp"))
        .isEqualTo(new NotDeflated(Reason.NO_SUCH_YEAR, "2021"));
    assertThat(DEFLATORS.constantPrices(usd("1"), 2010, 2015, "other"))
        .isEqualTo(new NotDeflated(Reason.UNKNOWN_DEFLATOR, "other"));
    assertThat(
            DEFLATORS.constantPrices(
                new ReportedAmount(BigDecimal.ONE, "EUR"), 2010, 2015, "us-gdp"))
        .isEqualTo(new NotDeflated(Reason.OTHER_CURRENCY, "EUR"));
    assertThat(
            DEFLATORS.constantPrices(
                new ReportedAmount(BigDecimal.ONE, null), 2010, 2015, "us-gdp"))
        .isEqualTo(new NotDeflated(Reason.NO_CURRENCY, ""));
    assertThat(DEFLATORS.constantPrices(usd("1E+99"), 2010, 2015, "us-gdp"))
        .isEqualTo(new NotDeflated(Reason.TOO_LARGE, "USD"));
  }
}
