package org.bandung.catalogue.drafts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bandung.access.Body;
import org.bandung.catalogue.Entry;
import org.bandung.catalogue.EntryKind;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.ContentCodec;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;

/// A released wording as the word of its body: pure functions.
final class Handover {

  /// The channel of what is written here.
  static final String CHANNEL = "desk";

  private static final String JUDGED = "desk-1";

  private Handover() {}

  /// The entry that the public reads.
  ///
  /// @param since the day on which it was released for the first time
  static Entry entry(String draft, Body body, Wording wording, LocalDate since) {
    var content = content(body, wording, since);
    var original = ContentCodec.json(content) + ContentCodec.json(wording.details());
    return new Entry(
        source(body),
        draft,
        hash(original),
        Statement.Payload.compress(original),
        content,
        wording.details(),
        List.of(),
        JUDGED);
  }

  private static Statement.Source source(Body body) {
    return new Statement.Source(
        CHANNEL, body.id(), LocalizedText.of(LocalizedText.UNDETERMINED, body.name()));
  }

  /// Who speaks is told by the body alone: its country, and itself as the one to ask.
  private static Content content(Body body, Wording wording, LocalDate since) {
    var said = wording.content();
    var who = new ArrayList<Participant>();
    var country = body.country();
    if (country != null) {
      who.add(Participant.country(wording.kind().usualRole(), new CountryCode(country)));
    }
    who.add(
        Participant.organisation(
            Role.ACCOUNTABLE,
            new Participant.OrganisationMention(
                null, LocalizedText.of(LocalizedText.UNDETERMINED, body.name()), null, null)));
    return new Content(
        null,
        said.title(),
        said.description(),
        null,
        said.planned(),
        holds(wording, since),
        who,
        said.classifications(),
        said.places(),
        List.of(),
        List.of(),
        List.of(),
        said.links(),
        List.of(),
        List.of(),
        List.of());
  }

  /// A need or an offer holds from its release on.
  private static Period holds(Wording wording, LocalDate since) {
    var said = wording.content().actual();
    boolean open = wording.kind() == EntryKind.NEED || wording.kind() == EntryKind.OFFER;
    if (!open) {
      return said;
    }
    var end = said.end();
    var start = PartialDate.of(since);
    return new Period(
        end == null || !start.earliest().isAfter(end.latest()) ? start : null, end, said.ongoing());
  }

  static String hash(String original) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(original.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
