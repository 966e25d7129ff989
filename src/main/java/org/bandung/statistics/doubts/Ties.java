package org.bandung.statistics.doubts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What may be one, and what was decided to be one, so that a doubt follows an initiative that was
/// since told as another.
///
/// @param same groups of ids of which one is left
/// @param apart pairs that were decided to be two
/// @param looked whether all of what may be one is in it; if not, nobody knows what counts twice
public record Ties(
    List<UnsurePair> unsure, List<Set<String>> same, List<Set<String>> apart, boolean looked) {

  /// Nothing is in doubt.
  public static final Ties NONE = new Ties(List.of(), List.of());

  public Ties {
    unsure = List.copyOf(unsure);
    same = List.copyOf(same);
    apart = List.copyOf(apart);
  }

  /// Everything was looked at, and nothing decided to be two.
  public Ties(List<UnsurePair> unsure, List<Set<String>> same) {
    this(unsure, same, List.of(), true);
  }

  /// Initiatives within which anything may be one that was not decided to be two.
  ///
  /// @param apart pairs of them that were
  public record Group(List<String> ids, Set<Set<String>> apart) {
    public Group {
      ids = List.copyOf(ids);
      apart = Set.copyOf(apart);
    }
  }

  /// Nothing to count with, as nobody has looked.
  public Ties unlooked() {
    return new Ties(List.of(), List.of(), List.of(), false);
  }

  /// The groups within which anything may be one: whatever may be the same as a third may be the
  /// same as each other. In an order that stays.
  public List<Group> groups() {
    var one = one();
    var groups = new HashMap<>(one);
    unsure.forEach(pair -> join(groups, Set.of(pair.left(), pair.right())));
    var doubtful = new TreeSet<String>();
    unsure.forEach(pair -> doubtful.add(pair.left()));
    var two = two(one, groups);
    var seen = new TreeSet<String>();
    var listed = new ArrayList<Group>();
    for (var id : doubtful) {
      if (!seen.contains(id)) {
        var group = groups.getOrDefault(id, Set.of());
        seen.addAll(group);
        listed.add(new Group(List.copyOf(group), two.getOrDefault(group, Set.of())));
      }
    }
    return listed;
  }

  /// What was decided to be one with an id, itself among it; ids of which nothing was decided are
  /// not in it.
  public Map<String, Set<String>> one() {
    Map<String, Set<String>> groups = new HashMap<>();
    same.forEach(ids -> join(groups, ids));
    return groups;
  }

  /// What was decided of two holds for all that each of them is one with.
  private Map<Set<String>, Set<Set<String>>> two(
      Map<String, Set<String>> one, Map<String, Set<String>> groups) {
    Map<Set<String>, Set<Set<String>>> two = new HashMap<>();
    for (var pair : apart) {
      var ids = List.copyOf(pair);
      var group = groups.getOrDefault(ids.getFirst(), Set.of());
      if (group.contains(ids.getLast())) {
        for (var left : one.getOrDefault(ids.getFirst(), Set.of(ids.getFirst()))) {
          one.getOrDefault(ids.getLast(), Set.of(ids.getLast())).stream()
              .filter(right -> !right.equals(left))
              .forEach(right ->
                  two.computeIfAbsent(group, g -> new HashSet<>()).add(Set.of(left, right)));
        }
      }
    }
    return two;
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
