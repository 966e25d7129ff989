package org.bandung.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.kernel.BadCursor;
import org.bandung.kernel.Fate;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Note;
import org.bandung.kernel.Reader;
import org.bandung.kernel.ShippedTable;
import org.bandung.kernel.StableId;
import org.bandung.parties.Identity;
import org.bandung.parties.Mention;
import org.bandung.parties.Organisation;
import org.bandung.parties.Parties;
import org.bandung.reference.Reference;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.ContentCodec;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Statement;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// The one entrance to needs, offers, solutions, the roster and events.
@Service
public class Catalogue {

  /// Raise it when the same entry is to be read differently.
  private static final String READING = "1";

  private static final int AT_ONCE = 200;

  private static final String MADE_HERE = "from-initiatives";

  private final Database database;
  private final ChangeLog changes;
  private final Reference reference;
  private final Parties parties;
  private final Registry registry;
  private final EntryTable table;
  private final EntryQueries queries;
  private final Clock clock;

  @Autowired
  Catalogue(
      Database database,
      ChangeLog changes,
      Reference reference,
      Parties parties,
      Registry registry) {
    this(database, changes, reference, parties, registry, Clock.systemUTC());
  }

  Catalogue(
      Database database,
      ChangeLog changes,
      Reference reference,
      Parties parties,
      Registry registry,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.reference = reference;
    this.parties = parties;
    this.registry = registry;
    this.table = new EntryTable(database);
    this.queries = new EntryQueries(database, reference);
    this.clock = clock;
  }

  /// Entries that fit the filter, newest first, one page at a time.
  ///
  /// @throws BadCursor if the cursor is none that a page gave out
  public EntryPage list(Reader reader, EntryFilter filter, Optional<String> cursor, int limit) {
    return queries.list(reader, filter, cursor, limit);
  }

  /// The first entries that fit the filter, the earliest first: a calendar.
  public List<EntryPage.Summary> earliest(Reader reader, EntryFilter filter, int limit) {
    return queries.earliest(reader, filter, limit);
  }

  /// How many fit the filter, and how they fall over every facet.
  public EntryFacets facets(Reader reader, EntryFilter filter) {
    return queries.facets(reader, filter);
  }

  /// One entry by its id; of a person who is no longer in the roster, nothing.
  public Optional<EntryView> find(Reader reader, String id) {
    return queries.find(reader, id).filter(this::mayBeShown).map(s -> view(reader, s));
  }

  private boolean mayBeShown(EntryQueries.Stored stored) {
    return !stored.withdrawn() || stored.kind() != EntryKind.EXPERT;
  }

  private EntryView view(Reader reader, EntryQueries.Stored stored) {
    return new EntryView(
        stored.id(),
        stored.kind(),
        stored.sourceKey(),
        stored.originalId(),
        stored.content(),
        stored.details(),
        contacts(reader, stored.content()),
        ContentCodec.unpackNotes(stored.notes()),
        stored.received(),
        stored.changed(),
        stored.confirmed(),
        stored.withdrawn());
  }

  private List<EntryView.Contact> contacts(Reader reader, Content content) {
    var contacts = new ArrayList<EntryView.Contact>();
    for (var participant : content.participants()) {
      var mentioned = participant.organisation();
      if (mentioned != null) {
        Optional<Organisation> known =
            identify(participant).organisation().flatMap(id -> parties.find(reader, id));
        contacts.add(new EntryView.Contact(participant.role(), mentioned.name(), known));
      }
    }
    return contacts;
  }

  private Identity identify(Participant participant) {
    var mentioned = participant.organisation();
    if (mentioned == null) {
      throw new IllegalArgumentException("only organisations are identified");
    }
    return parties.identify(new Mention(mentioned.reference(), mentioned.name(), mentioned.type()));
  }

  /// Those of the entries that stand and that the reader may see, as lists show them, by id.
  public Map<String, EntryPage.Summary> summaries(Reader reader, Collection<String> ids) {
    return queries.summaries(reader, ids);
  }

