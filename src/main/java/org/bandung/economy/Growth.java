package org.bandung.economy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;

/// What the South adds to a quantity of the world from one year to another, such as output at
/// constant prices, or what part of it is the South's, such as outflows of direct investment.
///
/// Only countries with a value in both years count, so that a country that begins to report is not
/// taken for growth.
///
/// @param from the earlier year
/// @param to the later year
/// @param worldBefore sum over the countries counted, in the data's unit
/// @param worldAfter the same in the later year
/// @param southBefore of those that are the South in the later year
/// @param southAfter the same in the later year
/// @param counted how many countries have both values
/// @param leftOut how many have only one of them
public record Growth(
    int from,
    int to,
    double worldBefore,
    double worldAfter,
    double southBefore,
    double southAfter,
    int counted,
    int leftOut) {

  /// Share of the South in the change of the world.
  ///
  /// `(southAfter - southBefore) / (worldAfter - worldBefore)`
  ///
  /// @return any sign, above 1 if the rest shrank; empty unless the world grew, for a share of a
  ///   shrinking whole says nothing
  public OptionalDouble ofGrowth() {
    double change = worldAfter - worldBefore;
    return change > 0
        ? OptionalDouble.of((southAfter - southBefore) / change)
        : OptionalDouble.empty();
  }

  /// Share of the South in the later year's sum.
  ///
  /// `southAfter / worldAfter`
  ///
  /// @return between 0 and 1 for what has no negative values; empty if the sum is not positive
  public OptionalDouble ofLevel() {
    return worldAfter > 0 ? OptionalDouble.of(southAfter / worldAfter) : OptionalDouble.empty();
  }

  /// Growth over spans of years.
  ///
  /// @param values told apart by year and reporter
  /// @param span how many years lie between the two, at least 1
  /// @param without members that count as if they were not of the South; the world stays whole
  public static List<Growth> of(Cells values, South south, int span, Set<String> without) {
    var byYear = new HashMap<Integer, Map<String, Double>>();
    for (int row = 0; row < values.rows(); row++) {
      byYear
          .computeIfAbsent(Integer.parseInt(values.code(Dimension.YEAR, row)), y -> new HashMap<>())
          .merge(values.code(Dimension.REPORTER, row), values.value(row), Double::sum);
    }
    var growth = new ArrayList<Growth>();
    byYear.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(year -> {
          int to = year.getKey();
          var before = byYear.get(to - span);
          if (before != null) {
            growth.add(between(to - span, before, to, year.getValue(), south, without));
          }
        });
    return growth;
  }

  private static Growth between(
      int from,
      Map<String, Double> before,
      int to,
      Map<String, Double> after,
      South south,
      Set<String> without) {
    double[] sums = new double[4];
    int counted = 0;
    for (var country : after.entrySet()) {
      var earlier = before.get(country.getKey());
      if (earlier == null) {
        continue;
      }
      counted++;
      sums[0] += earlier;
      sums[1] += country.getValue();
      if (!without.contains(country.getKey()) && south.holds(country.getKey(), to)) {
        sums[2] += earlier;
        sums[3] += country.getValue();
      }
    }
    int leftOut = before.size() + after.size() - 2 * counted;
    return new Growth(from, to, sums[0], sums[1], sums[2], sums[3], counted, leftOut);
  }
}
