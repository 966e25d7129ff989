package org.bandung.economy.gravity.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Variables with all fixed effects taken out, taken out again and again under new weights.
///
/// Variable 0 is what is explained and changes; the others are the regressors. Each has its own
/// solution, which is where the next round starts; two threads share them where rows are many.
final class Absorbed {

  private static final int ALONE = 20_000;

  private final Absorber absorber;
  private final List<double[]> regressors;
  private final List<double[]> solutions = new ArrayList<>();
  private final List<double[]> left = new ArrayList<>();

  Absorbed(Absorber absorber, List<double[]> regressors, int rows) {
    this.absorber = absorber;
    this.regressors = List.copyOf(regressors);
    for (int k = 0; k <= regressors.size(); k++) {
      solutions.add(absorber.begin());
      left.add(new double[rows]);
    }
  }

  /// Takes the effects out.
  ///
  /// @return whether all met the tolerance
  boolean run(double[] explained, double[] weights, double tolerance) {
    absorber.weigh(weights);
    var each = IntStream.rangeClosed(0, regressors.size());
    if (explained.length > ALONE) {
      each = each.parallel();
    }
    return each.map(k ->
            absorber.residual(
                k == 0 ? explained : regressors.get(k - 1),
                solutions.get(k),
                left.get(k),
                tolerance))
            .min()
            .orElse(0)
        >= 0;
  }

  double[] explained() {
    return left.getFirst();
  }

  List<double[]> regressors() {
    return left.subList(1, left.size());
  }

  /// Which regressors add something, told after a round.
  List<Integer> independent(double[] weights) {
    var whole = new double[regressors.size()];
    Arrays.setAll(whole, k -> spread(regressors.get(k), weights));
    return Dense.independent(Dense.products(regressors(), regressors(), weights), whole);
  }

  /// Weighted squares about the mean; of a constant, its squares.
  private static double spread(double[] values, double[] weights) {
    double total = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      total += weights[i];
      sum += weights[i] * values[i];
      squares += weights[i] * values[i] * values[i];
    }
    double about = squares - sum * sum / total;
    return about > 1e-12 * squares ? about : squares;
  }

  /// Coefficients of what is explained on the regressors.
  double[] coefficients(double[] weights) {
    if (regressors.isEmpty()) {
      return new double[0];
    }
    var gram = Dense.products(regressors(), regressors(), weights);
    var moments = new double[regressors.size()];
    Arrays.setAll(moments, k -> Dense.product(regressors().get(k), explained(), weights));
    return Dense.times(Dense.inverse(gram), moments);
  }

  /// What neither effects nor regressors explain.
  void remainder(double[] coefficients, double[] out) {
    System.arraycopy(explained(), 0, out, 0, out.length);
    for (int k = 0; k < coefficients.length; k++) {
      double by = coefficients[k];
      double[] column = left.get(k + 1);
      for (int i = 0; i < out.length; i++) {
        out[i] -= by * column[i];
      }
    }
  }
}
