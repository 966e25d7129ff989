package org.bandung.reference.money;

import java.util.List;
import org.bandung.kernel.PartialDate;

/// One place in which a rate is looked for.
///
/// @param period what is looked for
record RateLevel(Span span, PartialDate period) {

  enum Span {
    DAY,
    MONTH,
    YEAR,
    MONTH_END,
    YEAR_END
  }

  /// The places in their order, none of another month or year.
  static List<RateLevel> of(RateMethod method, PartialDate date) {
    var year = new RateLevel(Span.YEAR, PartialDate.ofYear(date.year()));
    if (date.month() == 0) {
      return method == RateMethod.END_OF_PERIOD
          ? List.of(new RateLevel(Span.YEAR_END, date))
          : List.of(year);
    }
    var ofMonth = new PartialDate(date.year(), date.month(), 0);
    var month = new RateLevel(Span.MONTH, ofMonth);
    return switch (method) {
      case END_OF_PERIOD -> List.of(new RateLevel(Span.MONTH_END, ofMonth));
      case AVERAGE -> List.of(month, year);
      case FIXING ->
          date.day() == 0
              ? List.of(month, year)
              : List.of(new RateLevel(Span.DAY, date), month, year);
    };
  }
}
