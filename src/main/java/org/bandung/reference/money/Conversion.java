package org.bandung.reference.money;

import java.math.BigDecimal;
import java.util.Locale;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.money.ConversionResult.Converted;
import org.bandung.reference.money.ConversionResult.NotConverted;
import org.bandung.reference.money.ConversionResult.Reason;
import org.jspecify.annotations.Nullable;

/// Converts amounts as they were reported.
///
/// `converted = round(amount × rate(currency, to, date))`, rounded half to even to the smallest
/// unit of `to` (two decimals where ISO 4217 gives none, as for XDR), once, after all steps. Zero
/// and negative amounts (corrections) are converted like any other. An amount already in `to` is
/// only rounded.
public final class Conversion {

  /// An amount with more digits before or behind the point is a mistake or an attack.
  private static final int MOST_DIGITS = 40;

  private final ExchangeRates rates;
  private final RateMethod method;

  public Conversion(ExchangeRates rates, RateMethod method) {
    this.rates = rates;
    this.method = method;
  }

  /// Whether a number has a size that money can have.
  public static boolean isUsable(BigDecimal value) {
    return value.precision() <= 2 * MOST_DIGITS
        && Math.abs((long) value.scale()) <= MOST_DIGITS
        && (long) value.precision() - value.scale() <= MOST_DIGITS;
  }

  /// The amount in another currency.
  ///
  /// @param date whose rate its reporter means: the value date, else the date of what was paid
  public ConversionResult convert(ReportedAmount amount, @Nullable PartialDate date, String to) {
    var currency = amount.currency();
    if (currency == null) {
      return new NotConverted(Reason.NO_CURRENCY, "", date);
    }
    if (date == null) {
      return new NotConverted(Reason.NO_DATE, currency, null);
    }
    if (!isUsable(amount.value())) {
      return new NotConverted(Reason.TOO_LARGE, currency, date);
    }
    var from = currency.strip().toUpperCase(Locale.ROOT);
    return switch (rates.rate(from, to, date, method)) {
      case RateResult.Rate rate ->
          new Converted(rate.times(amount.value(), Currencies.decimals(to)), to, rate);
      case RateResult.NoRate(var reason, var subject, var when) ->
          new NotConverted(Reason.of(reason), subject, when);
    };
  }
}
