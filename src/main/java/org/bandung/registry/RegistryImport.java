package org.bandung.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.kernel.StableId;
import org.bandung.parties.Mention;
import org.bandung.parties.Parties;
import org.bandung.reference.Reference;
import org.bandung.registry.said.Statement;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;

/// An import under way: each batch is read, decided and written in one transaction.
final class RegistryImport implements ImportRun {

  /// What an import works with.
  record Tools(
      Database database,
      ChangeLog changes,
      StatementTable statements,
      InitiativeTable initiatives,
      RunTable runs,
      Derivations derivations,
      Reference reference,
      Parties parties,
      Clock clock) {}

  /// So many new versions change what the planner should know of the tables.
  private static final int MANY = 500;

  private final Tools tools;
  private final long run;
  private final Map<String, Integer> sourceIds = new HashMap<>();
  private final Set<Long> seen = new HashSet<>();
  private final Set<String> seenSources = new HashSet<>();
  private int files;
  private int written;
  private boolean ended;

  RegistryImport(Tools tools, String channel, String description) {
    this.tools = tools;
    this.run = tools.runs.begin(channel, description, tools.clock.instant());
  }

  @Override
  public Map<String, Known> known(Collection<String> contentHashes) {
    return tools.statements.known(contentHashes);
  }

  @Override
  public void seen(Collection<Known> known) {
    for (var k : known) {
      seen.add(k.statement());
      seenSources.add(k.sourceKey());
    }
  }

  @Override
  public List<Receipt> receive(List<Statement> statements) {
    if (statements.isEmpty()) {
      return List.of();
    }
    var batch = new Batch(statements, tools.clock.instant());
    var receipts =
        tools.database.inTransaction(() -> {
          tools.statements.lockForWriting();
          batch.read();
          batch.decide();
          batch.write();
          return batch.receipts;
        });
    written += batch.newVersions.size();
    batch.states.values().forEach(s -> seen.add(s.id));
    statements.forEach(s -> seenSources.add(s.source().key()));
    sourceIds.putAll(batch.sources);
    return receipts;
  }

  @Override
  public void fileDone(FileReport report) {
    tools.database.inTransaction(() -> {
      tools.runs.addFile(run, ++files, report);
      tools.runs.beat(run, tools.clock.instant());
      return files;
    });
  }

  @Override
  public int finish(boolean complete) {
    var now = tools.clock.instant();
    int withdrawn =
        tools.database.inTransaction(() -> {
          int count = complete ? withdrawUnseen(now) : 0;
          tools.runs.end(run, true, count, now);
          return count;
        });
    ended = true;
    return withdrawn;
  }

  private int withdrawUnseen(Instant now) {
    tools.statements.lockForWriting();
    var sources = new HashSet<Integer>();
    for (var key : seenSources) {
      tools.statements.findSource(key).ifPresent(sources::add); // none yet in a rehearsal
    }
    var concerned = tools.statements.withdrawUnseen(sources, seen, now);
    rewrite(new LinkedHashSet<>(concerned), now);
    return concerned.size();
  }

  /// Composes and derives existing initiatives again from the statements in the database.
  private void rewrite(Collection<String> ids, Instant now) {
    var rows = InitiativeRow.build(tools, ids, now);
    tools.initiatives.replace(rows, now);
    tools.changes.record("registry", "initiative", ids);
    tools.changes.record(
        "registry",
        "initiative",
        rows.stream().map(InitiativeRow::id).filter(id -> !ids.contains(id)).toList());
  }

  @Override
  public void close() {
    if (!ended) {
      tools.runs.end(run, false, 0, tools.clock.instant());
      ended = true;
    }
    if (written >= MANY) {
      // A command may stop the embedded server long before its own housekeeping comes round.
      tools.statements.refreshStatistics();
    }
  }

  /// A statement while its batch is decided.
  private static final class State {
    long id;
    String initiative = "";
    String hash = "";
    Optional<StatementRules.Mark> mark = Optional.empty();
    boolean withdrawn;
    long version;
    String judgedWith = "";
    boolean isNew;
    final Set<String> saidInBatch = new HashSet<>();
  }

