package org.bandung.economy.preferences;

import java.util.List;
import java.util.Map;

/// What a simulation gave, with what is needed to judge it.
///
/// @param rows by level: the whole first, lines last
/// @param variants the totals with each choice of elasticities, that of the scenario first
/// @param external the common external tariff of each product, in per cent; empty without one
/// @param cut flows of which the linear model would have left less than nothing, with the
///   elasticities of the scenario
/// @param undetermined products whose prices no solution was found for with them; they are left out
public record Outcome(
    Model model,
    List<Row> rows,
    List<Variant> variants,
    Coverage coverage,
    Map<String, Double> external,
    int cut,
    List<String> undetermined) {

  public Outcome {
    rows = List.copyOf(rows);
    variants = List.copyOf(variants);
    undetermined = List.copyOf(undetermined);
  }

  /// Choices of elasticities that lack other products than the scenario does: their sums are of
  /// other products, so they widen the range of no sum.
  public List<Variant> apart() {
    return variants.stream().filter(v -> !v.undetermined().equals(undetermined)).toList();
  }

  /// The rows of one level.
  public List<Row> rows(Level level) {
    return rows.stream().filter(r -> r.level() == level).toList();
  }
}
