package org.bandung.catalogue.drafts;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.catalogue.Entry;
import org.bandung.kernel.StableId;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.ContentCodec;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// Tables of many drafts at once: the same key of a row is the same draft.
@Service
public class DraftRows {

  private static final int MOST = 500;

  private final Database database;
  private final DraftTable table;
  private final Mandates mandates;
  private final Audit audit;
  private final Clock clock;

  @Autowired
  DraftRows(Database database, Mandates mandates, Audit audit) {
    this(database, mandates, audit, Clock.systemUTC());
  }

  DraftRows(Database database, Mandates mandates, Audit audit, Clock clock) {
    this.database = database;
    this.table = new DraftTable(database);
    this.mandates = mandates;
    this.audit = audit;
    this.clock = clock;
  }

  /// What becomes of a row.
  public enum Fate {
    /// A draft of its own.
    CREATED,
    /// The draft that it made before says the same now.
    UPDATED,
    /// It says what it said before.
    AGAIN,
    /// Somebody has written on the draft since, or it is closed: it is left as it is.
    KEPT,
    /// It is too long, or has something else that no draft may have.
    FAULTY;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Takes rows in as drafts of a body, or looks only what would become of them.
  ///
  /// @return one fate each, in their order; empty if she may not write for that body
  public Optional<List<Fate>> take(
      Account account, String bodyId, List<Entry> rows, boolean earnest) {
    return database.inTransaction(() -> {
      var body =
          account.mandates().stream()
              .map(m -> m.body())
              .filter(b -> b.id().equals(bodyId) && b.kind() != Body.Kind.NODE)
              .filter(b -> mandates.may(account, Permission.WRITE_ENTRY, b))
              .findFirst();
      if (body.isEmpty() || rows.size() > MOST) {
        return Optional.empty();
      }
      var fates = new ArrayList<Fate>();
      for (var row : rows) {
        fates.add(take(account, body.get(), row, earnest));
      }
      return Optional.of(List.copyOf(fates));
    });
  }

  private Fate take(Account account, Body body, Entry row, boolean earnest) {
    var said = wording(row);
    if (!Drafts.KINDS.contains(row.kind()) || !WordingFaults.storable(said).isEmpty()) {
      return Fate.FAULTY;
    }
    var origin = new Draft.Origin(row.originalId(), hash(said));
    var id = StableId.of("draft-row", body.id(), row.kind().code(), row.originalId());
    var held = earnest ? table.lock(id) : table.find(id);
    var fate = fate(held, origin.hash());
    var by = new Draft.Saving(clock.instant().truncatedTo(ChronoUnit.MICROS), account.id());
    if (earnest && fate == Fate.CREATED) {
      var made = Draft.begun(id, body, said, by, origin);
      table.insert(made);
      record(account, body, made);
    } else if (earnest && fate == Fate.UPDATED) {
      var draft = held.orElseThrow();
      var kept = new Wording(said.content(), said.details(), draft.wording().confidential());
      table.write(draft.written(kept, by).from(origin));
    }
    return fate;
  }

  /// A draft follows its row until somebody writes on it by hand.
  private static Fate fate(Optional<Draft> held, String hash) {
    if (held.isEmpty()) {
      return Fate.CREATED;
    }
    var before = held.get().origin().hash();
    if (before.equals(hash)) {
      return Fate.AGAIN;
    }
    boolean untouched = hash(held.get().wording()).equals(before);
    return untouched && held.get().standing().closed() == null ? Fate.UPDATED : Fate.KEPT;
  }

  private static String hash(Wording wording) {
    return Handover.hash(
        ContentCodec.json(wording.content()) + ContentCodec.json(wording.details()));
  }

  /// What a row says; who speaks is the body.
  private static Wording wording(Entry row) {
    var said = row.content();
    return new Wording(
        new Content(
            null,
            said.title(),
            said.description(),
            null,
            said.planned(),
            said.actual(),
            List.of(),
            said.classifications(),
            said.places(),
            List.of(),
            List.of(),
            List.of(),
            said.links(),
            List.of(),
            List.of(),
            List.of()),
        row.details(),
        Wording.Confidential.NONE);
  }

  private void record(Account account, Body body, Draft draft) {
    table.record(
        draft.id(),
        new DraftTable.Event(draft.saving().at(), account.id(), body.id(), "made", 0, ""));
    audit.record(
        new Audit.Deed(
            account.id(),
            body.id(),
            "entry.made",
            draft.id(),
            Map.of("kind", draft.kind().code(), "of", body.id(), "row", draft.origin().key())));
  }
}
