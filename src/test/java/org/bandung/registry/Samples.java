package org.bandung.registry;

import java.time.Instant;
import java.util.List;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.StableId;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;

/// Statements of the invented world.
final class Samples {

  private Samples() {}

  static final Statement.Source SHORE =
      new Statement.Source(
          "iati", "QM-AMC-1", LocalizedText.of("en", "Meridian Cooperation Agency"));
  static final Statement.Source HILL =
      new Statement.Source("iati", "QN-HILL", LocalizedText.of("en", "Hill Ministry"));
  static final Statement.Source REGISTER =
      new Statement.Source("table", "register", LocalizedText.of("en", "A third party's register"));

  /// A content with a title, a start year and the participants written as `QMM:provider`.
  static Content content(String title, String startYear, String... participants) {
    return new Content(
        "project",
        LocalizedText.of("en", title),
        LocalizedText.EMPTY,
        null,
        Period.UNKNOWN,
        new Period(PartialDate.parse(startYear).orElse(null), null, false),
        List.of(participants).stream().map(Samples::participant).toList(),
        List.of(new Content.Classification("dac-sector", "12220", null, LocalizedText.EMPTY)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /// The same with other codes.
  static Content classified(Content c, Content.Classification... codes) {
    return new Content(
        c.kind(),
        c.title(),
        c.description(),
        c.status(),
        c.planned(),
        c.actual(),
        c.participants(),
        List.of(codes),
        c.places(),
        c.contributions(),
        c.results(),
        c.milestones(),
        c.links(),
        c.relations(),
        c.identifiers(),
        c.signals());
  }

  static Participant participant(String text) {
    var parts = text.split(":");
    return Participant.country(
        Role.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT)), new CountryCode(parts[0]));
  }

  static Statement said(Statement.Source source, String id, Content content, @Nullable String day) {
    return said(source, id, Statement.Speaker.PUBLISHER, content, day);
  }

  static Statement said(
      Statement.Source source,
      String id,
      Statement.Speaker speaker,
      Content content,
      @Nullable String day) {
    var text = source.key() + id + content + day;
    return new Statement(
        source,
        id,
        speaker,
        hash(text),
        Statement.Payload.compress(text),
        day == null ? null : Instant.parse(day + "T00:00:00Z"),
        null,
        content,
        List.of(new Note(1, id, Note.Severity.WARNING, "bandung.test", "title", List.of())),
        "rules-1");
  }

  /// 64 hexadecimal digits.
  static String hash(String text) {
    var id = new StringBuilder();
    for (int i = 0; id.length() < 64; i++) {
      for (char c : StableId.of(text, Integer.toString(i)).toCharArray()) {
        id.append(Integer.toHexString(c & 15));
      }
    }
    return id.substring(0, 64);
  }
}
