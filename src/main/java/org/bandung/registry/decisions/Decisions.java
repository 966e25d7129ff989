package org.bandung.registry.decisions;

import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.kernel.Reader;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.Registry;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/// Takes decisions on initiatives that may be one. Who decides is the authority of a country that
/// takes part in both; a later decision of any such authority counts instead, and nothing is ever
/// deleted: what was told as one can be told apart again.
@Lazy
@Service
public class Decisions {

  private static final int LONGEST = 2_000;

  private final Database database;
  private final DecisionTable table;
  private final Registry registry;
  private final Mandates mandates;
  private final Audit audit;
  private final Clock clock;

  @Autowired
  Decisions(Database database, Registry registry, Mandates mandates, Audit audit) {
    this(database, registry, mandates, audit, Clock.systemUTC());
  }

  Decisions(Database database, Registry registry, Mandates mandates, Audit audit, Clock clock) {
    this.database = database;
    this.table = new DecisionTable(database);
    this.registry = registry;
    this.mandates = mandates;
    this.audit = audit;
    this.clock = clock;
  }

  /// What became of a decision.
  public sealed interface Outcome {
    record Taken() implements Outcome {}

    /// The reason is too long, both are one, or there is nothing to undo.
    record Faulty() implements Outcome {}

    /// It contradicts what was decided of these or others that are the same: that has to be undone
    /// first.
    record Contradicts() implements Outcome {}
  }

  /// The decisions that stand, the latest last.
  public List<Decision> standing() {
    return DecisionRules.standing(table.all());
  }

  /// What was ever decided of an initiative, the latest last.
  public List<Decision> of(String id) {
    return table.of(List.of(id));
  }

  /// What stands decided of an initiative and of those that are told in it, the latest last.
  public List<Decision> standingOf(String id) {
    var told = registry.spoken(Reader.PUBLIC, List.of(id));
    var ids = told.stream().map(InitiativeView.Spoken::own).collect(toCollection(TreeSet::new));
    ids.add(id);
    return DecisionRules.standing(table.of(ids));
  }

  /// The countries that take part in both of two initiatives as each would be told without the
  /// other: whoever takes part in one only cannot come in by way of the other.
  public Set<String> countriesOfBoth(String left, String right) {
    var apart = registry.countriesApart(Reader.PUBLIC, List.of(left, right));
    var countries = new TreeSet<>(apart.getOrDefault(left, Set.of()));
    countries.retainAll(apart.getOrDefault(right, Set.of()));
    return countries;
  }

  /// In whose name somebody may decide on two initiatives.
  ///
  /// @param countries that take part in both
  public Optional<Body> decidesFor(Account account, Set<String> countries) {
    return account.mandates().stream()
        .map(m -> m.body())
        .filter(b -> b.kind() == Body.Kind.AUTHORITY && countries.contains(b.country()))
        .filter(b -> mandates.may(account, Permission.RELEASE, b))
        .findFirst();
  }

  /// Decides on two initiatives.
  ///
  /// @param left the part, where one is a part
  /// @return empty if there are no such two for her to decide on
  public Optional<Outcome> decide(
      Account account, String left, String right, Verdict verdict, String reason) {
    return database.inTransaction(() -> {
      registry.takeTurns();
      var one = registry.find(Reader.PUBLIC, left);
      var other = registry.find(Reader.PUBLIC, right);
      boolean ids =
          registry
              .fates(Reader.PUBLIC, List.of(left, right))
              .keySet()
              .containsAll(List.of(left, right));
      if (one.isEmpty() || other.isEmpty() || !ids) {
        return Optional.empty();
      }
      var body = decidesFor(account, countriesOfBoth(left, right));
      return body.map(b -> decide(account, b, new Pair(left, right), verdict, reason.strip()));
    });
  }

  /// Decides that a correction, which names nobody who takes part, is of an initiative: for the
  /// authority of a country that takes part in that one.
  ///
  /// @return empty if it is no correction, or not for her to decide
  public Optional<Outcome> corrects(
      Account account, String correction, String known, String reason) {
    return database.inTransaction(() -> {
      registry.takeTurns();
      var said = registry.spoken(Reader.PUBLIC, List.of(correction));
      boolean only =
          !said.isEmpty()
              && said.stream()
                  .allMatch(s -> s.own().equals(correction) && s.speaker().corrects(s.content()));
      if (!only || registry.find(Reader.PUBLIC, known).isEmpty()) {
        return Optional.empty();
      }
      var countries =
          registry.countriesApart(Reader.PUBLIC, List.of(known)).getOrDefault(known, Set.of());
      return decidesFor(account, countries)
          .map(b -> decide(account, b, new Pair(correction, known), Verdict.SAME, reason.strip()));
    });
  }

  private record Pair(String left, String right) {}

  private Outcome decide(Account account, Body body, Pair pair, Verdict verdict, String reason) {
    boolean undoing = verdict == Verdict.UNDONE;
    if (pair.left().equals(pair.right()) || reason.length() > LONGEST) {
      return new Outcome.Faulty();
    }
    var before = table.all();
    var decision =
        new Decision(
            0, pair.left(), pair.right(), verdict, reason, body.id(), body.name(), clock.instant());
    var after = new ArrayList<>(before);
    after.add(decision);
    var standing = DecisionRules.standing(after);
    if (!undoing && DecisionRules.contradicts(standing)) {
      return new Outcome.Contradicts();
    }
    if (undoing
        && DecisionRules.standing(before).stream()
            .noneMatch(d -> d.concerns(pair.left(), pair.right()))) {
      return new Outcome.Faulty();
    }
    table.append(pair.left(), pair.right(), verdict, reason, body, account, decision.at());
    tell(pair, standing, verdict);
    audit.record(
        new Audit.Deed(
            account.id(),
            body.id(),
            "initiatives." + verdict.code(),
            pair.left(),
            Map.of("other", pair.right())));
    return new Outcome.Taken();
  }

  /// Makes initiatives be told as the decisions have it.
  private void tell(Pair pair, List<Decision> standing, Verdict verdict) {
    if (verdict == Verdict.SAME) {
      registry.tellAsOne(List.of(pair.left(), pair.right()));
      return;
    }
    var apart = new TreeSet<>(registry.tellApart(pair.left()));
    apart.addAll(registry.tellApart(pair.right()));
    for (var group : DecisionRules.groups(standing)) {
      var still = new TreeSet<>(group);
      still.retainAll(apart);
      if (still.size() > 1) {
        registry.tellAsOne(still);
      }
    }
  }
}
