package org.bandung.exchange.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// The forms in which files say when something was written.
public final class Timestamp {

  private static final int DAY = "2026-11-24".length();
  private static final Pattern USUAL =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\dZ?");

  private Timestamp() {}

  /// A date and time, with or without zone (UTC is meant then), or a mere date.
  public static Optional<Instant> parse(String text) {
    if (text.length() <= DAY) {
      return day(text);
    }
    try {
      if (USUAL.matcher(text).matches()) {
        return Optional.of(ofUsualForm(text));
      }
      var dateTime = text.replace(' ', 'T');
      return Optional.of(
          hasZone(dateTime)
              ? DateTimeFormatter.ISO_DATE_TIME.parse(dateTime, OffsetDateTime::from).toInstant()
              : LocalDateTime.parse(dateTime).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// The beginning of the day with which the text begins.
  public static Optional<Instant> day(String text) {
    try {
      var day = text.length() > DAY ? text.substring(0, DAY) : text;
      return Optional.of(LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// `2026-11-24T10:11:12`, in UTC or without a zone: most of all, and general parsing is slow.
  private static Instant ofUsualForm(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19))
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static boolean hasZone(String dateTime) {
    for (int i = DAY; i < dateTime.length(); i++) {
      if ("Zz+-".indexOf(dateTime.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
