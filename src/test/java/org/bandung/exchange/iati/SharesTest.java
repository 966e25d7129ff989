package org.bandung.exchange.iati;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SharesTest {

  @Test
  void thirdsMakeExactlyOneHundred() {
    assertThat(Shares.equal(3).stream().map(Shares::text))
        .containsExactly("33.34", "33.33", "33.33");
  }

  @Test
  void theLargestRemainderGetsTheHundredth() {
    // 10/7 = 1.428571.. -> 14.28 + .57; 5/7 of the rest: by hand 14.28 14.28 71.42, 2 missing
    var shares = Shares.of(List.of(new BigDecimal(1), new BigDecimal(1), new BigDecimal(5)));
    assertThat(shares.stream().map(Shares::text)).containsExactly("14.29", "14.28", "71.43");
  }

  @Test
  void whatRoundsToOneHundredIsMeantToBeOneHundred() {
    var third = Optional.of(new BigDecimal("33.3"));
    assertThat(
            Shares.reported(List.of(third, third, third)).orElseThrow().stream().map(Shares::text))
        .containsExactly("33.34", "33.33", "33.33");
  }

  @Test
  void whatIsNowhereNearOneHundredIsNotScaled() {
    assertThat(
            Shares.reported(
                List.of(Optional.of(new BigDecimal(50)), Optional.of(new BigDecimal(40)))))
        .isEmpty();
    assertThat(Shares.reported(List.of(Optional.of(new BigDecimal(50)), Optional.empty())))
        .isEmpty();
  }

  @Property
  boolean anyWeightsMakeExactlyOneHundred(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 1_000_000) Integer> weights) {
    var shares = Shares.of(weights.stream().map(BigDecimal::valueOf).toList());
    var sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.compareTo(BigDecimal.valueOf(100)) == 0
        && shares.stream().allMatch(s -> s.signum() >= 0);
  }
}