  private record Key(int source, String originalId) {}

  /// One batch: read, decide, write.
  private final class Batch {
    final List<Statement> statements;
    final Instant now;
    final Map<Key, State> states = new LinkedHashMap<>();
    final Map<String, String> byIdentifier = new HashMap<>();
    final Map<String, String> newIdentifiers = new LinkedHashMap<>();
    final List<StatementTable.NewStatement> newStatements = new ArrayList<>();
    final List<StatementTable.NewVersion> newVersions = new ArrayList<>();
    final Map<Key, Statement> lastWord = new LinkedHashMap<>();
    final Set<String> newInitiatives = new LinkedHashSet<>();
    final Set<String> changedInitiatives = new LinkedHashSet<>();
    final Set<String> judgedAgain = new LinkedHashSet<>();
    final List<Receipt> receipts = new ArrayList<>();
    final Map<String, Integer> sources = new HashMap<>(sourceIds);
    List<Long> versionIds = List.of();
    List<Long> statementIds = List.of();

    Batch(List<Statement> statements, Instant now) {
      this.statements = statements;
      this.now = now;
    }

    void read() {
      var idsBySource = new LinkedHashMap<Integer, List<String>>();
      for (var s : statements) {
        int source =
            sources.computeIfAbsent(s.source().key(), k -> tools.statements.sourceId(s.source()));
        idsBySource.computeIfAbsent(source, k -> new ArrayList<>()).add(s.originalId());
      }
      idsBySource.forEach((source, ids) ->
          tools
              .statements
              .standing(source, ids)
              .forEach((id, held) -> states.put(new Key(source, id), state(held))));
      byIdentifier.putAll(
          tools.statements.initiativesByIdentifier(
              StatementRules.SCHEME,
              statements.stream().flatMap(s -> StatementRules.strong(s).stream()).toList()));
      versionIds = tools.statements.freshIds("registry_version_ids", statements.size());
      statementIds = tools.statements.freshIds("registry_statement_ids", statements.size());
    }

    private State state(StatementTable.Standing held) {
      var state = new State();
      state.id = held.id();
      state.initiative = held.initiativeId();
      state.hash = held.hash();
      state.mark = held.mark();
      state.withdrawn = held.withdrawn();
      state.version = held.version();
      state.judgedWith = held.judgedWith();
      return state;
    }

    void decide() {
      for (int i = 0; i < statements.size(); i++) {
        var said = statements.get(i);
        int source = java.util.Objects.requireNonNull(sources.get(said.source().key()));
        var key = new Key(source, said.originalId());
        var state = states.get(key);
        if (state == null) {
          receipts.add(create(key, said, statementIds.get(i), versionIds.get(i)));
        } else {
          receipts.add(update(key, state, said, versionIds.get(i)));
        }
      }
    }

    private Receipt create(Key key, Statement said, long id, long version) {
      var state = new State();
      state.id = id;
      state.isNew = true;
      state.initiative = initiativeOf(said);
      states.put(key, state);
      take(key, state, said, version);
      newStatements.add(
          new StatementTable.NewStatement(
              id, key.source, key.originalId, state.initiative, said.speaker().name(), version));
      return new Receipt(Outcome.CREATED, state.initiative, id);
    }

    private String initiativeOf(Statement said) {
      var strong = StatementRules.strong(said);
      for (var identifier : strong) {
        var known = byIdentifier.get(identifier);
        if (known != null) {
          changedInitiatives.add(known);
          link(strong, known);
          return known;
        }
      }
      var fresh = StableId.of(said.source().key(), said.originalId());
      newInitiatives.add(fresh);
      link(strong, fresh);
      return fresh;
    }

    private void link(List<String> identifiers, String initiative) {
      for (var identifier : identifiers) {
        if (byIdentifier.putIfAbsent(identifier, initiative) == null) {
          newIdentifiers.put(identifier, initiative);
        }
      }
    }

