package org.bandung.statistics.doubts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What may be one, and what was decided to be one, so that a doubt follows an initiative that was
/// since told as another.
///
/// @param same groups of ids of which one is left
public record Ties(List<UnsurePair> unsure, List<Set<String>> same) {

  /// Nothing is in doubt.
  public static final Ties NONE = new Ties(List.of(), List.of());

  public Ties {
    unsure = List.copyOf(unsure);
    same = List.copyOf(same);
  }

  /// The groups within which anything may be one: whatever may be the same as a third may be the
  /// same as each other. In an order that stays.
  public List<List<String>> groups() {
    Map<String, Set<String>> groups = new HashMap<>();
    same.forEach(ids -> join(groups, ids));
    unsure.forEach(pair -> join(groups, Set.of(pair.left(), pair.right())));
    var doubtful = new TreeSet<String>();
    unsure.forEach(pair -> doubtful.add(pair.left()));
    var seen = new TreeSet<String>();
    var listed = new ArrayList<List<String>>();
    for (var id : doubtful) {
      if (!seen.contains(id)) {
        var group = groups.getOrDefault(id, Set.of());
        seen.addAll(group);
        listed.add(List.copyOf(group));
      }
    }
    return listed;
  }

  private static void join(Map<String, Set<String>> groups, Collection<String> ids) {
    var joined = new TreeSet<String>();
    for (var id : ids) {
      joined.add(id);
      joined.addAll(groups.getOrDefault(id, Set.of()));
    }
    joined.forEach(id -> groups.put(id, joined));
  }
}
