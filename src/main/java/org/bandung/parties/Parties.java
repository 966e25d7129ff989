package org.bandung.parties;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bandung.kernel.BadCursor;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Fate;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Once;
import org.bandung.kernel.Reader;
import org.bandung.parties.OrganisationTable.NewRow;
import org.bandung.parties.StatementTable.Held;
import org.bandung.parties.StatementTable.Key;
import org.bandung.parties.StatementTable.Said;
import org.bandung.reference.DataFiles;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The one entrance to organisations.
@Service
public final class Parties {

  /// The kinds of organisations, `mentioned` being those known only from real data.
  public static final List<String> KINDS = Directory.KINDS_AND_MENTIONED;

  private static final int UNNAMED = 0;
  private static final int MENTIONED = 1;
  private static final int OWN_STATEMENT = 2;

  private final Database database;
  private final ChangeLog changes;
  // A command that needs no organisation does not wait for the directory.
  private final Once<Listed> listed;
  private final Once<String> fingerprint;
  private final OrganisationTable organisations;
  private final StatementTable statements;
  // Ranks of the names of organisations known to be stored; read when first needed.
  private volatile @Nullable Map<String, Integer> stored;

  @Autowired
  Parties(Database database, ChangeLog changes, Reference reference, ReferenceSettings settings) {
    this(
        database,
        changes,
        reference,
        () ->
            DataFiles.onClassPath("/parties", settings.overrides().map(o -> o.resolve("parties"))));
  }

  private Parties(
      Database database, ChangeLog changes, Reference reference, Supplier<DataFiles> reading) {
    this.database = database;
    this.changes = changes;
    this.organisations = new OrganisationTable(database);
    this.statements = new StatementTable(database);
    this.listed = Once.of(() -> listed(Directory.read(reading.get(), reference), reference));
    this.fingerprint = Once.of(() -> Directory.fingerprint(reading.get()));
    if (reading.get().hasOverrides()) {
      listed.get(); // a node's own files are checked before the first use
    }
  }

  private Listed listed(Directory directory, Reference reference) {
    return new Listed(
        directory,
        new IdentityRules(directory, reference),
        new OrganisationPages(directory, organisations));
  }

  /// The directory and what is made of it.
  private record Listed(Directory directory, IdentityRules rules, OrganisationPages pages) {}

  /// Reads the directory from a folder, such as that of an invented world.
  ///
  /// @throws org.bandung.reference.BadDataException if any file had a fault
  public static Parties load(
      Path folder, Database database, ChangeLog changes, Reference reference) {
    return new Parties(database, changes, reference, () -> DataFiles.in(folder, Optional.empty()));
  }

  /// Who a mention is; pure look-up, writes nothing, safe for all threads.
  public Identity identify(Mention mention) {
    return listed.get().rules().identify(mention);
  }

  /// Changes when any file of the directory changes, so that what was derived can be derived again.
  public String fingerprint() {
    return fingerprint.get();
  }

  /// Makes sure that every mentioned organisation with a real reference has its row. Joins the
  /// caller's transaction.
  public void remember(Collection<Mention> mentions) {
    var ranks = ranks();
    var rows = new HashMap<String, NewRow>();
    for (var mention : mentions) {
      var key = listed.get().rules().realReference(mention.reference());
      if (key == null || listed.get().directory().byReference(key) != null) {
        continue;
      }
      int rank = mention.name().isEmpty() ? UNNAMED : MENTIONED;
      var id = IdentityRules.id(key);
      if (rank > ranks.getOrDefault(id, -1)) {
        var row = row(key, mention, rank);
        rows.merge(id, row, (first, next) -> next.nameRank() > first.nameRank() ? next : first);
      }
    }
    store(rows.values());
  }

  /// Takes in what a publisher's organisation file says. Joins the caller's transaction.
  ///
  /// @return for each whether it was new, changed, unchanged or older, in the same order
  public List<Receipt> receive(List<OrganisationStatement> said) {
    return said.isEmpty() ? List.of() : database.inTransaction(() -> receiveTogether(said));
  }

  private List<Receipt> receiveTogether(List<OrganisationStatement> all) {
    var held = statements.held(all.stream().map(Parties::key).distinct().toList());
    var before = statements.saidBefore(hashes(all));
    var receipts = new ArrayList<Receipt>(all.size());
    var newest = new LinkedHashMap<Key, OrganisationStatement>();
    Set<Said> added = new LinkedHashSet<>();
    for (var said : all) {
      var key = key(said);
      var content = new Said(key, said.contentHash());
      var receipt = Recency.judge(held.get(key), said, before.contains(content));
      receipts.add(receipt);
      if (before.add(content)) {
        added.add(content);
      }
      if (receipt == Receipt.CREATED || receipt == Receipt.UPDATED) {
        held.put(key, new Held(said.contentHash(), said.lastUpdated(), said.generated()));
        newest.put(key, said);
      }
    }
    statements.replace(newest, organisations);
    statements.remember(added);
    compose(newest.values());
    return receipts;
  }

