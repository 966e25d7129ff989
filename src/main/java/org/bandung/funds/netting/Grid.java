package org.bandung.funds.netting;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The obligations of one netted currency, summed by pair in its smallest units.
final class Grid {

  final Currency currency;
  final List<String> names;
  final Map<String, Integer> places;

  /// What the first owes the second.
  final long[][] owed;

  int obligations;

  private Grid(Currency currency, List<String> names, Map<String, Integer> places) {
    this.currency = currency;
    this.names = names;
    this.places = places;
    this.owed = new long[names.size()][names.size()];
  }

  /// The grids of a problem by currency code.
  ///
  /// @param leftOut takes the ids of obligations of others than the participants
  static SortedMap<String, Grid> of(NettingProblem problem, List<String> leftOut) {
    var names = List.copyOf(problem.participants());
    var places = new HashMap<String, Integer>();
    for (int i = 0; i < names.size(); i++) {
      places.put(names.get(i), i);
    }
    var byCurrency = new HashMap<Currency, Grid>();
    for (var o : problem.obligations()) {
      var debtor = places.get(o.debtor());
      var creditor = places.get(o.creditor());
      if (debtor == null || creditor == null) {
        leftOut.add(o.id());
        continue;
      }
      var value = problem.terms().value(o.amount());
      var grid = byCurrency.computeIfAbsent(value.currency(), c -> new Grid(c, names, places));
      grid.owed[debtor][creditor] =
          Math.addExact(grid.owed[debtor][creditor], NettingProblem.units(value));
      grid.obligations++;
    }
    leftOut.sort(null);
    var sorted = new TreeMap<String, Grid>();
    byCurrency.forEach((c, g) -> sorted.put(c.getCurrencyCode(), g));
    return sorted;
  }

  /// The obligations of two between themselves.
  Grid only(int a, int b) {
    var two =
        new Grid(
            currency,
            List.of(names.get(a), names.get(b)),
            Map.of(names.get(a), 0, names.get(b), 1));
    two.owed[0][1] = owed[a][b];
    two.owed[1][0] = owed[b][a];
    return two;
  }

  int place(String name) {
    return java.util.Objects.requireNonNull(places.get(name));
  }

  int size() {
    return names.size();
  }
}
