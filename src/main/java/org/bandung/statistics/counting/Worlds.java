package org.bandung.statistics.counting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// In which ways initiatives of a group may turn out to be one: pure.
final class Worlds {

  /// Five initiatives can be told in 52 ways, six in 203: then nobody works out the bounds.
  static final int MOST = 5;

  private Worlds() {}

  /// Every way in which decisions could tell them, but for all apart. Where none of them was
  /// decided to be two, only the one in which all are one.
  ///
  /// @param apart pairs that were decided to be two
  /// @return empty if there are too many ways
  static Optional<List<List<List<String>>>> of(List<String> ids, Set<Set<String>> apart) {
    var known = new HashSet<>(ids);
    if (apart.stream().noneMatch(known::containsAll)) {
      return Optional.of(List.of(List.of(ids)));
    }
    if (ids.size() > MOST) {
      return Optional.empty();
    }
    List<List<List<String>>> ways = List.of(List.of());
    for (var id : ids) {
      var more = new ArrayList<List<List<String>>>();
      ways.forEach(way -> put(more, way, id, apart));
      ways = more;
    }
    return Optional.of(ways.stream().filter(way -> way.size() < ids.size()).toList());
  }

  /// The next one stands for itself, or joins any of what there is.
  private static void put(
      List<List<List<String>>> ways, List<List<String>> way, String id, Set<Set<String>> apart) {
    ways.add(with(way, way.size(), List.of(id)));
    for (int i = 0; i < way.size(); i++) {
      var one = way.get(i);
      if (one.stream().noneMatch(other -> apart.contains(Set.of(other, id)))) {
        var joined = new ArrayList<>(one);
        joined.add(id);
        ways.add(with(way, i, List.copyOf(joined)));
      }
    }
  }

  private static List<List<String>> with(List<List<String>> way, int at, List<String> one) {
    var other = new ArrayList<>(way);
    if (at == other.size()) {
      other.add(one);
    } else {
      other.set(at, one);
    }
    return List.copyOf(other);
  }
}