  /// What has become of entries of which the reader may hold copies, by id.
  public Map<String, Fate> fates(Reader reader, Collection<String> ids) {
    return queries.fates(reader, ids);
  }

  /// Entries as an index keeps them, whatever their audience; those that are gone are left out.
  public List<EntryPage.Indexed> indexed(Collection<String> ids) {
    return queries.indexed(ids);
  }

  /// The ids of entries after one, in their order; `""` for the first.
  public List<String> idsAfter(String id, int limit) {
    return queries.idsAfter(id, limit);
  }

  /// What became of one entry that a door handed in.
  public record Receipt(Outcome outcome, String id) {}

  /// What the catalogue did with an entry.
  public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    /// The person's consent does not hold: she took it back on that day or later, or the day has
    /// not come. Nothing of her is stored.
    NO_CONSENT
  }

  /// One source speaking of one kind of thing: a register of offers says nothing of needs.
  public record Voice(EntryKind kind, String sourceKey) {}

  /// An entry that the catalogue holds.
  public record Known(
      String id, Voice voice, String contentHash, String judgedWith, List<Note> notes) {
    public Known {
      notes = List.copyOf(notes);
    }
  }

  /// Which of these contents are known already, by content hash.
  public Map<String, Known> known(Collection<String> contentHashes) {
    var known = new HashMap<String, Known>();
    for (var row : table.known(contentHashes)) {
      known.put(
          row.hash(), new Known(row.id(), row.voice(), row.hash(), row.judgedWith(), row.notes()));
    }
    return known;
  }

  /// Takes entries in, all or none; one receipt each, in the same order.
  public List<Receipt> receive(List<Entry> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    return database.inTransaction(() -> {
      table.lockForWriting();
      return new EntryBatch(tools(), entries, clock.instant()).receive();
    });
  }

  private EntryBatch.Tools tools() {
    return new EntryBatch.Tools(
        table,
        changes,
        registry,
        parties,
        (entry, now) -> reading(entry.kind(), entry.source().key(), entry.content(), now),
        fingerprint());
  }

  private String fingerprint() {
    return StableId.of(READING, reference.fingerprint(), parties.fingerprint());
  }

  private EntryReading reading(EntryKind kind, String source, Content content, Instant now) {
    return EntryReading.of(
        kind, source, content, reference, this::identify, now.atOffset(ZoneOffset.UTC).getYear());
  }

  /// Takes back what these voices no longer say; persons leave the roster.
  ///
  /// @param seen ids of the entries that they still say
  /// @return how many were taken back
  public int withdrawUnseen(Set<Voice> voices, Set<String> seen) {
    return database.inTransaction(() -> {
      table.lockForWriting();
      var now = clock.instant();
      var withdrawn = table.withdrawUnseen(voices, seen, now);
      withdrawn.stream()
          .filter(w -> w.kind() == EntryKind.EXPERT)
          .forEach(w -> table.wipe(w.id(), now));
      changes.record(
          "catalogue", "entry", withdrawn.stream().map(EntryTable.Withdrawn::id).toList());
      return withdrawn.size();
    });
  }

  /// Says that the sources of these entries said the same again, or that they still hold.
  public void saidAgain(Collection<String> ids) {
    database.inTransaction(() -> {
      table.lockForWriting();
      var now = clock.instant();
      changes.record("catalogue", "entry", table.saidAgain(ids, Freshness.staleBefore(now), now));
      return true;
    });
  }

  /// Ends an entry, for its source: what it said last can still be read.
  public void end(String id) {
    database.inTransaction(() -> {
      table.lockForWriting();
      changes.record("catalogue", "entry", table.withdraw(List.of(id), clock.instant()));
      return true;
    });
  }

  /// Takes an entry back, for its source: nothing of it can be read any more, and mirrors are told
  /// to forget it.
  public void takeBack(String id) {
    database.inTransaction(() -> {
      table.lockForWriting();
      table.wipe(id, clock.instant());
      table.silentSource(id).ifPresent(registry::forgetSource);
      changes.record("catalogue", "entry", List.of(id));
      return true;
    });
  }

  /// Takes a person's consent back: she leaves the roster and what is known of her is wiped.
  public ConsentOutcome withdrawConsent(String id, LocalDate on) {
    return database.inTransaction(() -> {
      table.lockForWriting();
      var acts = table.consents(List.of(id)).getOrDefault(id, List.of());
      var outcome = ConsentRules.withdraw(id, acts, on);
      if (outcome instanceof ConsentOutcome.Withdrawn) {
        var now = clock.instant();
        table.record(id, false, on, "", now);
        table.wipe(id, now);
        changes.record("catalogue", "entry", List.of(id));
      }
      return outcome;
    });
  }

  /// Makes a solution of a completed initiative, or makes it anew from what is reported by now.
  ///
  /// A solution is for everybody, so it is made of what everybody may read, whoever makes it.
  public SolutionOutcome solutionFrom(String initiativeId) {
    var found = registry.find(Reader.PUBLIC, initiativeId);
    if (found.isEmpty()) {
      return new SolutionOutcome.NoSuchInitiative(initiativeId);
    }
    var id = found.get().id();
    var composed = found.get().composed();
    if (!SolutionRules.completed(composed, LocalDate.now(clock))) {
      var status = composed.status();
      return new SolutionOutcome.NotCompleted(id, status == null ? "" : status);
    }
    if (!SolutionRules.tells(composed)) {
      return new SolutionOutcome.NothingTold(id);
    }
    var content = SolutionRules.content(composed);
    var details = SolutionRules.details(id, composed);
    var original = ContentCodec.json(content) + ContentCodec.json(details);
    var entry =
        new Entry(
            madeHere(),
            id,
            StableId.of(READING, original),
            Statement.Payload.compress(original),
            content,
            details,
            List.of(),
            READING);
    var receipt = receive(List.of(entry)).getFirst();
    return new SolutionOutcome.Made(receipt.id(), receipt.outcome() != Outcome.UNCHANGED);
  }

  /// Whether what is reported of an initiative can become a solution today.
  boolean canBecomeSolution(Content reported) {
    return SolutionRules.completed(reported, LocalDate.now(clock)) && SolutionRules.tells(reported);
  }

  private static Statement.Source madeHere() {
    var names = new HashMap<String, String>();
    ShippedTable.read("catalogue/sources.csv").stream()
        .filter(row -> row.getField("publisher").equals(MADE_HERE))
        .forEach(row -> Messages.LANGUAGES.forEach(l -> names.put(l, row.getField(l))));
    return new Statement.Source("catalogue", MADE_HERE, new LocalizedText(names));
  }

  /// The id that a solution made of the initiative has.
  public static String solutionId(String initiativeId) {
    return Entry.id(EntryKind.SOLUTION, "catalogue:" + MADE_HERE, initiativeId);
  }

  /// Reads every entry again if the reference data changed since it was read.
  ///
  /// @return how many were read again
  public int deriveAgainIfNeeded() {
    var fingerprint = fingerprint();
    int count = 0;
    for (var batch = queries.derivedOtherwise(fingerprint, AT_ONCE);
        !batch.isEmpty();
        batch = queries.derivedOtherwise(fingerprint, AT_ONCE)) {
      var entries = batch;
      count += database.inTransaction(() -> deriveAgain(entries, fingerprint));
    }
    return count;
  }

  private int deriveAgain(List<EntryQueries.Stored> entries, String fingerprint) {
    table.lockForWriting();
    var now = clock.instant();
    for (var stored : entries) {
      var reading = reading(stored.kind(), stored.sourceKey(), stored.content(), now);
      table.derive(stored.id(), reading, fingerprint, now);
    }
    changes.record("catalogue", "entry", entries.stream().map(EntryQueries.Stored::id).toList());
    return entries.size();
  }
}
