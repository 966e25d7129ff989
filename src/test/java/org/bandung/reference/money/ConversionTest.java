package org.bandung.reference.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.reference.money.ExchangeRatesTest.date;
import static org.bandung.reference.money.ExchangeRatesTest.rates;

import java.math.BigDecimal;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.money.ConversionResult.Converted;
import org.bandung.reference.money.ConversionResult.NotConverted;
import org.bandung.reference.money.ConversionResult.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversionTest {

  private static final PartialDate DAY = date("2010-03-05");

  private final Conversion conversion =
      new Conversion(
          rates(
              "fund USD 2010-03 XDR 0.66",
              "fund EUR 2010-03 XDR 0.88",
              "fund JPY 2010-03 XDR 0.0075",
              "fund TND 2010-03 XDR 0.4"),
          RateMethod.AVERAGE);

  private String convert(String amount, @Nullable String currency, String to) {
    return switch (conversion.convert(
        new ReportedAmount(new BigDecimal(amount), currency), DAY, to)) {
      case Converted c -> c.amount().toPlainString() + " " + c.currency();
      case NotConverted n -> n.reason().code();
    };
  }

  @Test
  void roundsOnceToTheSmallestUnitOfTheTarget() {
    assertThat(convert("100", "USD", "EUR")).isEqualTo("75.00 EUR");
    assertThat(convert("100.005", "EUR", "EUR")).isEqualTo("100.00 EUR"); // half to even
    assertThat(convert("100.015", "EUR", "EUR")).isEqualTo("100.02 EUR");
    assertThat(convert("1", "USD", "JPY")).isEqualTo("88 JPY");
    assertThat(convert("1", "EUR", "TND")).isEqualTo("2.200 TND");
    assertThat(convert("1", "EUR", "XDR")).isEqualTo("0.88 XDR");
    assertThat(convert("0.01", "USD", "XOF")).isEqualTo("5 XOF"); // 0.0075 × 655.957 = 4.92
  }

  @Test
  void zeroAndCorrectionsAreConvertedLikeAnything() {
    assertThat(convert("0", "USD", "EUR")).isEqualTo("0.00 EUR");
    assertThat(convert("-100", "USD", "EUR")).isEqualTo("-75.00 EUR");
    assertThat(convert("-100.005", "EUR", "EUR")).isEqualTo("-100.00 EUR");
  }

  @Test
  void largeAmountsLoseNothing() {
    assertThat(convert("400000000000000000000000000000000.04", "USD", "EUR"))
        .isEqualTo("300000000000000000000000000000000.03 EUR");
  }

  @Test
  void saysWhyNot() {
    assertThat(convert("100", null, "EUR")).isEqualTo("no-currency");
    assertThat(convert("100", "QQQ", "EUR")).isEqualTo("unknown-currency");
    assertThat(convert("100", "KES", "EUR")).isEqualTo("no-rates-of-currency");
    assertThat(convert("1E+60", "USD", "EUR")).isEqualTo("too-large");
    assertThat(convert("1E-60", "USD", "EUR")).isEqualTo("too-large");
    assertThat(convert("1E+2147483000", "USD", "EUR")).isEqualTo("too-large");
  }

  @Test
  void withoutADateThereIsNoRate() {
    assertThat(conversion.convert(new ReportedAmount(BigDecimal.ONE, "USD"), null, "EUR"))
        .isEqualTo(new NotConverted(Reason.NO_DATE, "USD", null));
    assertThat(conversion.convert(new ReportedAmount(BigDecimal.ONE, "USD"), date("2009"), "EUR"))
        .isEqualTo(new NotConverted(Reason.NONE_AT_THAT_TIME, "USD", date("2009")));
  }

  @Test
  void takesCodesAsReportersWriteThem() {
    assertThat(convert("100", " usd ", "EUR")).isEqualTo("75.00 EUR");
  }
}
