package org.bandung.economy.indices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ComplexityTest {

  // QM has an advantage in both products, QN in the first alone.
  private final Grid balassa = Grids.of(new double[] {2, 2}, new double[] {2, 0});

  @Test
  void oneUpdate() {
    // F (2, 1) / 1.5; Q (1/2, 1) / .75
    var fitness = Complexity.fitness(balassa, 1);

    assertThat(fitness.ofCountry(0)).isCloseTo(4 / 3.0, within(1e-12));
    assertThat(fitness.ofCountry(1)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(fitness.ofProduct(0)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(fitness.ofProduct(1)).isCloseTo(4 / 3.0, within(1e-12));
    assertThat(fitness.advantages()).isEqualTo(3);
  }

  @Test
  void twoUpdates() {
    // F (2/3 + 4/3, 2/3) / (4/3) = (1.5, .5)
    // Q (1 / (3/4 + 3/2), 1 / (3/4)) = (4/9, 4/3), over their mean 8/9: (.5, 1.5)
    var fitness = Complexity.fitness(balassa, 2);

    assertThat(fitness.ofCountry(0)).isCloseTo(1.5, within(1e-12));
    assertThat(fitness.ofCountry(1)).isCloseTo(.5, within(1e-12));
    assertThat(fitness.ofProduct(0)).isCloseTo(.5, within(1e-12));
    assertThat(fitness.ofProduct(1)).isCloseTo(1.5, within(1e-12));
  }

  @Test
  void withoutAnyAdvantageNothingIsDefined() {
    var grid = Grids.of(new double[] {2, 2, 0}, new double[] {2, 0, 0}, new double[] {.5, 0, 0});
    var fitness = Complexity.fitness(grid, 2);

    assertThat(fitness.ofCountry(0)).isCloseTo(1.5, within(1e-12));
    assertThat(fitness.ofCountry(2)).isNaN();
    assertThat(fitness.ofProduct(2)).isNaN();
    assertThat(Complexity.economicComplexity(grid)[2]).isNaN();
  }

  @Test
  void economicComplexityOfTwo() {
    // QM has 3 products, QN one of them: W = ((2.5/3, .5/3), (.5, .5)) with eigenvalues 1 and 1/3;
    // the second vector is (1, -3), standardised (1, -1); the more diversified is above.
    var grid = Grids.of(new double[] {2, 2, 2}, new double[] {0, 0, 2});

    assertThat(Complexity.economicComplexity(grid))
        .containsExactly(new double[] {1, -1}, within(1e-12));
  }

  @Property(tries = 30)
  void fitnessHasTheMeanOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int updates) {
    var grid = Advantage.balassa(Grids.random(seed, 9, 20));
    var fitness = Complexity.fitness(grid, updates);
    var sum = 0.0;
    for (var row = 0; row < grid.height(); row++) {
      assertThat(fitness.ofCountry(row)).isNotNegative();
      sum += fitness.ofCountry(row);
    }
    // Each country has at least one advantage: its indices have the mean 1.
    assertThat(sum / grid.height()).isCloseTo(1, within(1e-9));
  }

  @Property(tries = 30)
  void economicComplexityIsAnEigenvectorButForItsMean(@ForAll long seed) {
    var grid = Advantage.balassa(Grids.random(seed, 8, 25));
    var index = Complexity.economicComplexity(grid);
    var reflected = new double[index.length];
    var held = Advantage.diversification(grid);
    var holders = Advantage.ubiquity(grid);
    for (var row = 0; row < index.length; row++) {
      for (var other = 0; other < index.length; other++) {
        for (var k = 0; k < grid.width(); k++) {
          if (grid.get(row, k) >= 1 && grid.get(other, k) >= 1) {
            reflected[row] += index[other] / holders[k] / held[row];
          }
        }
      }
    }
    // W e = l e + c for all countries: l from the least and the most complex, c from the former.
    var least = 0;
    var most = 0;
    for (var row = 0; row < index.length; row++) {
      least = index[row] < index[least] ? row : least;
      most = index[row] > index[most] ? row : most;
    }
    var scale = (reflected[most] - reflected[least]) / (index[most] - index[least]);
    var shift = reflected[least] - scale * index[least];
    for (var row = 0; row < index.length; row++) {
      assertThat(reflected[row]).isCloseTo(scale * index[row] + shift, within(1e-6));
    }
  }

  @Test
  void proximity() {
    // k1 is exported by QM and QN, k2 by QN, k3 by all three.
    var grid = Grids.of(new double[] {2, 0, 2}, new double[] {2, 2, 2}, new double[] {0, 0, 2});
    var proximity = ProductSpace.proximity(grid);

    assertThat(proximity.find("k1", "k2")).hasValue(.5);
    assertThat(proximity.find("k3", "k1").orElseThrow()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(proximity.find("k2", "k3").orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(proximity.find("k2", "k2")).hasValue(1);
  }

  @Test
  void densityAndDistance() {
    var grid =
        Grids.of(new double[] {2, 0, 2, 0}, new double[] {2, 2, 2, 0}, new double[] {0, 0, 2, 0});
    var density = ProductSpace.density(grid);

    // QM exports both neighbours of k2.
    assertThat(density.find("QM", "k2").orElseThrow()).isCloseTo(1, within(1e-12));
    // QO exports k3 alone: of k1 (2/3) / (1/2 + 2/3).
    assertThat(density.find("QO", "k1").orElseThrow()).isCloseTo(4 / 7.0, within(1e-12));
    assertThat(density.find("QO", "k3")).hasValue(0);
    assertThat(density.find("QO", "k4")).isEmpty();
    assertThat(ProductSpace.distance(density).find("QO", "k1").orElseThrow())
        .isCloseTo(3 / 7.0, within(1e-12));
  }

  @Property(tries = 30)
  void densityIsWhatTheProximitiesSay(@ForAll long seed) {
    var grid = Advantage.balassa(Grids.random(seed, 9, 30));
    var proximity = ProductSpace.proximity(grid);
    var density = ProductSpace.density(grid);
    for (var row = 0; row < grid.height(); row++) {
      for (var k = 0; k < grid.width(); k++) {
        var own = 0.0;
        var all = 0.0;
        for (var other = 0; other < grid.width(); other++) {
          var near = other == k ? 0 : proximity.get(k, other);
          all += Double.isNaN(near) ? 0 : near;
          own += grid.get(row, other) >= 1 ? near : 0;
        }
        if (all > 0) {
          assertThat(density.get(row, k)).isCloseTo(own / all, within(1e-12));
        } else {
          assertThat(density.get(row, k)).isNaN();
        }
      }
    }
  }
}
