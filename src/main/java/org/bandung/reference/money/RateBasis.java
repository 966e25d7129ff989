package org.bandung.reference.money;

import java.util.Locale;

/// How a rate came about, the most exact first.
public enum RateBasis {
  /// Both currencies are the same.
  SAME,
  /// Fixed by law or treaty.
  FIXED,
  /// The rate set on the day itself.
  DAY,
  /// The mean of the month, as its source published it.
  MONTH_AVERAGE,
  /// The mean of the days of the month that have a rate.
  MONTH_OF_DAYS,
  /// The mean of the year, as its source published it.
  YEAR_AVERAGE,
  /// The mean of the months of the year that have a rate.
  YEAR_OF_MONTHS,
  /// The mean of the days of the year that have a rate.
  YEAR_OF_DAYS,
  /// Of the end of the month.
  MONTH_END,
  /// Of the end of the year.
  YEAR_END;

  /// The word for it in addresses, files and bundles.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
