package org.bandung.reference.money;

import java.util.ArrayList;
import java.util.List;
import org.bandung.kernel.PartialDate;

/// One place in which a rate is looked for.
///
/// @param period what is looked for
record RateLevel(Span span, PartialDate period) {

  enum Span {
    DAY,
    /// Only what a source averaged itself.
    MONTH_AS_TOLD,
    /// That, or else the mean of the days.
    MONTH,
    /// As with months.
    YEAR_AS_TOLD,
    YEAR,
    MONTH_END,
    YEAR_END
  }

  /// The places in their order, none of another month or year.
  static List<RateLevel> of(RateMethod method, PartialDate date) {
    var ofYear = PartialDate.ofYear(date.year());
    var year = List.of(new RateLevel(Span.YEAR_AS_TOLD, ofYear), new RateLevel(Span.YEAR, ofYear));
    if (date.month() == 0) {
      return method == RateMethod.END_OF_PERIOD
          ? List.of(new RateLevel(Span.YEAR_END, date))
          : year;
    }
    var ofMonth = new PartialDate(date.year(), date.month(), 0);
    if (method == RateMethod.END_OF_PERIOD) {
      return List.of(new RateLevel(Span.MONTH_END, ofMonth));
    }
    var levels = new ArrayList<RateLevel>();
    if (method == RateMethod.FIXING && date.day() != 0) {
      levels.add(new RateLevel(Span.DAY, date));
    }
    levels.add(new RateLevel(Span.MONTH_AS_TOLD, ofMonth));
    levels.add(new RateLevel(Span.MONTH, ofMonth));
    levels.addAll(year);
    return levels;
  }
}
