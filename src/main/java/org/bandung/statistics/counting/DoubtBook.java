package org.bandung.statistics.counting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bandung.statistics.doubts.Ties;
import org.bandung.statistics.doubts.UnsurePair;
import org.bandung.statistics.doubts.UnsurePairs;
import org.bandung.statistics.facts.Fact;
import org.bandung.statistics.facts.FactKeeper;

/// Keeps the groups of initiatives that may be one, each with the fact it would be. Only what
/// changed is read anew. Used by one thread at a time.
final class DoubtBook {

  /// A node with more pairs would be busy with them: its figures say that nobody looked.
  private static final int MOST_PAIRS = 5_000;

  private final FactKeeper facts;
  private final UnsurePairs pairs;
  private final Codes codes;
  private final Function<List<Fact>, Segment> build;
  private Map<Ties.Group, Known> known = new HashMap<>();
  private Ties ties = Ties.NONE;
  private Map<Short, Long> versions = Map.of();
  private Doubts doubts = Doubts.NONE;

  DoubtBook(FactKeeper facts, UnsurePairs pairs, Codes codes, Function<List<Fact>, Segment> build) {
    this.facts = facts;
    this.pairs = pairs;
    this.codes = codes;
    this.build = build;
  }

  /// @param at versions of the segments its facts lie in
  /// @param group empty if fewer than two of it are counted
  private record Known(Map<Short, Long> at, Optional<Doubts.Group> group) {}

  /// What is in doubt, over facts of these versions; the same object until it changes.
  Doubts at(Map<Short, Long> now) {
    var tied = pairs.now();
    if (tied.unsure().size() > MOST_PAIRS) {
      tied = tied.unlooked();
    }
    if (tied.equals(ties) && now.equals(versions)) {
      return doubts;
    }
    var fresh = new HashMap<Ties.Group, Known>();
    for (var tie : tied.groups()) {
      var at = versions(tie.ids(), now);
      var before = known.get(tie);
      fresh.put(tie, before != null && before.at.equals(at) ? before : new Known(at, group(tie)));
    }
    if (!fresh.equals(known) || tied.looked() != ties.looked()) {
      doubts =
          new Doubts(
              fresh.values().stream().flatMap(k -> k.group.stream()).toList(),
              codes,
              tied.looked());
    }
    known = fresh;
    ties = tied;
    versions = Map.copyOf(now);
    return doubts;
  }

  private Map<Short, Long> versions(List<String> ids, Map<Short, Long> now) {
    var at = new HashMap<Short, Long>();
    for (var id : ids) {
      short segment = FactKeeper.segmentOf(id);
      at.put(segment, now.getOrDefault(segment, 0L));
    }
    return at;
  }

  private Optional<Doubts.Group> group(Ties.Group tie) {
    var apart = facts.of(tie.ids());
    if (apart.size() < 2) {
      return Optional.empty();
    }
    var standing = apart.stream().map(Fact::id).toList();
    var told = new HashMap<List<String>, Fact>();
    apart.forEach(fact -> told.put(List.of(fact.id()), fact));
    var ways = Worlds.of(standing, tie.apart());
    var worlds = new ArrayList<Segment>();
    for (var way : ways.orElse(List.of())) {
      var world = way.stream().flatMap(ids -> one(ids, told).stream()).toList();
      if (world.size() < way.size()) {
        return Optional.empty(); // one of them stands no longer
      }
      worlds.add(build.apply(world));
    }
    return ways.filter(List::isEmpty).isPresent()
        ? Optional.empty()
        : Optional.of(new Doubts.Group(standing, build.apply(apart), worlds));
  }

  private Optional<Fact> one(List<String> ids, Map<List<String>, Fact> told) {
    if (!told.containsKey(ids)) {
      facts.asOne(ids).ifPresent(fact -> told.put(ids, fact));
    }
    return Optional.ofNullable(told.get(ids));
  }

  /// The pairs of which both stand, or are told in what stands, and are two.
  ///
  /// @param behind some of them
  List<UnsurePair> unsure(Set<String> behind) {
    var one = ties.one();
    var counted = new HashSet<>(doubts.ids());
    return ties.unsure().stream()
        .filter(p -> {
          var left = standing(p.left(), one, counted);
          var right = standing(p.right(), one, counted);
          return left.isPresent()
              && right.isPresent()
              && !left.equals(right)
              && (behind.contains(left.get()) || behind.contains(right.get()));
        })
        .toList();
  }

  private static Optional<String> standing(
      String id, Map<String, Set<String>> one, Set<String> counted) {
    return counted.contains(id)
        ? Optional.of(id)
        : one.getOrDefault(id, Set.of()).stream().filter(counted::contains).findFirst();
  }
}
