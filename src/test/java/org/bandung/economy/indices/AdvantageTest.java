package org.bandung.economy.indices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AdvantageTest {

  // QM exports 40, QN 60; of each product 50.
  private final Grid exports = Grids.of(new double[] {30, 10}, new double[] {20, 40});

  @Test
  void balassa() {
    // QM: (30/40) / (50/100) = 1.5 and .25 / .5; QN: (1/3) / .5 and (2/3) / .5
    var balassa = Advantage.balassa(exports);

    assertThat(balassa.rowValues(0)).containsExactly(new double[] {1.5, .5}, within(1e-12));
    assertThat(balassa.rowValues(1))
        .containsExactly(new double[] {2 / 3.0, 4 / 3.0}, within(1e-12));
    assertThat(Advantage.balassa(30, 40, 50, 100)).isEqualTo(1.5);
  }

  @Test
  void symmetric() {
    // .5 / 2.5 and -.5 / 1.5
    assertThat(Advantage.symmetric(1.5)).isCloseTo(.2, within(1e-12));
    assertThat(Advantage.symmetric(Advantage.balassa(exports)).rowValues(0))
        .containsExactly(new double[] {.2, -1 / 3.0}, within(1e-12));
    assertThat(Advantage.symmetric(0)).isEqualTo(-1);
  }

  @Test
  void diversificationAndUbiquity() {
    var balassa = Grids.of(new double[] {1, .99, 2}, new double[] {0, 0, 1.1});

    assertThat(Advantage.diversification(balassa)).containsExactly(2, 1);
    assertThat(Advantage.ubiquity(balassa)).containsExactly(1, 0, 2);
  }

  @Test
  void diversificationOfUnctad() {
    // QM: (|.75 - .5| + |.25 - .5|) / 2
    assertThat(Advantage.unctadDiversification(exports, 0)).isCloseTo(.25, within(1e-12));
    // QN: (|1/3 - 1/2| + |2/3 - 1/2|) / 2
    assertThat(Advantage.unctadDiversification(exports, 1)).isCloseTo(1 / 6.0, within(1e-12));
  }

  @Test
  void whoExportsNothingHasNoIndex() {
    var grid = Grids.of(new double[] {0, 0, 0}, new double[] {5, 5, 0});
    var balassa = Advantage.balassa(grid);

    assertThat(balassa.rowValues(0)).containsOnly(Double.NaN);
    assertThat(balassa.find("QN", "k3")).isEmpty();
    assertThat(balassa.find("QN", "k1")).hasValue(1);
    assertThat(Advantage.balassa(0, 0, 5, 10)).isNaN();
    assertThat(Advantage.unctadDiversification(grid, 0)).isNaN();
    assertThat(Advantage.diversification(balassa)).containsExactly(0, 2);
  }

  @Property(tries = 50)
  void theWorldsMeanIsOneAndUnitsDoNotMatter(@ForAll long seed) {
    var grid = Grids.random(seed, 7, 30);
    var balassa = Advantage.balassa(grid);
    var world = grid.columnSums();

    // Weighted by the world's shares, a country's indices have the mean 1.
    for (var row = 0; row < grid.height(); row++) {
      var mean = 0.0;
      for (var k = 0; k < world.length; k++) {
        mean += world[k] / grid.total() * balassa.get(row, k);
        var cell = Advantage.balassa(grid.get(row, k), grid.rowSum(row), world[k], grid.total());
        assertThat(balassa.get(row, k)).isCloseTo(cell, within(1e-9 * (1 + cell)));
      }
      assertThat(mean).isCloseTo(1, within(1e-9));
      assertThat(Advantage.unctadDiversification(grid, row)).isBetween(0.0, 1.0);
    }
  }
}
