package org.bandung.collection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.collection.Round.Asked;
import org.bandung.collection.Round.Standing;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.kernel.Reader;
import org.bandung.kernel.StableId;
import org.bandung.registry.Registry;
import org.bandung.registry.decisions.Decisions;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.ContentCodec;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Makes what institutions added and corrected their statements in the registry, once the authority
/// releases an edition, and takes back what a later edition no longer has.
@Component
class Handover {

  private static final String CHANNEL = "desk";

  private final Registry registry;
  private final Mandates mandates;
  private final ObjectProvider<Decisions> decisions;

  Handover(Registry registry, Mandates mandates, ObjectProvider<Decisions> decisions) {
    this.registry = registry;
    this.mandates = mandates;
    this.decisions = decisions;
  }

  /// The id of an addition, or of a corrected initiative, in the institution's own books.
  static String originalId(String round, String institution, String key) {
    return "BANDUNG-COLLECTED-"
        + StableId.of("collected", round, institution, key).toUpperCase(java.util.Locale.ROOT);
  }

  /// The name under which a statement is remembered as handed over.
  static String handed(String institution, String originalId) {
    return institution + "/" + originalId;
  }

  /// Hands over; call it in the transaction of the release.
  ///
  /// @return ids in the registry by the name of what was handed over
  Map<String, String> release(Account account, Round r, Instant at) {
    var handed = new TreeMap<String, String>();
    for (var a : r.asked().values()) {
      var body = mandates.owner(a.institution());
      if (a.standing() == Standing.ACCEPTED && body.isPresent()) {
        additions(r, a, body.get(), at, handed);
        corrections(account, r, a, body.get(), at, handed);
      }
    }
    takeBack(r, handed);
    return handed;
  }

  private void additions(Round r, Asked a, Body body, Instant at, Map<String, String> handed) {
    var statements = new LinkedHashMap<String, Statement>();
    for (var addition : a.additions().values()) {
      var id = originalId(r.id(), a.institution(), addition.key());
      statements.put(
          handed(a.institution(), id), statement(body, id, own(addition.said(), body), at));
    }
    receive(statements, handed);
  }

  private void receive(Map<String, Statement> statements, Map<String, String> handed) {
    if (statements.isEmpty()) {
      return;
    }
    var receipts = registry.receive(CHANNEL, List.copyOf(statements.values())).iterator();
    statements.keySet().forEach(name -> handed.put(name, receipts.next().initiativeId()));
  }

  /// Who speaks is told by the body alone: itself as the one who answers for it.
  private static Content own(Content said, Body body) {
    var who = new ArrayList<>(said.participants());
    who.add(
        Participant.organisation(
            Role.ACCOUNTABLE,
            new Participant.OrganisationMention(
                null, LocalizedText.of(LocalizedText.UNDETERMINED, body.name()), null, null)));
    return with(said, who, said.actual(), said.title());
  }

  private static Content with(
      Content said, List<Participant> who, Period actual, LocalizedText title) {
    return new Content(
        said.kind(),
        title,
        said.description(),
        said.status(),
        said.planned(),
        actual,
        who,
        said.classifications(),
        said.places(),
        said.contributions(),
        said.results(),
        said.milestones(),
        said.links(),
        said.relations(),
        said.identifiers(),
        said.signals());
  }

  /// A correction is the institution's own statement of the same initiative. Where it cannot be
  /// told as the same it is not handed over, or it would be counted twice.
  private void corrections(
      Account account, Round r, Asked a, Body body, Instant at, Map<String, String> handed) {
    for (var answer : a.answers().values()) {
      if (answer instanceof Answer.Corrected(var item, var correction)
          && states(correction)
          && registry.find(Reader.PUBLIC, item.id()).isPresent()) {
        var id = originalId(r.id(), a.institution(), item.id());
        var name = handed(a.institution(), id);
        receive(Map.of(name, statement(body, id, content(correction), at)), handed);
        if (!asOne(account, item.id(), Objects.requireNonNull(handed.get(name)), r)) {
          registry.withdraw(source(body).key(), id);
          handed.remove(name);
        }
      }
    }
  }

  private boolean asOne(Account account, String known, String own, Round r) {
    var into = registry.find(Reader.PUBLIC, known).map(v -> v.id());
    if (into.equals(Optional.of(own))) {
      return true;
    }
    return decisions
        .getObject()
        .corrects(account, own, into.orElse(known), "collection round " + r.id())
        .filter(o -> o instanceof Decisions.Outcome.Taken)
        .isPresent();
  }

  /// Whether a correction says something that the registry can hold beside what others say. A note
  /// is for the authority. An amount without a day and without who gave it to whom would count
  /// beside what is reported or in place of all of it: it stands in the edition.
  private static boolean states(Correction c) {
    return !c.title().isEmpty() || c.start() != null || c.end() != null;
  }

  /// What the institution says differently and nothing else: a copy of what others say would
  /// silence them for ever.
  private static Content content(Correction c) {
    return new Content(
        null,
        c.title(),
        LocalizedText.EMPTY,
        null,
        Period.UNKNOWN,
        new Period(c.start(), c.end(), false),
        List.of(),
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

  /// What an earlier edition handed over and this one has not.
  private void takeBack(Round r, Map<String, String> handed) {
    for (var made : r.editions()) {
      for (var name : made.handed().keySet()) {
        if (!handed.containsKey(name)) {
          int slash = name.indexOf('/');
          registry.withdraw(CHANNEL + ":" + name.substring(0, slash), name.substring(slash + 1));
        }
      }
    }
  }

  private static Statement.Source source(Body body) {
    return new Statement.Source(
        CHANNEL, body.id(), LocalizedText.of(LocalizedText.UNDETERMINED, body.name()));
  }

  private static Statement statement(Body body, String id, Content content, Instant at) {
    var element = ContentCodec.json(content);
    return new Statement(
        source(body),
        id,
        Statement.Speaker.PARTY,
        sha256(id + element),
        Statement.Payload.compress(element),
        at,
        null,
        content,
        List.of(),
        "collection-1");
  }

  /// Hexadecimal digits of the SHA-256 of a text in UTF-8.
  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
