package org.bandung.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.bandung.economy.Shortlist.Candidate;
import org.bandung.economy.Shortlist.Candidate.Term;

/// How those who could supply a product instead are put in order: the weighted mean of seven terms,
/// each between 0 and 1, which together are the explanation.
///
/// | term | value |
/// |---|---|
/// | advantage | `(RCA - 1) / (RCA + 1)`, the symmetric index |
/// | growth | `g / (1 + g)` of the yearly growth g of exports, 0 if they shrink or nothing is known |
/// | capacity | exports over the demand met by the North, at most 1 |
/// | distance | `1 - km / 20,015`; 0 if a place is not known |
/// | language | 1 with a common official language |
/// | agreement | 1 with a shared trade area or regional community |
/// | presence | 1 if it already supplies the importer |
///
/// @param weights by name of the term, each at least 0, not all 0
record SubstitutionRules(Map<String, Double> weights) {

  private static final List<String> TERMS =
      List.of("advantage", "growth", "capacity", "distance", "language", "agreement", "presence");

  SubstitutionRules {
    weights = Map.copyOf(weights);
    double sum = 0;
    for (var weight : weights.entrySet()) {
      if (!TERMS.contains(weight.getKey()) || !(weight.getValue() >= 0)) {
        throw new IllegalArgumentException("no weight of a term: " + weight);
      }
      sum += weight.getValue();
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("no term has a weight");
    }
  }

  /// What is known of one who could supply, before it is put in order.
  ///
  /// @param exports of the product to all this year, in the data's unit
  /// @param before the same in the earlier year; empty if there is none
  /// @param years between the two, at least 1
  /// @param supplies the importer already
  /// @param advantage revealed comparative advantage
  /// @param demand what the importer buys from the North, above 0
  record Known(
      String country,
      double exports,
      OptionalDouble before,
      int years,
      double supplies,
      double advantage,
      double demand) {}

  Candidate weigh(Known known, Ties ties) {
    var growth = growth(known);
    double capacity = known.exports() / known.demand();
    var terms = new ArrayList<Term>();
    for (var name : TERMS) {
      double weight = weights.getOrDefault(name, 0.0);
      if (weight > 0) {
        terms.add(new Term(name, value(name, known, growth, ties), weight));
      }
    }
    double sum = terms.stream().mapToDouble(Term::weight).sum();
    double score = terms.stream().mapToDouble(t -> t.value() * t.weight()).sum() / sum;
    return new Candidate(
        known.country(),
        known.exports(),
        known.supplies(),
        known.advantage(),
        growth,
        capacity,
        ties,
        terms,
        score);
  }

  private static double value(String name, Known known, OptionalDouble growth, Ties ties) {
    return switch (name) {
      case "advantage" -> Math.max(0, (known.advantage() - 1) / (known.advantage() + 1));
      case "growth" -> growth.stream().filter(g -> g > 0).map(g -> g / (1 + g)).sum();
      case "capacity" -> Math.min(1, known.exports() / known.demand());
      case "distance" ->
          ties.distanceKm().stream().map(km -> Math.max(0, 1 - km / Ties.FARTHEST_KM)).sum();
      case "language" -> ties.languages().isEmpty() ? 0 : 1;
      case "agreement" -> ties.agreements().isEmpty() ? 0 : 1;
      case "presence" -> known.supplies() > 0 ? 1 : 0;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /// Growth by year: `(now / before)^(1 / years) - 1`; empty without exports before.
  private static OptionalDouble growth(Known known) {
    return known.before().stream()
        .filter(b -> b > 0)
        .map(b -> Math.pow(known.exports() / b, 1.0 / known.years()) - 1)
        .boxed()
        .map(OptionalDouble::of)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }
}
