package org.bandung.reference.money;

import java.util.Locale;
import org.bandung.kernel.PartialDate;

/// Rows of rates that can stand together: one method, one length of period.
enum SeriesKind {
  DAY,
  MONTH_AVERAGE,
  YEAR_AVERAGE,
  MONTH_END,
  YEAR_END;

  static SeriesKind of(PartialDate period, RateMethod method) {
    boolean year = period.month() == 0;
    return switch (method) {
      case FIXING -> DAY;
      case AVERAGE -> year ? YEAR_AVERAGE : MONTH_AVERAGE;
      case END_OF_PERIOD -> year ? YEAR_END : MONTH_END;
    };
  }

  /// The word for it in the database.
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  RateMethod method() {
    return switch (this) {
      case DAY -> RateMethod.FIXING;
      case MONTH_AVERAGE, YEAR_AVERAGE -> RateMethod.AVERAGE;
      case MONTH_END, YEAR_END -> RateMethod.END_OF_PERIOD;
    };
  }

  Coverage.Unit unit() {
    return switch (this) {
      case DAY -> Coverage.Unit.DAY;
      case MONTH_AVERAGE, MONTH_END -> Coverage.Unit.MONTH;
      case YEAR_AVERAGE, YEAR_END -> Coverage.Unit.YEAR;
    };
  }
}
