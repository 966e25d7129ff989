package org.bandung.economy.gravity.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bandung.economy.gravity.solve.Model.Column;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {

  private static Column column(String name, double... values) {
    return new Column(name, values);
  }

  /// By hand: x 0 1 2 3, y 1 3 2 6; slope 7/5, constant 0.9, residuals .1 .7 -1.7 .9.
  private static Model line() {
    return new Model(
        column("y", 1, 3, 2, 6),
        List.of(column("x", 0, 1, 2, 3), column("1", 1, 1, 1, 1)),
        List.of(),
        List.of(Groups.of(new int[] {0, 0, 1, 1}), Groups.of(new int[] {0, 1, 0, 1})));
  }

  @Test
  void aLineThroughFourPoints() {
    var fit = LeastSquares.fit(line());

    assertThat(fit.coefficients()).containsExactly(new double[] {1.4, 0.9}, within(1e-12));
    assertThat(fit.deviance()).isCloseTo(.01 + .49 + 2.89 + .81, within(1e-12));
  }

  /// By hand, for the slope: with x about its mean (-1.5, -.5, .5, 1.5), sum of squares 5, `V = sum
  /// (x e)^2 / 25` of -.15, -.35, -.85, 1.35: .0225 + .1225 + .7225 + 1.8225 = 2.69.
  @Test
  void errorsRobustToUnequalVariance() {
    var fit = LeastSquares.fit(line());

    assertThat(Sandwich.variance(fit, Errors.HC0, 2)[0][0]).isCloseTo(2.69 / 25, within(1e-12));
    assertThat(Sandwich.variance(fit, Errors.HC0_N, 2)[0][0])
        .isCloseTo(2.69 / 25 * 4 / 3, within(1e-12));
    assertThat(Sandwich.variance(fit, Errors.HC1, 2)[0][0])
        .isCloseTo(2.69 / 25 * 4 / 2, within(1e-12));
  }

  /// By hand: sums of scores by the first cluster -.5 and .5 (squares .5), by the second -1 and 1
  /// (squares 2), by both together the rows themselves (2.69). Two ways: .5 + 2 - 2.69 = -.19.
  @Test
  void errorsByOneAndByTwoClusters() {
    var fit = LeastSquares.fit(line());
    var one =
        new Fit(
            new Model(
                fit.model().flow(),
                fit.model().regressors(),
                List.of(),
                fit.model().clusters().subList(0, 1)),
            fit.rows(),
            fit.coefficients(),
            fit.left(),
            fit.weights(),
            fit.fitted(),
            fit.index(),
            fit.deviance(),
            fit.course());

    assertThat(Sandwich.variance(one, Errors.CLUSTER_PLAIN, 2)[0][0])
        .isCloseTo(.5 / 25, within(1e-12));
    assertThat(Sandwich.variance(one, Errors.CLUSTER, 2)[0][0])
        .isCloseTo(.5 / 25 * 2, within(1e-12));
    assertThat(Sandwich.variance(one, Errors.CLUSTER_N, 2)[0][0])
        .isCloseTo(.5 / 25 * 2 * 3 / 2, within(1e-12));
    assertThat(Sandwich.variance(fit, Errors.CLUSTER_PLAIN, 2)[0][0])
        .isCloseTo(-.19 / 25, within(1e-12));
  }

  @Test
  void effectsTakenOutEqualDummiesPutIn() {
    for (int seed = 0; seed < 12; seed++) {
      var absorbed = PpmlTest.random(new Random(seed), 5, 1 + seed % 3);
      var dummies = PpmlTest.withDummies(absorbed);
      var used = Separation.withoutOnlyZeros(absorbed, rows(absorbed));

      assertThat(LeastSquares.fit(absorbed.at(used)).coefficients()[0])
          .as("seed " + seed)
          .isCloseTo(LeastSquares.fit(dummies).coefficients()[0], within(1e-8));
    }
  }

  private static int[] rows(Model model) {
    var rows = new int[model.rows()];
    Arrays.setAll(rows, i -> i);
    return rows;
  }

  /// By hand: y less both means plus the grand mean of 4 is 1, -1, -1, 1; x likewise .5, -.5, -.5,
  /// .5.
  @Test
  void doubleDemeaningOfABalancedPanelTakesBothEffectsOut() {
    var from = Groups.of(new int[] {0, 0, 1, 1});
    var to = Groups.of(new int[] {0, 1, 0, 1});
    var model =
        new Model(
            column("y", 1, 4, 2, 9),
            List.of(column("x", 1, 2, 1, 4)),
            List.of(from, to),
            List.of());

    assertThat(DoubleDemeaning.fit(model).coefficients()[0]).isCloseTo(2.0, within(1e-12));
  }
}
