package org.bandung.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.bandung.linkage.Balance.Part;
import org.bandung.linkage.Interval.Counts;
import org.junit.jupiter.api.Test;

class CountingTest {

  /// Wilson's interval of 8 in 10, as published tables have it.
  @Test
  void tellsTheIntervalOfAShare() {
    var share = Interval.share(8, 10);
    assertThat(share.value()).isEqualTo(0.8);
    assertThat(share.low()).isCloseTo(0.4902, within(1e-4));
    assertThat(share.high()).isCloseTo(0.9433, within(1e-4));
    assertThat(Interval.share(0, 0)).isEqualTo(new Interval(0, 0, 1));
  }

  @Test
  void tellsTheIntervalOfF() {
    var all = Collections.nCopies(50, new Counts(1, 0, 0));
    assertThat(Interval.f(all)).isEqualTo(new Interval(1, 1, 1));
    var mixed = List.of(new Counts(1, 0, 0), new Counts(0, 1, 1), new Counts(1, 0, 0));
    assertThat(Interval.f(mixed).value()).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(Interval.f(List.of())).isEqualTo(new Interval(0, 0, 0));
  }

  @Test
  void findsThePartsOfAWholeAndNoneWhereNoneFit() {
    var a = new Part(1, 61, 5);
    var b = new Part(2, 39, 5);
    var c = new Part(3, 20, 9);
    assertThat(Balance.parts(100, List.of(a, b, c))).containsExactlyInAnyOrder(a, b);
    assertThat(Balance.parts(300, List.of(a, b, c))).isEmpty();
    assertThat(Balance.parts(61, List.of(a))).isEmpty();
    assertThat(Balance.parts(100, List.of())).isEmpty();
  }
}
