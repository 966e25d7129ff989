package org.bandung.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bandung.exchange.files.RootTag;
import org.bandung.exchange.files.Timestamp;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.StableId;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Participant.OrganisationMention;
import org.bandung.registry.said.Statement.Source;
import org.bandung.registry.said.Statement.Speaker;
import org.jspecify.annotations.Nullable;

/// Whose voice a record is, and when it spoke.
final class IatiPublisher {

  private static final int LONGEST_REFERENCE = 200;
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

  /// A date and time, or a mere date; of one that cannot be read, the day it begins with; else
  /// null.
  static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Timestamp.parse(text).or(() -> Timestamp.day(text)).orElse(null);
  }
}
