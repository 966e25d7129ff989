package org.bandung.statistics.facts;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bandung.reference.Reference;
import org.bandung.registry.Registry;
import org.bandung.registry.counted.Countable;
import org.bandung.store.ChangeFollower;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.bandung.store.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Keeps what is counted equal to what is public.
@Component
public class FactKeeper implements ChangeFollower, Recurring {

  private static final Logger LOG = LoggerFactory.getLogger(FactKeeper.class);
  private static final String FOLLOWER = "statistics.facts";
  private static final int AT_ONCE = 500;

  private final Registry registry;
  private final Reference reference;
  private final ChangeLog changes;
  private final Database database;
  private final FactTable table;
  private final FactRules rules;
  private final Clock clock;

  @Autowired
  public FactKeeper(Registry registry, Reference reference, ChangeLog changes, Database database) {
    this(registry, reference, changes, database, Clock.systemUTC());
  }

  FactKeeper(
      Registry registry, Reference reference, ChangeLog changes, Database database, Clock clock) {
    this.registry = registry;
    this.reference = reference;
    this.changes = changes;
    this.database = database;
    this.table = new FactTable(database);
    this.rules = new FactRules(reference);
    this.clock = clock;
  }

  @Override
  public String name() {
    return FOLLOWER;
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  /// Other rules, other reference data or another year make all anew, though nothing changed.
  @Override
  public void round() {
    if (!made()) {
      catchUp();
    }
  }

  @Override
  public void follow(List<ChangeLog.Change> changed) {
    table.lock();
    if (!table.madeWith().equals(fingerprint())) {
      fill();
      return;
    }
    var ids = new TreeSet<String>();
    for (var change : changed) {
      if (change.kind().equals("initiative")) {
        ids.add(change.id());
      }
    }
    put(List.copyOf(ids));
  }

  /// What is ongoing counts in the current year, so a new year makes all anew.
  private String fingerprint() {
    return FactCodec.VERSION + " " + year() + " " + reference.fingerprint();
  }

  private int year() {
    return clock.instant().atOffset(ZoneOffset.UTC).getYear();
  }

  private void put(List<String> ids) {
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      int year = year();
      table.replace(some, registry.countable(some).stream().flatMap(c -> fact(c, year)).toList());
    }
  }

  /// One record that cannot be counted must not keep all others from it.
  private Stream<Fact> fact(Countable countable, int year) {
    try {
      return Stream.of(rules.fact(countable, year));
    } catch (RuntimeException e) {
      LOG.warn("the initiative {} cannot be counted", countable.id(), e);
      return Stream.empty();
    }
  }

  /// Makes all anew; what changes meanwhile comes by the change log.
  private void fill() {
    table.clear();
    for (var ids = registry.idsAfter("", AT_ONCE);
        !ids.isEmpty();
        ids = registry.idsAfter(ids.getLast(), AT_ONCE)) {
      put(ids);
    }
    table.markMadeWith(fingerprint());
  }

  /// Brings the facts up to what is public now.
  public void catchUp() {
    if (!table.madeWith().equals(fingerprint())) {
      database.inTransaction(() -> {
        table.lock();
        if (!table.madeWith().equals(fingerprint())) {
          changes.beginHere(FOLLOWER);
          fill();
        }
        return true;
      });
    }
    while (changes.follow(this, AT_ONCE).waiting()) {
      // more is waiting
    }
  }

  /// Whether the facts are those of these rules and reference data, all of them.
  public boolean made() {
    return table.madeWith().equals(fingerprint());
  }

  /// The public ones among these initiatives, told and counted, by id. What is stored of facts does
  /// not matter: they are made anew, from what is public at this moment.
  public List<Reckoned> reckoned(List<String> ids) {
    int year = year();
    return registry.countable(ids).stream()
        .sorted(Comparator.comparing(Countable::id))
        .flatMap(c -> fact(c, year).map(f -> new Reckoned(c, f)))
        .toList();
  }

  /// The version of each segment of facts; none while they are those of other rules, which an older
  /// program wrote perhaps and nobody can read.
  public Map<Short, Long> versions() {
    return made() ? table.versions() : Map.of();
  }

  /// The facts of a segment, by id.
  public List<Fact> read(short segment) {
    return table.read(segment);
  }

  /// The facts of some initiatives, by id; what is not counted is left out.
  public List<Fact> of(List<String> ids) {
    return table.of(ids);
  }

  /// The fact that initiatives would be if they were one; empty if one of them stands no longer.
  public Optional<Fact> asOne(List<String> ids) {
    return registry.countableAsOne(ids).flatMap(c -> fact(c, year()).findFirst());
  }

  /// In which segment the fact of an initiative lies.
  public static short segmentOf(String id) {
    return FactTable.segment(id);
  }
}
