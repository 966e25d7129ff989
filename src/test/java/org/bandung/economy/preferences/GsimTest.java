package org.bandung.economy.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Worked by hand from the equations in [Gsim].
class GsimTest {

  private static void isNear(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-9));
  }

  /// Region 0 sells 100 to region 1, which takes 25 % and stops; nobody else is there.
  @Test
  void oneSellerAndOneBuyer() {
    var gsim =
        Gsim.market(
                new double[][] {{0, 100}, {0, 0}},
                new double[][] {{1, 1.25}, {1, 1}},
                new double[][] {{1, 1}, {1, 1}},
                new Elasticities(-1, 7, 1))
            .orElseThrow();

    // p = -(p - .2), so .1; trade 100 * (1 + .1) * (1 + .1)
    isNear(gsim.price(0), 0.1);
    isNear(gsim.price(1), 0);
    isNear(gsim.after(0, 1), 121);
    // 100 * .1 * (1 + .05)
    isNear(gsim.producerSurplus(0), 10.5);
    // composite 1.1 * .8 - 1 = -.12; 125 * (.12 + .5 * .0144)
    isNear(gsim.composite(1), -0.12);
    isNear(gsim.consumerSurplus(1), 15.9);
    isNear(gsim.revenueBefore(1), 25);
    isNear(gsim.revenueChange(1), -25);
    isNear(gsim.welfare(1), -9.1);
    isNear(gsim.welfare(0), 10.5);
    isNear(gsim.exports(0), 100);
    isNear(gsim.exportsAfter(0), 121);
    assertThat(gsim.cut()).isZero();
  }

  /// Regions 0 and 1 sell 50 each to region 2 at 25 %; region 0 is let in free.
  @Test
  void aPreferenceLowersThePriceOfOthers() {
    var gsim =
        Gsim.market(
                new double[][] {{0, 0, 50}, {0, 0, 50}, {0, 0, 0}},
                new double[][] {{1, 1, 1.25}, {1, 1, 1.25}, {1, 1, 1}},
                new double[][] {{1, 1, 1}, {1, 1, 1.25}, {1, 1, 1}},
                new Elasticities(-1, 3, 2))
            .orElseThrow();

    // own -2, cross 1: 4 a - b = .4 and 4 b - a = -.2
    isNear(gsim.price(0), 7.0 / 75);
    isNear(gsim.price(1), -2.0 / 75);
    isNear(gsim.price(2), 0);
    // 50 (1 + -2 * (7/75 - .2) + -2/75) (1 + 7/75)
    isNear(gsim.after(0, 2), 50 * (1 + 14.0 / 75) * (1 + 7.0 / 75));
    isNear(gsim.after(1, 2), 50 * (1 + 4.0 / 75 - 8.0 / 75) * (1 - 2.0 / 75));
    assertThat(gsim.producerSurplus(1)).isNegative();
  }

  @Test
  void withEndlessSupplyNoPriceMoves() {
    var gsim =
        Gsim.market(
                new double[][] {{0, 50}, {0, 50}},
                new double[][] {{1, 1.25}, {1, 1}},
                new double[][] {{1, 1}, {1, 1}},
                new Elasticities(-1, 3, Double.POSITIVE_INFINITY))
            .orElseThrow();
    isNear(gsim.price(0), 0);
    isNear(gsim.producerSurplus(0), 0);
    // share 62.5 / 112.5; own price -1 * 5/9 - 3 * 4/9 = -17/9: 50 (1 + 17/9 * .2)
    isNear(gsim.after(0, 1), 50 * (1 + 3.4 / 9));
    // cross (5/9) 2 = 10/9
    isNear(gsim.after(1, 1), 50 * (1 - 2.0 / 9));
  }

  @Test
  void whatWouldBeLessThanNothingIsNothingAndCounted() {
    var gsim =
        Gsim.market(
                new double[][] {{0, 50}, {0, 50}},
                new double[][] {{1, 2}, {1, 1}},
                new double[][] {{1, 1}, {1, 1}},
                new Elasticities(-1, 30, Double.POSITIVE_INFINITY))
            .orElseThrow();
    isNear(gsim.after(1, 1), 0);
    assertThat(gsim.cut()).isOne();
  }

  @Test
  void nothingChangesWithoutAChange() {
    var trade = new double[][] {{10, 20}, {30, 40}};
    var rates = new double[][] {{1, 1.1}, {1.2, 1}};
    var gsim = Gsim.market(trade, rates, rates, new Elasticities(-1.25, 5, 1.5)).orElseThrow();
    for (int r = 0; r < 2; r++) {
      isNear(gsim.price(r), 0);
      isNear(gsim.welfare(r), 0);
      isNear(gsim.after(r, 1 - r), trade[r][1 - r]);
    }
  }

  @Test
  void systemsAreSolvedWhateverTheOrderOfTheirRows() {
    // x = 2, y = -1, z = 3; the first pivot is zero
    var matrix = new double[][] {{0, 2, 1}, {1, 1, 1}, {2, 0, -1}};
    assertThat(LinearSystem.solve(matrix, new double[] {1, 4, 1}).orElseThrow())
        .containsExactly(new double[] {2, -1, 3}, within(1e-12));
    assertThat(LinearSystem.solve(new double[][] {{1, 2}, {2, 4}}, new double[] {1, 2})).isEmpty();
    assertThat(LinearSystem.solve(new double[][] {{0}}, new double[] {1})).isEmpty();
    assertThat(LinearSystem.solve(new double[0][], new double[0]).orElseThrow()).isEmpty();
  }
}
