package org.bandung.economy.indices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PairBiasTest {

  // QM sells QN 30 and QO 10; QN sells QM 20; QO sells QM 20 and QN 20. World 100.
  private final Grid flows =
      Grid.builder()
          .add("QM", "QN", 30)
          .add("QM", "QO", 10)
          .add("QN", "QM", 20)
          .add("QO", "QM", 20)
          .add("QO", "QN", 20)
          .build();

  @Test
  void theIntensityIsTakenApart() {
    var bias = PairBias.of(flows, Intensity.kojima(flows), OptionalDouble.of(1.25), "QM", "QN");

    // (30/40) / (50/100)
    assertThat(bias.intensity().orElseThrow()).isCloseTo(1.5, within(1e-12));
    // Kojima: (30/40) / (50/60) = 0.9; over 1.25
    assertThat(bias.countryBias().orElseThrow()).isCloseTo(0.72, within(1e-12));
    // (30/40) / (20/60)
    assertThat(bias.homogeneous().orElseThrow()).isCloseTo(2.25, within(1e-12));
    // HI = 0.75 / 0.3333, HE = 0.25 / 0.6667: (2.25 - 0.375) / 2.625
    assertThat(bias.preference().orElseThrow()).isCloseTo(1.875 / 2.625, within(1e-12));
  }

  @Test
  void ofAFlowThatNobodyStatesOnlyTheProductsAreKnown() {
    var bias = PairBias.of(flows, Intensity.kojima(flows), OptionalDouble.of(1.25), "QN", "QO");

    assertThat(bias.intensity()).isEmpty();
    assertThat(bias.countryBias()).isEmpty();
    assertThat(bias.preference()).isEmpty();
    assertThat(bias.commodityBias()).hasValue(1.25);
  }

  @Test
  void theBiasOfOnePairIsThatOfAll() {
    var exports = Grids.random(3, 8, 8);
    var imports = Grids.random(4, 8, 8);
    var all = Intensity.commodityBias(exports, imports);

    assertThat(PairBias.commodityBias(exports, imports, "r0002", "r0005").orElseThrow())
        .isCloseTo(all.find("r0002", "r0005").orElseThrow(), within(1e-12));
    assertThat(PairBias.commodityBias(exports, imports, "r0002", "QZ")).isEmpty();
  }
}
