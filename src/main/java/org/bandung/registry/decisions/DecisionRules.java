package org.bandung.registry.decisions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What follows from decisions: pure.
final class DecisionRules {

  private DecisionRules() {}

  /// The decisions that stand: the last of each pair, unless it undid.
  ///
  /// @param all in the order in which they were taken
  static List<Decision> standing(List<Decision> all) {
    var last = new LinkedHashMap<String, Decision>();
    for (var decision : all) {
      last.put(pair(decision.left(), decision.right()), decision);
    }
    return last.values().stream().filter(d -> d.verdict() != Verdict.UNDONE).toList();
  }

  private static String pair(String one, String other) {
    return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
  }

  /// Groups of initiatives that are the same, each with at least two: whatever is the same as a
  /// third is the same as each other.
  static List<Set<String>> groups(Collection<Decision> standing) {
    Map<String, Set<String>> groups = new HashMap<>();
    for (var decision : standing) {
      if (decision.verdict() == Verdict.SAME) {
        var one = new TreeSet<>(groups.getOrDefault(decision.left(), Set.of(decision.left())));
        one.addAll(groups.getOrDefault(decision.right(), Set.of(decision.right())));
        one.forEach(id -> groups.put(id, one));
      }
    }
    return new ArrayList<>(Set.copyOf(groups.values()));
  }

  /// Whether two would become the same although somebody decided that they are not, directly or
  /// through others.
  static boolean contradicts(Collection<Decision> standing) {
    var groups = groups(standing);
    return standing.stream()
        .filter(d -> d.verdict() != Verdict.SAME && d.verdict() != Verdict.UNSURE)
        .anyMatch(
            d -> groups.stream().anyMatch(g -> g.contains(d.left()) && g.contains(d.right())));
  }
}
