package org.bandung.funds.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.bandung.funds.rules.Lexer.Token;
import org.bandung.funds.rules.Lexer.Unfit;

/// Days and moments as they are written in rules. A moment without a time zone means something else
/// to everybody, so it is not taken.
final class Times {

  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final String MOMENT = DAY + "T[0-9]{2}:[0-9]{2}(:[0-9]{2})?";

  private Times() {}

  /// `2027-04-30`, or `2027-04-30T23:59[Africa/Nairobi]`.
  static Value literal(Token token) throws Unfit {
    var text = token.text();
    try {
      if (text.matches(DAY)) {
        return new Value.Day(LocalDate.parse(text));
      }
      if (text.matches(MOMENT)) {
        throw new Unfit(token.at(), "no-time-zone", text);
      }
      if (text.matches(MOMENT + "\\[[^\\[\\]]*\\]")) {
        int bracket = text.indexOf('[');
        var zone = zone(text.substring(bracket + 1, text.length() - 1), token.at());
        var local = LocalDateTime.parse(text.substring(0, bracket));
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() != 1) {
          throw new Unfit(token.at(), "clock-change", text);
        }
        return new Value.Moment(local.toInstant(offsets.getFirst()));
      }
    } catch (DateTimeException e) {
      throw new Unfit(token.at(), "time");
    }
    throw new Unfit(token.at(), "time");
  }

  static ZoneId zone(String id, int at) throws Unfit {
    if (id.equals("UTC")) {
      return ZoneOffset.UTC;
    }
    if (!ZoneId.getAvailableZoneIds().contains(id)) {
      throw new Unfit(at, "unknown-zone", id.length() > 60 ? id.substring(0, 60) : id);
    }
    return ZoneId.of(id);
  }

  static Instant startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /// The last instant of a day in a time zone.
  static Instant endOf(LocalDate day, ZoneId zone) {
    return startOf(day.plusDays(1), zone).minusNanos(1);
  }
}
