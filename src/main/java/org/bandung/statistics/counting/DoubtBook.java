package org.bandung.statistics.counting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bandung.statistics.doubts.Ties;
import org.bandung.statistics.doubts.UnsurePairs;
import org.bandung.statistics.facts.Fact;
import org.bandung.statistics.facts.FactKeeper;

/// Keeps the groups of initiatives that may be one, each with the fact it would be. Only what
/// changed is read anew. Used by one thread at a time.
final class DoubtBook {

  /// A node with more pairs would be busy with them; its figures have no bounds, and say so.
  private static final int MOST_PAIRS = 5_000;

  private final FactKeeper facts;
  private final UnsurePairs pairs;
  private final Codes codes;
  private final Function<List<Fact>, Segment> build;
  private Map<List<String>, Known> known = new HashMap<>();
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
      tied = Ties.NONE;
    }
    if (tied.equals(ties) && now.equals(versions)) {
      return doubts;
    }
    var fresh = new HashMap<List<String>, Known>();
    for (var ids : tied.groups()) {
      var at = versions(ids, now);
      var before = known.get(ids);
      fresh.put(ids, before != null && before.at.equals(at) ? before : new Known(at, group(ids)));
    }
    if (!fresh.equals(known)) {
      doubts = new Doubts(fresh.values().stream().flatMap(k -> k.group.stream()).toList(), codes);
    }
    known = fresh;
    ties = tied;
    versions = Map.copyOf(now);
    return doubts;
  }

  /// The pairs as they were last asked for.
  Ties ties() {
    return ties;
  }

  private Map<Short, Long> versions(List<String> ids, Map<Short, Long> now) {
    var at = new HashMap<Short, Long>();
    for (var id : ids) {
      short segment = FactKeeper.segmentOf(id);
      at.put(segment, now.getOrDefault(segment, 0L));
    }
    return at;
  }

  private Optional<Doubts.Group> group(List<String> ids) {
    var apart = facts.of(ids);
    if (apart.size() < 2) {
      return Optional.empty();
    }
    var standing = apart.stream().map(Fact::id).toList();
    return facts
        .asOne(standing)
        .map(one -> new Doubts.Group(standing, build.apply(apart), build.apply(List.of(one))));
  }
}
