package org.bandung.economy.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The triad census: how many sets of three nodes are linked in each of the sixteen possible ways.
public final class Triads {

  /// The types in their usual order. Digits: mutual, one-way and absent links of the three;
  /// letters: down, up, cyclic, transitive.
  public static final List<String> TYPES =
      List.of(
          "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201",
          "120D", "120U", "120C", "210", "300");

  // One example of each, in the same order: arcs among a, b and c.
  private static final List<String> EXAMPLES =
      List.of(
          "",
          "ab",
          "ab ba",
          "ba bc",
          "ab cb",
          "ab bc",
          "ab ba cb",
          "ab ba bc",
          "ab cb ac",
          "ab bc ca",
          "ab ba bc cb",
          "ba bc ac ca",
          "ab cb ac ca",
          "ab bc ac ca",
          "ab bc cb ac ca",
          "ab ba bc cb ac ca");

  private static final List<String> ARCS = List.of("ab", "ba", "ac", "ca", "bc", "cb");
  private static final int[] TYPE = types();

  private Triads() {}

  /// **Triad census** of Holland and Leinhardt: for each type, in the order of `TYPES`, the number
  /// of sets of three nodes of that type.
  ///
  /// Unit: sets of three nodes; together n (n - 1) (n - 2) / 6. Weights do not matter. Source: P.
  /// W. Holland and S. Leinhardt, "A method for detecting structure in sociometric data", 1970;
  /// names of the types as in J. A. Davis and S. Leinhardt, 1972.
  public static Map<String, Long> census(Network network) {
    var size = network.size();
    var pairs = new int[size][size];
    for (var one = 0; one < size; one++) {
      for (var other = 0; other < size; other++) {
        pairs[one][other] = (network.arc(one, other) ? 1 : 0) + (network.arc(other, one) ? 2 : 0);
      }
    }
    var counts = new long[TYPES.size()];
    for (var a = 0; a < size; a++) {
      for (var b = a + 1; b < size; b++) {
        for (var c = b + 1; c < size; c++) {
          counts[TYPE[pairs[a][b] + 4 * pairs[a][c] + 16 * pairs[b][c]]]++;
        }
      }
    }
    var census = new LinkedHashMap<String, Long>();
    for (var type = 0; type < counts.length; type++) {
      census.put(TYPES.get(type), counts[type]);
    }
    return Collections.unmodifiableMap(census);
  }

  // The type of each of the 64 ways in which three given nodes can be linked.
  private static int[] types() {
    var types = new int[64];
    for (var type = 0; type < EXAMPLES.size(); type++) {
      for (var order : List.of("abc", "acb", "bac", "bca", "cab", "cba")) {
        var code = 0;
        for (var arc : EXAMPLES.get(type).split(" ")) {
          code |= arc.isEmpty() ? 0 : 1 << ARCS.indexOf(renamed(arc, order));
        }
        types[code] = type;
      }
    }
    return types;
  }

  private static String renamed(String arc, String order) {
    return "" + order.charAt(arc.charAt(0) - 'a') + order.charAt(arc.charAt(1) - 'a');
  }
}
