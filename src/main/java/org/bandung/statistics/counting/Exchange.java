package org.bandung.statistics.counting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.money.Conversion;
import org.bandung.reference.money.ConversionResult.Converted;
import org.bandung.reference.money.ExchangeRates;
import org.bandung.reference.money.RateMethod;
import org.bandung.statistics.facts.Fact;

/// Converts amounts with the rates of this node: the mean of the month, or of the year where only
/// that is known. A missing rate is a missing value.
final class Exchange implements Segment.Money {

  private final Conversion conversion;

  Exchange(ExchangeRates rates) {
    this.conversion = new Conversion(rates, RateMethod.AVERAGE);
  }

  @Override
  public long convert(BigDecimal amount, String currency, int date, String to) {
    if (currency.equals(to)) {
      return hundredths(amount);
    }
    var reported = new ReportedAmount(amount, currency.isEmpty() ? null : currency);
    var day = date == Fact.UNKNOWN ? null : Segment.date(date);
    return conversion.convert(reported, day, to) instanceof Converted converted
        ? hundredths(converted.amount())
        : Segment.NONE;
  }

  /// Of an amount below a hundred thousand billion: sums of larger ones would not fit.
  static long hundredths(BigDecimal amount) {
    var hundredths = amount.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN);
    return hundredths.precision() <= 16 ? hundredths.longValue() : Segment.NONE;
  }
}
