package org.bandung.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Worked by hand.
class FusionTest {

  private static List<String> order(List<String> first, List<String> second) {
    return Fusion.fuse(first, second).stream().map(Fusion.Ranked::id).toList();
  }

  @Test
  void placesInBothAreAdded() {
    var fused = Fusion.fuse(List.of("a", "b", "c"), List.of("c", "d"));

    // c: 1/63 + 1/61, a: 1/61, then b and d: 1/62, by id
    assertThat(fused.stream().map(Fusion.Ranked::id)).containsExactly("c", "a", "b", "d");
    assertThat(fused.getFirst().score()).isCloseTo(0.0322665, Offset.offset(1e-7));
    assertThat(fused.get(1).score()).isCloseTo(0.0163934, Offset.offset(1e-7));
    assertThat(fused.getLast().score()).isCloseTo(0.0161290, Offset.offset(1e-7));
  }

  @Test
  void oneRankingAloneKeepsItsOrderAndEqualOnesAgree() {
    assertThat(order(List.of("b", "a"), List.of())).containsExactly("b", "a");
    assertThat(order(List.of(), List.of())).isEmpty();
    assertThat(order(List.of("b", "a"), List.of("b", "a"))).containsExactly("b", "a");
    assertThat(Fusion.fuse(List.of("b"), List.of("b")).getFirst().score())
        .isCloseTo(2.0 / 61, Offset.offset(1e-12));
  }

  @Test
  void itIsTheSameTheOtherWayRound() {
    var first = List.of("a", "b", "c", "d");
    var second = List.of("d", "e", "a");

    assertThat(order(first, second)).isEqualTo(order(second, first));
  }
}
