package org.bandung.economy.gravity.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EquilibriumTest {

  private static final double SIGMA = 5;

  /// Two equal countries that spend a fifth abroad, `T` being a quarter, and what happens when it
  /// becomes one: they spend half abroad. Conditional exports rise by .5 / .2; real income by
  /// `(share at home after / before)^(1 / (1 - sigma))` = (.5 / .8)^(-1/4) (Arkolakis, Costinot,
  /// Rodríguez-Clare 2012).
  @ParameterizedTest
  @EnumSource
  void twoEqualCountriesByHand(Closure closure) {
    double[] flows = {80, 20, 20, 80};
    double[] before = {1, .25, .25, 1};
    double[] after = {1, 1, 1, 1};

    var changes = new Equilibrium(flows, before, after, SIGMA, 0).solve(closure);

    for (int i = 0; i < 2; i++) {
      assertThat(changes.exports()[i]).isCloseTo(20, within(1e-9));
      assertThat(changes.conditional()[i]).isCloseTo(2.5, within(1e-9));
      assertThat(changes.full()[i] / changes.prices()[i]).isCloseTo(2.5, within(1e-9));
      assertThat(changes.realIncome(i)).isCloseTo(Math.pow(.5 / .8, -.25), within(1e-9));
      assertThat(changes.inward()[0]).isCloseTo(1, within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingRemovedChangesNothing(Closure closure) {
    var random = new Random(5);
    int n = 7;
    var flows = random.doubles(n * n, 1, 9).toArray();
    var costs = random.doubles(n * n, .1, 1).toArray();

    var changes = new Equilibrium(flows, costs, costs.clone(), SIGMA, 2).solve(closure);

    for (int i = 0; i < n; i++) {
      assertThat(changes.conditional()[i]).isCloseTo(1, within(1e-9));
      assertThat(changes.full()[i]).isCloseTo(1, within(1e-9));
      assertThat(changes.prices()[i]).isCloseTo(1, within(1e-9));
      assertThat(changes.inward()[i]).isCloseTo(1, within(1e-9));
      assertThat(changes.outward()[i]).isCloseTo(1, within(1e-9));
    }
    assertThat(changes.rounds()).isPositive();
  }

  /// Where trade is balanced, real income follows from the share of spending at home alone, for
  /// every country (Arkolakis, Costinot, Rodríguez-Clare 2012): prices clear all markets.
  @Test
  void realIncomeFollowsTheShareAtHome() {
    for (int seed = 0; seed < 10; seed++) {
      int n = 9;
      var flows = symmetric(new Random(seed), n, 1, 20);
      var before = symmetric(new Random(seed + 100), n, .05, .3);
      var after = before.clone();
      for (int i = 0; i < n; i++) {
        flows[i * n + i] += 100;
        before[i * n + i] = 1;
        after[i * n + i] = 1;
      }
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          after[i * n + j] = i == j ? 1 : .8;
        }
      }

      var changes = new Equilibrium(flows, before, after, SIGMA, 1).solve(Closure.BALANCED);

      for (int i = 0; i < n; i++) {
        double income = Arrays.stream(flows, i * n, i * n + n).sum();
        double abroad = changes.exports()[i] / income;
        double abroadAfter = abroad * changes.full()[i] / changes.prices()[i];
        double expected = Math.pow((1 - abroadAfter) / (1 - abroad), 1 / (1 - SIGMA));
        assertThat(changes.realIncome(i)).as("seed " + seed).isCloseTo(expected, within(1e-8));
      }
    }
  }

  @Test
  void realIncomeDoesNotDependOnTheReferenceOrTheUnit() {
    var random = new Random(11);
    int n = 6;
    var flows = random.doubles(n * n, 1, 9).toArray();
    var before = random.doubles(n * n, .1, 1).toArray();
    var after = before.clone();
    after[1] = 1.5;
    var millions = Arrays.stream(flows).map(v -> v * 1e6).toArray();

    var one = new Equilibrium(flows, before, after, SIGMA, 0).solve(Closure.BALANCED);
    var other = new Equilibrium(millions, before, after, SIGMA, 4).solve(Closure.BALANCED);

    for (int i = 0; i < n; i++) {
      assertThat(other.realIncome(i)).isCloseTo(one.realIncome(i), within(1e-9));
    }
    assertThat(one.inward()[0]).isCloseTo(1, within(1e-9));
    assertThat(other.inward()[4]).isCloseTo(1, within(1e-9));
  }

  @Test
  void balancingMeetsAllSums() {
    var random = new Random(3);
    int n = 8;
    var target = random.doubles(n * n, 1, 9).toArray();
    var rows = new double[n];
    var columns = new double[n];
    for (int i = 0; i < n * n; i++) {
      rows[i / n] += target[i];
      columns[i % n] += target[i];
    }
    var balance = new Balance(random.doubles(n * n, .1, 1).toArray(), n);

    assertThat(balance.run(rows, columns, 3)).isPositive();

    var flows = balance.flows();
    for (int i = 0; i < n; i++) {
      int at = i;
      double row = Arrays.stream(flows, i * n, i * n + n).sum();
      double column = 0;
      for (int k = 0; k < n; k++) {
        column += flows[k * n + at];
      }
      assertThat(row).isCloseTo(rows[i], within(1e-9));
      assertThat(column).isCloseTo(columns[i], within(1e-9));
    }
    assertThat(balance.columnFactors()[3]).isEqualTo(1);
  }

  /// By hand: with rows 3 and 7, columns 4 and 6 and equal costs, every flow is row x column /
  /// total.
  @Test
  void balancingByHand() {
    var balance = new Balance(new double[] {2, 2, 2, 2}, 2);

    balance.run(new double[] {3, 7}, new double[] {4, 6}, 0);

    assertThat(balance.flows()).containsExactly(new double[] {1.2, 1.8, 2.8, 4.2}, within(1e-12));
  }

  private static double[] symmetric(Random random, int n, double low, double high) {
    var values = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        values[i * n + j] = random.nextDouble(low, high);
        values[j * n + i] = values[i * n + j];
      }
    }
    return values;
  }
}
