package org.bandung.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorldsTest {

  private static final Set<Set<String>> A_IS_NOT_C = Set.of(Set.of("a", "c"));

  @Test
  void whatWasDecidedToBeTwoIsNeverOne() {
    assertThat(Worlds.of(List.of("a", "b", "c"), A_IS_NOT_C).orElseThrow())
        .containsExactlyInAnyOrder(
            List.of(List.of("a", "b"), List.of("c")), List.of(List.of("a"), List.of("b", "c")));
  }

  @Test
  void whereNothingWasDecidedAllMayBeOne() {
    var ids = List.of("a", "b", "d");
    assertThat(Worlds.of(ids, A_IS_NOT_C).orElseThrow()).containsExactly(List.of(ids));
  }

  @Test
  void tooManyWaysAreNotGoneThrough() {
    var five = List.of("a", "b", "c", "d", "e");
    // of the 52 ways to tell five, 15 have both in one; one has nothing in one
    assertThat(Worlds.of(five, A_IS_NOT_C).orElseThrow()).hasSize(52 - 15 - 1);
    assertThat(Worlds.of(List.of("a", "b", "c", "d", "e", "f"), A_IS_NOT_C)).isEmpty();
  }

  @Test
  void whatWasAllDecidedToBeTwoIsInNoDoubt() {
    assertThat(Worlds.of(List.of("a", "c"), A_IS_NOT_C).orElseThrow()).isEmpty();
  }
}
