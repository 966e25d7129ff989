package org.bandung.finder;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Fits the weights of the score on answered questions: conditional logit by projected gradient.
///
/// Maximises `Σ_q v_q 1/|A_q| Σ_{a ∈ A_q} ln softmax(w·x_q)_a − λ |w|²` with `w` not below a floor:
/// among all candidates of a question the right ones should score highest. `v` shares one record's
/// weight among all who ask for it, so that a record with forty recipients does not outweigh forty
/// records. The step grows while it helps and is halved where it does not; deterministic.
final class Fit {

  private static final int STEPS = 300;
  private static final double SHRINKING = 0.001;

  /// A term that is shown counts at least this much, by its usual size: who asks can then give it
  /// more.
  private static final double FLOOR = 0.02;

  private Fit() {}

  /// A question as numbers.
  ///
  /// @param features candidate x term
  /// @param right candidate -> whether it is an answer
  /// @param weight its share of its record
  @SuppressWarnings("ArrayRecordComponent") // numbers on their way through one loop
  record Sample(double[][] features, boolean[] right, double weight) {}

  static Map<Term, Double> weights(List<Sample> samples) {
    int terms = Term.fitted().size();
    var scale = scale(samples, terms);
    var weights = new double[terms];
    java.util.Arrays.fill(weights, 0.3);
    var gradient = new double[terms];
    double value = climb(samples, weights, scale, gradient);
    double rate = 1;
    for (int step = 0; step < STEPS && rate > 1e-9; step++) {
      var tried = new double[terms];
      for (int t = 0; t < terms; t++) {
        tried[t] = Math.max(FLOOR, weights[t] + rate * gradient[t]);
      }
      var slope = new double[terms];
      double reached = climb(samples, tried, scale, slope);
      if (reached > value) {
        weights = tried;
        gradient = slope;
        value = reached;
        rate *= 1.3;
      } else {
        rate /= 2;
      }
    }
    var fitted = new EnumMap<Term, Double>(Term.class);
    for (var term : Term.fitted()) {
      fitted.put(term, weights[term.ordinal()] * scale[term.ordinal()]);
    }
    return fitted;
  }

  /// The value at some weights; fills in its gradient.
  private static double climb(
      List<Sample> samples, double[] weights, double[] scale, double[] gradient) {
    double all = samples.stream().mapToDouble(Sample::weight).sum();
    double value = 0;
    for (var sample : samples) {
      value += add(gradient, sample, weights, scale) / Math.max(1e-9, all);
    }
    for (int t = 0; t < weights.length; t++) {
      gradient[t] = gradient[t] / Math.max(1e-9, all) - 2 * SHRINKING * weights[t];
      value -= SHRINKING * weights[t] * weights[t];
    }
    return value;
  }

  /// 1 / root mean square of each term, so that one rate of learning fits all.
  private static double[] scale(List<Sample> samples, int terms) {
    var squares = new double[terms];
    long count = 0;
    for (var sample : samples) {
      for (var row : sample.features()) {
        count++;
        for (int t = 0; t < terms; t++) {
          squares[t] += row[t] * row[t];
        }
      }
    }
    var scale = new double[terms];
    for (int t = 0; t < terms; t++) {
      scale[t] = squares[t] == 0 ? 0 : 1 / Math.sqrt(squares[t] / count);
    }
    return scale;
  }

  private static double add(double[] gradient, Sample sample, double[] weights, double[] scale) {
    int candidates = sample.features().length;
    var chance = new double[candidates];
    double highest = Double.NEGATIVE_INFINITY;
    int right = 0;
    for (int c = 0; c < candidates; c++) {
      for (int t = 0; t < weights.length; t++) {
        chance[c] += weights[t] * scale[t] * sample.features()[c][t];
      }
      highest = Math.max(highest, chance[c]);
      right += sample.right()[c] ? 1 : 0;
    }
    if (right == 0) {
      return 0;
    }
    double raised = 0;
    for (int c = 0; c < candidates; c++) {
      raised += sample.right()[c] ? chance[c] - highest : 0;
    }
    double sum = 0;
    for (int c = 0; c < candidates; c++) {
      chance[c] = Math.exp(chance[c] - highest);
      sum += chance[c];
    }
    for (int c = 0; c < candidates; c++) {
      double pull = sample.weight() * ((sample.right()[c] ? 1.0 / right : 0) - chance[c] / sum);
      for (int t = 0; t < weights.length; t++) {
        gradient[t] += pull * scale[t] * sample.features()[c][t];
      }
    }
    return sample.weight() * (raised / right - Math.log(sum));
  }
}
