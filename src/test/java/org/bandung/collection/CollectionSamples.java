package org.bandung.collection;

import java.util.List;
import org.bandung.access.Body;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;

/// Contents of initiatives of the invented world.
public final class CollectionSamples {

  private CollectionSamples() {}

  /// In 2026, of one country that provides and one that receives.
  static Content content(String title, String provider, String recipient) {
    return content(
        title,
        List.of(
            Participant.country(Role.PROVIDER, new CountryCode(provider)),
            Participant.country(Role.RECIPIENT, new CountryCode(recipient))));
  }

  static Content content(String title, List<Participant> who) {
    return new Content(
        "project",
        LocalizedText.of("en", title),
        LocalizedText.EMPTY,
        null,
        Period.UNKNOWN,
        new Period(PartialDate.ofYear(2026), null, false),
        who,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /// What a body said here of an initiative of its own.
  public static Statement statement(Body body, String id, String title) {
    var content = content(title, "QMM", "QNN");
    return new Statement(
        new Statement.Source("desk", body.id(), LocalizedText.of("und", body.name())),
        id,
        Statement.Speaker.PARTY,
        Handover.sha256(id + title),
        Statement.Payload.compress(title),
        null,
        null,
        content,
        List.of(),
        "test");
  }
}
