package org.bandung.economy.gravity.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Values from Abramowitz and Stegun, tables 6.1 to 6.4 and 26.1.
class SpecialTest {

  @Test
  void logarithmsOfTheGammaFunction() {
    assertThat(Special.logGamma(1)).isCloseTo(0, within(1e-14));
    assertThat(Special.logGamma(0.5)).isCloseTo(Math.log(Math.sqrt(Math.PI)), within(1e-14));
    assertThat(Special.logGamma(11)).isCloseTo(Math.log(3_628_800), within(1e-12));
    double large = 1.2e7;
    assertThat(Special.logGamma(large + 1) - Special.logGamma(large))
        .isCloseTo(Math.log(large), within(1e-7));
  }

  @Test
  void probabilitiesOfTheNormalDistribution() {
    assertThat(Special.twoSided(0)).isEqualTo(1);
    assertThat(Special.twoSided(1)).isCloseTo(0.3173105078629141, within(1e-14));
    assertThat(Special.twoSided(-1.96)).isCloseTo(0.04999579029644087, within(1e-14));
    assertThat(Special.twoSided(5)).isCloseTo(5.733031437583866e-7, within(1e-17));
    assertThat(Special.twoSided(Double.NaN)).isNaN();
    assertThat(Special.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-12));
  }
}
