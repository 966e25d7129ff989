package org.bandung.economy.gravity.solve;

import java.util.List;

/// What an estimator found, before errors are counted: numbers of the rows that were used, in the
/// order of `model`.
///
/// @param model rows and regressors that stayed
/// @param rows which rows of the given model those are
/// @param coefficients one for each regressor that stayed
/// @param left regressors with the effects taken out
/// @param weights weights of the last round
/// @param fitted what the model expects, on the scale of the flow
/// @param index its linear index: the logarithm of `fitted` in PPML, `fitted` itself in least
///   squares
/// @param deviance deviance in PPML, sum of squared residuals in least squares
/// @param course how the search went and what was left out on the way
@SuppressWarnings("ArrayRecordComponent") // columns of numbers are what this package counts with
public record Fit(
    Model model,
    int[] rows,
    double[] coefficients,
    List<double[]> left,
    double[] weights,
    double[] fitted,
    double[] index,
    double deviance,
    Course course) {

  /// @param converged whether both the search and the fixed effects met their tolerance
  /// @param onlyZeros rows of groups without any flow: their effect has no finite value
  /// @param separated further rows that a combination of regressors and effects fits at zero only
  /// @param dropped regressors that say nothing beyond effects and those before them
  public record Course(
      int iterations, boolean converged, int onlyZeros, int separated, List<String> dropped) {}
}
