package org.bandung.exchange.packages;

import java.time.Instant;
import java.util.List;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;

/// A statement of the invented world that says little.
final class OneStatement {

  private OneStatement() {}

  static Statement of(String publisher, String id, String title) {
    var content =
        new Content(
            "project",
            LocalizedText.of("en", title),
            LocalizedText.EMPTY,
            "2",
            Period.UNKNOWN,
            Period.UNKNOWN,
            List.of(
                Participant.country(Role.PROVIDER, new CountryCode("QMM")),
                Participant.country(Role.RECIPIENT, new CountryCode("QNN"))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new Statement(
        new Statement.Source("iati", publisher, LocalizedText.of("en", "Voice of " + publisher)),
        id,
        Statement.Speaker.PUBLISHER,
        "%064x".formatted(title.hashCode() & 0xffff),
        Statement.Payload.compress("<invented/>"),
        Instant.parse("2026-05-03T12:00:00Z"),
        null,
        content,
        List.of(),
        "invented");
  }
}
