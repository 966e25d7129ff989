package org.bandung.web.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void areRound() {
    assertThat(Ticks.upTo(63, true)).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0);
    assertThat(Ticks.upTo(5, true)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
    assertThat(Ticks.upTo(2_400_000, false))
        .containsExactly(0.0, 500_000.0, 1_000_000.0, 1_500_000.0, 2_000_000.0, 2_500_000.0);
  }

  @Test
  void ofNothingThereIsZeroAlone() {
    assertThat(Ticks.upTo(0, true)).containsExactly(0.0);
    assertThat(Ticks.upTo(-3, false)).containsExactly(0.0);
  }

  @Test
  void aThirdOfAnInitiativeIsNoTick() {
    assertThat(Ticks.upTo(1, true)).containsExactly(0.0, 1.0);
  }

  @Property
  void theLargestFitsAndTheAxisIsNotMuchTooLong(
      @ForAll @DoubleRange(min = 0.01, max = 1e15) double largest) {
    var ticks = Ticks.upTo(largest, false);

    assertThat(ticks.getLast()).isGreaterThanOrEqualTo(largest);
    assertThat(ticks.get(ticks.size() - 2)).isLessThan(largest);
    assertThat(ticks).hasSizeBetween(2, Ticks.MOST + 2);
  }
}
