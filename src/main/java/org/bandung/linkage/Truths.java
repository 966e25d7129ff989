package org.bandung.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bandung.kernel.Period;

/// What sources themselves tell of which of their statements belong together, hidden from linking.
///
/// A series: ids of one source that are equal but for a year between two hyphens, as some
/// publishers number the yearly reports of one project. Where the periods of two touch they speak
/// of one initiative; where they do not, one repeats the other. Declared ties: parent and child,
/// sisters.
final class Truths {

  private final List<Told> told;

  Truths(List<Told> told) {
    this.told = told;
  }

  Set<String> keys() {
    return told.stream().map(Told::key).collect(Collectors.toSet());
  }

  /// @param repeats those whose periods do not touch, else those whose periods do
  Set<String> series(boolean repeats) {
    Map<String, List<Told>> series = new TreeMap<>();
    for (var one : told) {
      var stem = one.originalId().replaceFirst("-(19|20)[0-9]{2}-", "-*-");
      if (!stem.equals(one.originalId())) {
        series.computeIfAbsent(one.source() + " " + stem, s -> new ArrayList<>()).add(one);
      }
    }
    var pairs = new HashSet<String>();
    for (var some : series.values()) {
      for (int i = 0; i < some.size(); i++) {
        for (int j = i + 1; j < some.size(); j++) {
          if (apart(some.get(i), some.get(j)) == repeats) {
            pairs.add(Linker.pairKey(some.get(i).key(), some.get(j).key()));
          }
        }
      }
    }
    return pairs;
  }

  private static boolean apart(Told a, Told b) {
    return before(a, b) || before(b, a);
  }

  private static boolean before(Told a, Told b) {
    var end = period(a).end();
    var start = period(b).start();
    return end != null && start != null && end.latest().isBefore(start.earliest());
  }

  private static Period period(Told told) {
    var actual = told.content().actual();
    var planned = told.content().planned();
    return new Period(
        actual.start() != null ? actual.start() : planned.start(),
        actual.end() != null ? actual.end() : planned.end(),
        false);
  }

  /// @param parts parent and child, else sisters
  Set<String> declared(boolean parts) {
    Map<String, Told> byId = new HashMap<>();
    told.forEach(t -> byId.put(t.originalId().strip().toUpperCase(Locale.ROOT), t));
    var pairs = new HashSet<String>();
    for (var one : told) {
      for (var relation : one.content().relations()) {
        var other = byId.get(relation.originalId().strip().toUpperCase(Locale.ROOT));
        boolean wanted =
            parts
                ? relation.type().equals("1") || relation.type().equals("2")
                : relation.type().equals("3");
        if (other != null && wanted && !other.key().equals(one.key())) {
          pairs.add(Linker.pairKey(one.key(), other.key()));
        }
      }
    }
    return pairs;
  }
}
