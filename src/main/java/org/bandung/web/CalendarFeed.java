package org.bandung.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.bandung.catalogue.EntryPage;
import org.bandung.kernel.PartialDate;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// Events as iCalendar (RFC 5545): whole days, one identifier for ever, texts escaped and lines
/// folded at 75 bytes. An event of which only the year or month is known is left out: a calendar
/// could only show it on a day that nobody named.
final class CalendarFeed {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int LONGEST_LINE = 75;
  private static final String END = "\r\n";

  private CalendarFeed() {}

  static String render(List<EntryPage.Summary> events, LocalDate today, Words words) {
    var text = new StringBuilder();
    line(text, "BEGIN:VCALENDAR");
    line(text, "VERSION:2.0");
    line(text, "PRODID:-//Bandung//Events//EN");
    line(text, "METHOD:PUBLISH");
    line(text, "X-WR-CALNAME:" + escaped(words.text("events.heading")));
    for (var event : events) {
      var start = day(event.period().start());
      if (start != null) {
        var end = day(event.period().end());
        event(text, event, start, end == null || end.isBefore(start) ? start : end, today, words);
      }
    }
    line(text, "END:VCALENDAR");
    return text.toString();
  }

  private static void event(
      StringBuilder text,
      EntryPage.Summary event,
      LocalDate start,
      LocalDate last,
      LocalDate today,
      Words words) {
    var title = words.phrase(event.title());
    line(text, "BEGIN:VEVENT");
    line(text, "UID:" + event.id() + "@bandung");
    line(text, "DTSTAMP:" + DAY.format(today) + "T000000Z");
    line(text, "DTSTART;VALUE=DATE:" + DAY.format(start));
    line(text, "DTEND;VALUE=DATE:" + DAY.format(last.plusDays(1))); // the day after the last
    line(text, "SUMMARY:" + escaped(title == null ? words.text("not-reported") : title.text()));
    var countries = event.countries().stream().map(c -> words.country(c.country())).distinct();
    var location = String.join(", ", countries.toList());
    if (!location.isEmpty()) {
      line(text, "LOCATION:" + escaped(location));
    }
    line(text, "TRANSP:TRANSPARENT");
    line(text, "END:VEVENT");
  }

  private static @Nullable LocalDate day(@Nullable PartialDate date) {
    return date == null || date.day() == 0 ? null : date.earliest();
  }

  static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cntrl}", "");
  }

  /// A content line, folded between characters.
  private static void line(StringBuilder text, String line) {
    int used = 0;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      int bytes = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (used + bytes > LONGEST_LINE) {
        text.append(END).append(' ');
        used = 1;
      }
      text.appendCodePoint(c);
      used += bytes;
      i += Character.charCount(c);
    }
    text.append(END);
  }
}
