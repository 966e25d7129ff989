package org.bandung.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;

/// A date known to the day, to the month or only to the year, as registers report it.
///
/// @param month 1 to 12, or 0 when only the year is known
/// @param day 1 to 31, or 0 when the day is not known
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {

  private static final Comparator<PartialDate> ORDER =
      Comparator.comparing(PartialDate::earliest).thenComparing(PartialDate::latest);

  public PartialDate {
    if (year < 1 || year > 9999 || (month == 0 && day != 0)) {
      throw new DateTimeException("not a date: " + year + "-" + month + "-" + day);
    }
    if (day != 0) {
      LocalDate.of(year, month, day);
    } else if (month != 0) {
      YearMonth.of(year, month);
    }
  }

  /// The date of a whole calendar day.
  public static PartialDate of(LocalDate date) {
    return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /// A date of which only the year is known.
  public static PartialDate ofYear(int year) {
    return new PartialDate(year, 0, 0);
  }

  /// Parses `2019`, `2019-05` or `2019-05-03`; a time or zone after the day is ignored. Empty if it
  /// is none of these.
  public static Optional<PartialDate> parse(String text) {
    var t = text.strip();
    try {
      if (t.length() == 4) {
        return Optional.of(ofYear(number(t, 0, 4)));
      }
      if (t.length() == 7 && t.charAt(4) == '-') {
        return Optional.of(new PartialDate(number(t, 0, 4), month(t), 0));
      }
      boolean dayForm = t.length() >= 10 && t.charAt(4) == '-' && t.charAt(7) == '-';
      if (dayForm && (t.length() == 10 || "TZ+-".indexOf(t.charAt(10)) >= 0)) {
        return Optional.of(
            PartialDate.of(LocalDate.of(number(t, 0, 4), month(t), number(t, 8, 10))));
      }
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static int month(String text) {
    int month = number(text, 5, 7);
    if (month == 0) {
      throw new DateTimeException("month 0");
    }
    return month;
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw new NumberFormatException(text);
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  /// The first calendar day this date can mean.
  public LocalDate earliest() {
    return LocalDate.of(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
  }

  /// The last calendar day this date can mean.
  public LocalDate latest() {
    if (day != 0) {
      return earliest();
    }
    return YearMonth.of(year, month == 0 ? 12 : month).atEndOfMonth();
  }

  @Override
  public int compareTo(PartialDate other) {
    return ORDER.compare(this, other);
  }

  /// The shortest ISO 8601 form: `2019`, `2019-05` or `2019-05-03`.
  @Override
  public String toString() {
    var text = new StringBuilder(10);
    digits(text, year, 4);
    if (month != 0) {
      digits(text.append('-'), month, 2);
    }
    if (day != 0) {
      digits(text.append('-'), day, 2);
    }
    return text.toString();
  }

  /// Every import writes hundreds of thousands of dates: a formatter would be felt.
  private static void digits(StringBuilder text, int number, int width) {
    for (int i = 0, unit = width == 4 ? 1000 : 10; i < width; i++, unit /= 10) {
      text.append((char) ('0' + number / unit % 10));
    }
  }
}
