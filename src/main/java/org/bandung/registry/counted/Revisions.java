package org.bandung.registry.counted;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bandung.registry.counted.Countable.Given;

/// A revised budget takes the place of the original: IATI 2.03 has both stand side by side, marked
/// by `budget/@type` (1 original, 2 revised), and a budget without a mark is an original.
///
/// Of one source, kind (budget, planned disbursement), period, giver and receiver the originals are
/// left out where anything is revised. A revision for another period replaces nothing.
final class Revisions {

  /// The scheme of the marks.
  private static final String SCHEME = "iati-budget-type";

  private static final String REVISED = "2";
  private static final Set<String> KINDS = Set.of("budget", "planned-disbursement");

  private Revisions() {}

  private record Key(String reporter, String kind, Object period, Object giver, Object receiver) {}

  /// What is left, in its order.
  static List<Given> standing(List<Given> all) {
    var revised = new HashSet<Key>();
    all.stream().filter(Revisions::revised).forEach(g -> revised.add(key(g)));
    return revised.isEmpty()
        ? all
        : all.stream()
            .filter(
                g -> !KINDS.contains(g.what().kind()) || revised(g) || !revised.contains(key(g)))
            .toList();
  }

  private static boolean revised(Given given) {
    return KINDS.contains(given.what().kind())
        && given.what().classifications().stream()
            .anyMatch(c -> c.scheme().equals(SCHEME) && c.code().equals(REVISED));
  }

  private static Key key(Given given) {
    return new Key(
        given.reporter(),
        given.what().kind(),
        given.what().period(),
        given.giver(),
        given.receiver());
  }
}
