package org.bandung.economy.indices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntraIndustryTest {

  private static final double[] EXPORTS = {10, 0, 30};
  private static final double[] IMPORTS = {5, 20, 30};

  @Test
  void ofOneProduct() {
    // 1 - 5/15
    assertThat(IntraIndustry.grubelLloyd(10, 5)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(IntraIndustry.grubelLloyd(0, 20)).isZero();
    assertThat(IntraIndustry.grubelLloyd(30, 30)).isEqualTo(1);
    assertThat(IntraIndustry.grubelLloyd(0, 0)).isNaN();
  }

  @Test
  void ofAllProducts() {
    // (95 - (5 + 20 + 0)) / 95
    assertThat(IntraIndustry.grubelLloyd(EXPORTS, IMPORTS)).isCloseTo(70 / 95.0, within(1e-12));
    assertThat(IntraIndustry.grubelLloyd(new double[2], new double[2])).isNaN();
  }

  @Test
  void adjustedForImbalance() {
    // (95 - 25) / (95 - |40 - 55|) = 70 / 80
    assertThat(IntraIndustry.adjustedGrubelLloyd(EXPORTS, IMPORTS)).isCloseTo(.875, within(1e-12));
    assertThat(IntraIndustry.adjustedGrubelLloyd(new double[] {1, 2}, new double[2])).isNaN();
  }

  @Test
  void ofAllPairsOfAYear() {
    // QM to QN: k1 10, k3 in two flows of 15; QN to QM: k1 5, k2 20, k3 30. QM to QO: k2 7.
    // Flows are not in the order of products.
    var year =
        new TradeYear(
            List.of("QM", "QN", "QO"),
            List.of("k1", "k2", "k3"),
            new int[] {0, 0, 1, 1, 0, 0, 1},
            new int[] {1, 1, 0, 0, 2, 1, 0},
            new int[] {2, 0, 1, 0, 1, 2, 2},
            new double[] {15, 10, 20, 5, 7, 15, 30});
    var all = year.grubelLloyd();

    assertThat(all.find("QM", "QN").orElseThrow()).isCloseTo(70 / 95.0, within(1e-12));
    assertThat(all.find("QN", "QM").orElseThrow()).isCloseTo(70 / 95.0, within(1e-12));
    assertThat(all.find("QM", "QO")).hasValue(0);
    assertThat(all.find("QN", "QO")).isEmpty();
    assertThat(all.find("QM", "QM")).isEmpty();
    // Adjusted: 35 of the 40 possible are matched.
    var adjusted = IntraIndustry.adjustedGrubelLloyd(all, year.bilateral());
    assertThat(adjusted.find("QN", "QM").orElseThrow()).isCloseTo(35 / 40.0, within(1e-12));
    assertThat(adjusted.find("QM", "QO")).isEmpty();
    assertThat(year.exports().find("QM", "k3")).hasValue(30);
    assertThat(year.imports().find("QM", "k3")).hasValue(30);
    assertThat(year.bilateral().find("QN", "QM")).hasValue(55);
  }

  @Test
  void concentrationBySource() {
    // QO buys k1 from QM (3) and QN (1), k2 from QN alone.
    var year =
        new TradeYear(
            List.of("QM", "QN", "QO"),
            List.of("k1", "k2"),
            new int[] {0, 1, 1},
            new int[] {2, 2, 2},
            new int[] {0, 0, 1},
            new double[] {3, 1, 7});
    var concentration = year.sourceConcentration();

    assertThat(concentration.find("QO", "k1").orElseThrow()).isCloseTo(.625, within(1e-12));
    assertThat(concentration.find("QO", "k2")).hasValue(1);
    assertThat(concentration.find("QM", "k1")).isEmpty();
  }

  @Test
  void food() {
    // Produced 80, imported 30, exported 10: 100 are available.
    assertThat(Food.selfSufficiency(80, 30, 10)).isCloseTo(.8, within(1e-12));
    assertThat(Food.importDependence(80, 30, 10)).isCloseTo(.3, within(1e-12));
    assertThat(Food.selfSufficiency(150, 0, 50)).isCloseTo(1.5, within(1e-12));
    assertThat(Food.importDependence(10, 5, 20)).isNaN();
    assertThat(Food.selfSufficiency(10, 0, 10)).isNaN();
  }
}
