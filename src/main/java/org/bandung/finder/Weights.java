package org.bandung.finder;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.bandung.kernel.ShippedTable;

/// How much each term of the score counts, and below which relevance evidence is weak.
///
/// @param byTerm term -> weight, not below 0
/// @param weak a partner whose closest record is below this is proposed as weak evidence only
/// @param partly from this relevance on a record is said to fit in part
/// @param close from this relevance on a record is said to fit closely
record Weights(Map<Term, Double> byTerm, double weak, double partly, double close) {

  Weights {
    byTerm = Map.copyOf(byTerm);
  }

  /// Weights alone, for a fit.
  Weights(Map<Term, Double> byTerm) {
    this(byTerm, 0, 0, 0);
  }

  /// Those fitted on past initiatives.
  static Weights shipped() {
    var weights = new EnumMap<Term, Double>(Term.class);
    var limits = new HashMap<String, Double>();
    for (var row : ShippedTable.read("finder/weights.csv")) {
      double value = Double.parseDouble(row.getField("weight"));
      Term.ofCode(row.getField("term"))
          .ifPresentOrElse(
              term -> weights.put(term, value), () -> limits.put(row.getField("term"), value));
    }
    return new Weights(
        weights,
        limits.getOrDefault("weak-below", 0.0),
        limits.getOrDefault("partly-from", 0.0),
        limits.getOrDefault("closely-from", 0.0));
  }

  /// What one term adds to a score.
  double value(Term term, Map<Term, Double> features, Map<String, Double> factors) {
    return byTerm.getOrDefault(term, 0.0)
        * features.getOrDefault(term, 0.0)
        * factors.getOrDefault(term.code(), 1.0);
  }

  double score(Map<Term, Double> features, Map<String, Double> factors) {
    double sum = 0;
    for (var term : Term.values()) {
      sum += value(term, features, factors);
    }
    return sum;
  }
}
