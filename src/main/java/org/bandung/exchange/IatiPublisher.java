package org.bandung.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.StableId;
import org.bandung.registry.Participant;
import org.bandung.registry.Participant.OrganisationMention;
import org.bandung.registry.Statement.Source;
import org.bandung.registry.Statement.Speaker;
import org.jspecify.annotations.Nullable;

/// Whose voice a record is, and when it spoke.
final class IatiPublisher {

  private static final int LONGEST_REFERENCE = 200;
  private static final int DAY = "2026-11-24".length();
  private static final Pattern USUAL =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\dZ?");
  private static final Set<String> NO_REFERENCE =
      Set.of("N/A", "NA", "NONE", "NULL", "#", "-", "0");

  private IatiPublisher() {}

  static Source source(@Nullable IatiElement reportingOrg) {
    var name = reportingOrg == null ? LocalizedText.EMPTY : reportingOrg.narratives();
    var reference = reportingOrg == null ? null : reference(reportingOrg.attribute("ref"));
    if (reference != null) {
      return new Source("iati", reference, name);
    }
    var plain = name.in("en").map(n -> plain(n.text())).orElse("");
    return new Source("iati", plain.isEmpty() ? "unknown" : "name:" + StableId.of(plain), name);
  }

  private static @Nullable String reference(@Nullable String given) {
    if (given == null) {
      return null;
    }
    var reference = given.replaceAll("\\s+", "");
    boolean real =
        reference.length() <= LONGEST_REFERENCE
            && !NO_REFERENCE.contains(reference.toUpperCase(Locale.ROOT));
    return real ? reference : null;
  }

  static Speaker speaker(@Nullable IatiElement reportingOrg, List<Participant> participants) {
    if (reportingOrg == null) {
      return Speaker.PUBLISHER;
    }
    var secondary = reportingOrg.attribute("secondary-reporter");
    if ("1".equals(secondary) || "true".equals(secondary)) {
      return Speaker.COMPILATION;
    }
    var reference = reference(reportingOrg.attribute("ref"));
    var name = reportingOrg.narratives();
    for (var participant : participants) {
      var mention = participant.organisation();
      if (mention != null && same(reference, name, mention)) {
        return Speaker.PARTY;
      }
    }
    return Speaker.PUBLISHER;
  }

  private static boolean same(
      @Nullable String reference, LocalizedText name, OrganisationMention mention) {
    var other = reference(mention.reference());
    if (reference != null && other != null) {
      return reference.equalsIgnoreCase(other);
    }
    var names = mention.name().byLanguage().values().stream().map(IatiPublisher::plain).toList();
    return name.byLanguage().values().stream().map(IatiPublisher::plain).anyMatch(names::contains);
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /// When the file was made; files put together from others say it on each record.
  static @Nullable Instant generated(IatiElement record, RootTag root) {
    var own = instant(record.attributeOfAnyNamespace("generated-datetime"));
    return own != null ? own : instant(root.generatedDatetime());
  }

  /// A date and time, with or without zone (UTC is meant then), or a mere date; else null.
  static @Nullable Instant instant(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (text.length() <= DAY) {
      return day(text);
    }
    var usual = ofUsualForm(text);
    if (usual != null) {
      return usual;
    }
    var dateTime = text.replace(' ', 'T');
    try {
      return hasZone(dateTime)
          ? DateTimeFormatter.ISO_DATE_TIME.parse(dateTime, OffsetDateTime::from).toInstant()
          : LocalDateTime.parse(dateTime).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return day(text);
    }
  }

  /// `2026-11-24T10:11:12`, in UTC or without a zone: most of all, and general parsing is slow.
  private static @Nullable Instant ofUsualForm(String text) {
    if (!USUAL.matcher(text).matches()) {
      return null;
    }
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
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

  private static @Nullable Instant day(String text) {
    try {
      var day = text.length() > DAY ? text.substring(0, DAY) : text;
      return LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
