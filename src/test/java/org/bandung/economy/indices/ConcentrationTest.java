package org.bandung.economy.indices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConcentrationTest {

  private static final double[] PARTS = {50, 30, 20};

  @Test
  void herfindahlHirschman() {
    // .5² + .3² + .2² = .25 + .09 + .04
    assertThat(Concentration.hhi(PARTS)).isCloseTo(.38, within(1e-12));
    assertThat(Concentration.hhi(7)).isEqualTo(1);
    assertThat(Concentration.hhi(1, 1, 1, 1)).isEqualTo(.25);
    assertThat(Concentration.equivalentNumber(PARTS)).isCloseTo(1 / .38, within(1e-12));
  }

  @Test
  void normalised() {
    // (.38 - 1/3) / (2/3) = .57 - .5
    assertThat(Concentration.normalisedHhi(PARTS)).isCloseTo(.07, within(1e-12));
    assertThat(Concentration.normalisedHhi(3, 0)).isEqualTo(1);
    assertThat(Concentration.normalisedHhi(3)).isNaN();
  }

  @Test
  void unctad() {
    // (√.38 - √(1/3)) / (1 - √(1/3)) = (.6164414 - .5773503) / .4226497
    assertThat(Concentration.unctad(PARTS)).isCloseTo(.0924906, within(1e-6));
    assertThat(Concentration.unctad(2, 2)).isCloseTo(0, within(1e-12));
  }

  @Test
  void theil() {
    // mean 33.33: (1.5 ln 1.5 + .9 ln .9 + .6 ln .6) / 3 = (.6081977 - .0948245 - .3064954) / 3
    assertThat(Concentration.theil(PARTS)).isCloseTo(.0689593, within(1e-6));
    // One part of four: ln 4
    assertThat(Concentration.theil(0, 9, 0, 0)).isCloseTo(Math.log(4), within(1e-12));
  }

  @Test
  void shareOfTheLargest() {
    assertThat(Concentration.top(2, 20, 50, 30)).isCloseTo(.8, within(1e-12));
    assertThat(Concentration.top(5, PARTS)).isEqualTo(1);
  }

  @Test
  void withoutATotalNothingIsDefined() {
    assertThat(Concentration.hhi()).isNaN();
    assertThat(Concentration.hhi(0, 0)).isNaN();
    assertThat(Concentration.normalisedHhi(0, 0)).isNaN();
    assertThat(Concentration.unctad(0, 0)).isNaN();
    assertThat(Concentration.theil(0, 0)).isNaN();
    assertThat(Concentration.top(1, 0, 0)).isNaN();
    assertThat(Concentration.equivalentNumber(0)).isNaN();
    assertThatThrownBy(() -> Concentration.hhi(3, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<double[]> values() {
    return Grids.values().filter(values -> Concentration.top(1, values) > 0);
  }

  @Property(tries = 200)
  void staysInRangeWhateverTheUnit(@ForAll("values") double[] values) {
    var n = values.length;
    var other = Arrays.stream(values).map(value -> value * 1000).toArray();

    assertThat(Concentration.hhi(values)).isBetween(1.0 / n - 1e-12, 1 + 1e-12);
    assertThat(Concentration.normalisedHhi(values)).isBetween(-1e-12, 1 + 1e-12);
    assertThat(Concentration.unctad(values)).isBetween(-1e-12, 1 + 1e-12);
    assertThat(Concentration.theil(values)).isBetween(-1e-12, Math.log(n) + 1e-12);
    assertThat(Concentration.hhi(other)).isCloseTo(Concentration.hhi(values), within(1e-12));
    assertThat(Concentration.theil(other)).isCloseTo(Concentration.theil(values), within(1e-9));
  }
}
