package org.bandung.reference.money;

import java.math.BigDecimal;
import java.math.MathContext;
import org.bandung.kernel.PartialDate;

/// One rate as a source published it.
///
/// @param currency whose rate it is, by its ISO 4217 code
/// @param period the day, month or year it is for
/// @param method a day has a fixing; a month and a year have an average or an end
/// @param pivot in which currency it is told
/// @param value above zero
/// @param perPivot false: `value` of the pivot are one of the currency; true: `value` of the
///   currency are one of the pivot
/// @param source the key of its source
public record Quote(
    String currency,
    PartialDate period,
    RateMethod method,
    String pivot,
    BigDecimal value,
    boolean perPivot,
    String source) {

  private static final int MOST_DIGITS = 30;

  public Quote {
    if (!isUsable(value)) {
      throw new IllegalArgumentException("no rate: " + value.round(new MathContext(3)));
    }
    if ((period.day() != 0) != (method == RateMethod.FIXING)) {
      throw new IllegalArgumentException("no " + method.code() + " for " + period);
    }
    if (currency.equals(pivot)) {
      throw new IllegalArgumentException("a rate of " + currency + " to itself");
    }
  }

  /// Whether a number can be a rate: above zero, and neither so large nor so small that it only
  /// serves to wear the machine out.
  public static boolean isUsable(BigDecimal value) {
    long magnitude = (long) value.precision() - value.scale();
    return value.signum() > 0 && Math.abs(magnitude) <= MOST_DIGITS;
  }

  /// What kind of row it is part of.
  SeriesKind kind() {
    return SeriesKind.of(period, method);
  }
}