  // Its own statement names an organisation; what another publisher's file says of it is a mention.
  private void compose(Collection<OrganisationStatement> newest) {
    var rows = new HashMap<String, NewRow>();
    for (var said : newest) {
      var key = listed.get().rules().realReference(said.reference());
      if (key == null || listed.get().directory().byReference(key) != null) {
        continue;
      }
      boolean own = Directory.normalised(said.sourceKey()).endsWith(":" + key);
      int rank = said.name().isEmpty() ? UNNAMED : own ? OWN_STATEMENT : MENTIONED;
      var row = row(key, new Mention(said.reference(), said.name(), said.type()), rank);
      rows.merge(
          row.id(), row, (first, next) -> next.nameRank() >= first.nameRank() ? next : first);
    }
    store(rows.values());
  }

  private NewRow row(String key, Mention mention, int rank) {
    var identity = listed.get().rules().identify(mention);
    return new NewRow(
        IdentityRules.id(key),
        key,
        mention.name(),
        rank,
        mention.type(),
        identity.country().map(CountryCode::alpha3).orElse(null),
        identity.grouping().orElse(null));
  }

  private void store(Collection<NewRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var changed = organisations.store(rows);
    changes.record("parties", "organisation", changed);
    var ranks = ranks();
    afterCommit(() -> rows.forEach(row -> ranks.merge(row.id(), row.nameRank(), Math::max)));
  }

  // What a transaction wrote is known to be stored only once it has ended well.
  private static void afterCommit(Runnable work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      work.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }

  private Map<String, Integer> ranks() {
    var ranks = stored;
    if (ranks == null) {
      ranks = new ConcurrentHashMap<>(organisations.ranks());
      stored = ranks;
    }
    return ranks;
  }

  private static Key key(OrganisationStatement said) {
    return new Key(said.sourceKey(), Directory.normalised(said.reference()));
  }

  private static List<String> hashes(List<OrganisationStatement> all) {
    return all.stream().map(OrganisationStatement::contentHash).toList();
  }

  /// Which organisation statements are known already, by content hash.
  public Collection<String> known(Collection<String> contentHashes) {
    return contentHashes.isEmpty() ? Set.of() : statements.known(contentHashes);
  }

  /// Organisations of the directory and mentioned ones in one list by name.
  ///
  /// @throws BadCursor if the cursor came from elsewhere
  public OrganisationPage list(
      Reader reader, OrganisationFilter filter, Optional<String> cursor, int limit) {
    return listed.get().pages().list(reader, filter, cursor, limit);
  }

  /// One organisation by its id; an id from before the directory listed it leads to its entry.
  public Optional<Organisation> find(Reader reader, String id) {
    return listed
        .get()
        .directory()
        .find(id)
        .or(() -> organisations.find(reader, id).map(this::asListed));
  }

  /// Organisations by their ids; those that nobody knows are missing.
  public Map<String, Organisation> find(Reader reader, Collection<String> ids) {
    var found = new LinkedHashMap<String, Organisation>();
    organisations.find(reader, ids).forEach(o -> found.put(o.id(), asListed(o)));
    ids.forEach(id -> listed.get().directory().find(id).ifPresent(o -> found.put(id, o)));
    return found;
  }

  private Organisation asListed(Organisation mentioned) {
    var entry = listed.get().directory().byReference(mentioned.references().getFirst());
    return entry == null ? mentioned : entry;
  }

  /// What has become of mentioned organisations of which the reader may hold copies, by id; an id
  /// that was never his to see is left out.
  public Map<String, Fate> fates(Reader reader, Collection<String> ids) {
    var fates = new HashMap<String, Fate>();
    var directory = listed.get().directory();
    for (var seen : organisations.seen(reader, ids)) {
      var entry = directory.byReference(seen.reference());
      fates.put(
          seen.id(),
          entry != null
              ? new Fate.Merged(entry.id())
              : seen.visible() ? new Fate.Current(Optional.empty()) : new Fate.Closed());
    }
    return fates;
  }

  /// The agencies that coordinate a country's cooperation.
  public List<Organisation> coordinatingAgencies(CountryCode country) {
    return listed.get().directory().all().stream()
        .filter(o -> o.kind().equals("coordinating-agency"))
        .filter(o -> o.country().equals(Optional.of(country)))
        .toList();
  }

  /// What became of an organisation statement.
  public enum Receipt {
    CREATED,
    UPDATED,
    UNCHANGED,
    OLDER
  }

  /// What a publisher says of an organisation, its budgets left in the original element.
  ///
  /// @param element the original element, compressed
  public record OrganisationStatement(
      String sourceKey,
      String reference,
      LocalizedText name,
      @Nullable String type,
      String contentHash,
      byte[] element,
      @Nullable Instant lastUpdated,
      @Nullable Instant generated) {}

  /// What a list of organisations is narrowed to.
  public record OrganisationFilter(
      Optional<String> kind, Optional<CountryCode> country, Optional<String> words) {}

  /// One page of organisations by name.
  public record OrganisationPage(List<Organisation> items, Optional<String> next) {}
}
