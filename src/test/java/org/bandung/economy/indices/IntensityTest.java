package org.bandung.economy.indices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IntensityTest {

  // QM exports 40 and imports 30, QN 40 and 20, QO 20 and 50; all together 100.
  private final Grid bilateral =
      Grids.flows(new double[] {0, 10, 30}, new double[] {20, 0, 20}, new double[] {10, 10, 0});

  @Test
  void trade() {
    // (10/40) / (20/100)
    assertThat(Intensity.trade(10, 40, 20, 100)).isCloseTo(1.25, within(1e-12));
    assertThat(Intensity.trade(0, 0, 20, 100)).isNaN();
  }

  @Test
  void kojima() {
    var all = Intensity.kojima(bilateral);

    // (10/40) / (20/70) and (30/40) / (50/70)
    assertThat(all.find("QM", "QN").orElseThrow()).isCloseTo(.875, within(1e-12));
    assertThat(all.find("QM", "QO").orElseThrow()).isCloseTo(1.05, within(1e-12));
    assertThat(all.find("QM", "QM")).isEmpty();
  }

  @Test
  void commodityAndCountryBias() {
    var exports = Grids.of(new double[] {30, 10});
    // World imports 50 and 50; without QM 45 and 25, together 70.
    var imports = Grids.of(new double[] {5, 25}, new double[] {5, 15}, new double[] {40, 10});
    var bias = Intensity.commodityBias(exports, imports);

    // QM to QN: .75 (70/45) (5/20) + .25 (70/25) (15/20) = .291667 + .525
    assertThat(bias.find("QM", "QN").orElseThrow()).isCloseTo(.8166667, within(1e-6));
    // QM to QO: .75 (70/45) (40/50) + .25 (70/25) (10/50) = .933333 + .14
    assertThat(bias.find("QM", "QO").orElseThrow()).isCloseTo(1.0733333, within(1e-6));
    assertThat(bias.find("QM", "QM")).isEmpty();
    // .875 / .816667
    assertThat(Intensity.countryBias(.875, .8166667)).isCloseTo(1.0714285, within(1e-6));
    assertThat(Intensity.countryBias(.875, 0)).isNaN();
  }

  @Test
  void homogeneousIntensityAndPreference() {
    // S = 10/40 = .25, V = (20 - 10) / (100 - 40) = 1/6: HI = 1.5, HE = .75 / (5/6) = .9
    assertThat(Intensity.homogeneous(10, 40, 20, 100)).isCloseTo(1.5, within(1e-12));
    // (1.5 - .9) / (1.5 + .9)
    assertThat(Intensity.preference(10, 40, 20, 100)).isCloseTo(.25, within(1e-12));
    // All with j and no other has any: HI is infinite, the preference is 1.
    assertThat(Intensity.homogeneous(40, 40, 40, 100)).isNaN();
    assertThat(Intensity.preference(40, 40, 40, 100)).isEqualTo(1);
    assertThat(Intensity.preference(0, 40, 20, 100)).isEqualTo(-1);
    assertThat(Intensity.preference(0, 0, 20, 100)).isNaN();
  }

  @Test
  void ofAllPairs() {
    // QM to QN: S = 10/40, V = (20 - 10) / 60, as above.
    assertThat(Intensity.preference(bilateral).find("QM", "QN").orElseThrow())
        .isCloseTo(.25, within(1e-12));
    assertThat(Intensity.preference(bilateral).find("QM", "QM")).isEmpty();
    var intensities = Grids.of(new double[] {.875, 2});
    var biases = Grids.of(new double[] {.5, 0});
    assertThat(Intensity.countryBias(intensities, biases).find("QM", "k1")).hasValue(1.75);
    assertThat(Intensity.countryBias(intensities, biases).find("QM", "k2")).isEmpty();
  }

  @Test
  void introversionOfAGrouping() {
    // S = 20/80, V = 60/320: HI = 4/3, HE = .75 / .8125 = .923077; .410256 / 2.256410
    assertThat(Intensity.introversion(10, 30, 50, 200)).isCloseTo(.1818182, within(1e-6));
  }

  @Property(tries = 50)
  void weightedByTheWorldTheyAreOneOnAverage(@ForAll long seed) {
    var random = new Random(seed);
    var rows = new double[6][6];
    for (var i = 0; i < 6; i++) {
      for (var j = 0; j < 6; j++) {
        rows[i][j] = i == j ? 0 : Math.exp(random.nextGaussian() * 2);
      }
    }
    var flows = Grids.flows(rows);
    var kojima = Intensity.kojima(flows);
    var products = Grids.random(seed, 6, 12);
    var exports = Grid.of(flows.rows(), products.columns(), products.cells());
    var imports = Grid.of(flows.rows(), products.columns(), Grids.random(~seed, 6, 12).cells());
    var bias = Intensity.commodityBias(exports, imports);

    for (var i = 0; i < 6; i++) {
      var intensity = 0.0;
      var weighted = 0.0;
      for (var j = 0; j < 6; j++) {
        if (i != j) {
          var world = flows.total() - flows.columnSum(i);
          intensity += flows.columnSum(j) / world * kojima.get(i, j);
          weighted += imports.rowSum(j) / (imports.total() - imports.rowSum(i)) * bias.get(i, j);
        }
      }
      assertThat(intensity).isCloseTo(1, within(1e-9));
      // Less than one only by what nobody else imports.
      assertThat(weighted).isCloseTo(importedElsewhere(exports, imports, i), within(1e-9));
    }
  }

  private static double importedElsewhere(Grid exports, Grid imports, int own) {
    var sum = 0.0;
    for (var k = 0; k < exports.width(); k++) {
      var outside = imports.columnSum(k) - imports.get(own, k);
      sum += outside > imports.columnSum(k) * 1e-12 ? exports.get(own, k) : 0;
    }
    return sum / exports.rowSum(own);
  }
}
