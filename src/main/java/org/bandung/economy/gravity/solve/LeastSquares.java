package org.bandung.economy.gravity.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Ordinary least squares with any number of fixed effects.
///
/// `flow = X b + effects + error`: effects are taken out of the flow and of each regressor, and
/// what is left is regressed (Frisch, Waugh and Lovell).
public final class LeastSquares {

  private static final double TIGHT = 1e-11;

  private LeastSquares() {}

  /// Estimates; all numbers must be finite.
  public static Fit fit(Model given) {
    var rows = Ppml.sort(given, IntStream.range(0, given.rows()).toArray());
    var dropped = new ArrayList<String>();
    var model = Ppml.independent(given, rows, dropped).at(rows);
    var absorber = new Absorber(model.effects(), rows.length);
    var absorbed = new Absorbed(absorber, model.columns(), rows.length);
    var ones = new double[rows.length];
    Arrays.fill(ones, 1);
    boolean met = absorbed.run(model.flow().values(), ones, TIGHT);
    var coefficients = absorbed.coefficients(ones);
    var remainder = new double[rows.length];
    absorbed.remainder(coefficients, remainder);
    var fitted = new double[rows.length];
    double squares = 0;
    for (int i = 0; i < rows.length; i++) {
      fitted[i] = model.flow().values()[i] - remainder[i];
      squares += remainder[i] * remainder[i];
    }
    return new Fit(
        model,
        rows,
        coefficients,
        java.util.List.copyOf(absorbed.regressors()),
        ones,
        fitted,
        fitted,
        squares,
        new Fit.Course(1, met, 0, 0, dropped));
  }
}
