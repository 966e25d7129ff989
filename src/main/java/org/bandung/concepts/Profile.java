package org.bandung.concepts;

import java.util.HashMap;
import java.util.Map;

/// How much a text is about each topic, those it does not name but that lie above included.
///
/// A topic named `n` times weighs `1 + ln n`; a topic `d` steps above a named one weighs
/// [#SHARE_ABOVE]`^d` of that, and of several ways up the heaviest counts. So two texts meet where
/// one speaks of school feeding and the other of nutrition, though less than where both name the
/// same.
///
/// @param weights topic -> weight, above 0
public record Profile(Map<String, Double> weights) {

  /// What a topic passes on to the one above it; without unit, between 0 and 1.
  static final double SHARE_ABOVE = 0.35;

  public Profile {
    weights = Map.copyOf(weights);
  }

  static Profile of(Map<String, Integer> counts, Thesaurus thesaurus) {
    var weights = new HashMap<String, Double>();
    counts.forEach((id, count) -> {
      double own = 1 + Math.log(count);
      weights.merge(id, own, Math::max);
      thesaurus
          .above(id)
          .forEach((above, distance) ->
              weights.merge(above, own * Math.pow(SHARE_ABOVE, distance), Math::max));
    });
    return new Profile(weights);
  }

  /// How alike two profiles are: the cosine of their weights, each topic by its rarity.
  ///
  /// `Σ aᵢ bᵢ rᵢ² / (|a r| |b r|)`
  ///
  /// @param rarity topic -> rarity, such as `ln(N / n)`; what it does not hold counts as 1
  /// @return between 0 and 1 without unit; 0 if one of them is empty
  public double likeness(Profile other, Map<String, Double> rarity) {
    double both = 0;
    for (var mine : weights.entrySet()) {
      var theirs = other.weights.get(mine.getKey());
      if (theirs != null) {
        both += mine.getValue() * theirs * square(rarity.getOrDefault(mine.getKey(), 1.0));
      }
    }
    double lengths = Math.sqrt(lengthSquared(rarity) * other.lengthSquared(rarity));
    return lengths == 0 ? 0 : both / lengths;
  }

  private double lengthSquared(Map<String, Double> rarity) {
    double sum = 0;
    for (var weight : weights.entrySet()) {
      sum += square(weight.getValue() * rarity.getOrDefault(weight.getKey(), 1.0));
    }
    return sum;
  }

  private static double square(double x) {
    return x * x;
  }
}
