package org.bandung.funds.loans;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// How days between two dates become a part of a year, as the 2006 ISDA Definitions name it
/// (section 4.16). Fractions are exact: whole days over a whole basis. The words are stored and
/// never change.
///
/// @see <a href="https://www.isda.org/2008/12/22/30-360-day-count-conventions/">ISDA, 30/360 day
///   count conventions</a>
public enum DayCount {
  /// "Actual/360", 4.16(e): days between the two over 360.
  ACT_360,
  /// "Actual/365 (Fixed)", 4.16(d): days between the two over 365, in leap years too.
  ACT_365F,
  /// "Actual/Actual", 4.16(b): days in leap years over 366 and the others over 365.
  ACT_ACT_ISDA,
  /// "30/360", "Bond Basis", 4.16(f): months of 30 days; the 31st is the 30th at the beginning, and
  /// at the end if the beginning is the 30th or 31st.
  THIRTY_360,
  /// "30E/360", "Eurobond Basis", 4.16(g): months of 30 days; the 31st is always the 30th.
  THIRTY_E_360,
  /// "30E/360 (ISDA)", 4.16(h): the last day of each month is the 30th, of February too, save where
  /// February ends the loan.
  THIRTY_E_360_ISDA;

  private static final long YEAR = 365;
  private static final long LEAP = 366;
  private static final long BANK = 360;

  /// A part of a year, exactly.
  ///
  /// @param days counted; for Actual/Actual in parts of a day
  /// @param basis that make a year
  public record Fraction(long days, long basis) {
    public double value() {
      return (double) days / basis;
    }
  }

  /// The part of a year between two dates.
  ///
  /// `fraction = days / basis`; for Actual/Actual `(366 × common + 365 × leap) / (365 × 366)`
  ///
  /// @param from first day that counts
  /// @param to first day that does not count any more; not before `from`
  /// @param maturity the day on which all ends
  /// @return 0 for no days
  public Fraction between(LocalDate from, LocalDate to, LocalDate maturity) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("days are counted forwards: " + from + " to " + to);
    }
    return switch (this) {
      case ACT_360 -> new Fraction(ChronoUnit.DAYS.between(from, to), BANK);
      case ACT_365F -> new Fraction(ChronoUnit.DAYS.between(from, to), YEAR);
      case ACT_ACT_ISDA -> actual(from, to);
      case THIRTY_360 -> {
        int first = Math.min(from.getDayOfMonth(), 30);
        int last = first == 30 ? Math.min(to.getDayOfMonth(), 30) : to.getDayOfMonth();
        yield thirty(from, to, first, last);
      }
      case THIRTY_E_360 ->
          thirty(from, to, Math.min(from.getDayOfMonth(), 30), Math.min(to.getDayOfMonth(), 30));
      case THIRTY_E_360_ISDA -> {
        boolean ends = to.equals(maturity) && to.getMonthValue() == 2;
        int first = lastOfMonth(from) ? 30 : from.getDayOfMonth();
        int last = (lastOfMonth(to) && !ends) || to.getDayOfMonth() == 31 ? 30 : to.getDayOfMonth();
        yield thirty(from, to, first, last);
      }
    };
  }

  private static boolean lastOfMonth(LocalDate day) {
    return day.getDayOfMonth() == day.lengthOfMonth();
  }

  private static Fraction thirty(LocalDate from, LocalDate to, int first, int last) {
    long months = 12L * (to.getYear() - from.getYear()) + to.getMonthValue() - from.getMonthValue();
    return new Fraction(30 * months + last - first, BANK);
  }

  private static Fraction actual(LocalDate from, LocalDate to) {
    long parts = 0;
    for (var day = from; day.isBefore(to); ) {
      var newYear = LocalDate.of(day.getYear() + 1, 1, 1);
      var until = newYear.isBefore(to) ? newYear : to;
      parts += ChronoUnit.DAYS.between(day, until) * (day.isLeapYear() ? YEAR : LEAP);
      day = until;
    }
    return new Fraction(parts, YEAR * LEAP);
  }
}