    private Receipt update(Key key, State state, Statement said, long version) {
      var outcome =
          StatementRules.judge(
              new StatementRules.Held(state.hash, state.mark, state.withdrawn),
              said,
              () -> saidBefore(state, said.contentHash()));
      if (outcome == Outcome.UPDATED) {
        take(key, state, said, version);
        changedInitiatives.add(state.initiative);
      } else if (outcome == Outcome.UNCHANGED && !state.judgedWith.equals(said.judgedWith())) {
        tools.statements.judgeAgain(state.version, said);
        judgedAgain.add(state.initiative);
        state.judgedWith = said.judgedWith();
      }
      return new Receipt(outcome, state.initiative, state.id);
    }

    private boolean saidBefore(State state, String hash) {
      return state.saidInBatch.contains(hash)
          || (!state.isNew && tools.statements.saidBefore(state.id, hash));
    }

    private void take(Key key, State state, Statement said, long version) {
      newVersions.add(new StatementTable.NewVersion(version, state.id, run, now, said));
      lastWord.put(key, said);
      state.saidInBatch.add(said.contentHash());
      state.hash = said.contentHash();
      state.mark =
          StatementRules.Mark.later(
              state.mark, StatementRules.Mark.of(said.lastUpdated(), said.generated()));
      state.withdrawn = false;
      state.version = version;
      state.judgedWith = said.judgedWith();
    }

    void write() {
      changedInitiatives.removeAll(newInitiatives);
      tools.initiatives.insert(newRows(), now);
      tools.statements.addIdentifiers(StatementRules.SCHEME, newIdentifiers);
      tools.statements.insert(newStatements.stream().map(s -> withLastVersion(s)).toList());
      tools.statements.append(newVersions);
      lastWord.forEach((key, said) -> {
        var state = java.util.Objects.requireNonNull(states.get(key));
        if (!state.isNew) {
          tools.statements.makeCurrent(state.id, state.version, said.speaker().name());
        }
      });
      rewrite(changedInitiatives, now);
      tools.changes.record("registry", "initiative", newInitiatives);
      judgedAgain.removeAll(changedInitiatives);
      tools.changes.record("registry", "initiative", judgedAgain); // their notes are others now
      tools.parties.remember(mentions());
      tools.runs.beat(run, now);
    }

    private StatementTable.NewStatement withLastVersion(StatementTable.NewStatement s) {
      var key = new Key(s.source(), s.originalId());
      var state = java.util.Objects.requireNonNull(states.get(key));
      var said = java.util.Objects.requireNonNull(lastWord.get(key));
      return new StatementTable.NewStatement(
          s.id(), s.source(), s.originalId(), s.initiative(), said.speaker().name(), state.version);
    }

    /// New initiatives are composed from memory: all their statements are in this batch.
    private List<InitiativeRow> newRows() {
      var heard = new LinkedHashMap<String, List<InitiativeRow.Heard>>();
      lastWord.forEach((key, said) -> {
        var state = java.util.Objects.requireNonNull(states.get(key));
        if (newInitiatives.contains(state.initiative)) {
          heard
              .computeIfAbsent(state.initiative, k -> new ArrayList<>())
              .add(InitiativeRow.heard(said));
        }
      });
      int year = now.atOffset(ZoneOffset.UTC).getYear();
      var rows = new ArrayList<InitiativeRow>();
      heard.forEach((id, voices) ->
          rows.add(InitiativeRow.of(id, voices, false, tools.derivations, tools.reference, year)));
      return rows;
    }

    private List<Mention> mentions() {
      var mentions = new ArrayList<Mention>();
      for (var version : newVersions) {
        for (var participant : version.said().content().participants()) {
          var o = participant.organisation();
          if (o != null && o.reference() != null) {
            mentions.add(new Mention(o.reference(), o.name(), o.type()));
          }
        }
      }
      return mentions;
    }
  }
}
