package org.bandung.statistics.doubts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bandung.registry.decisions.Decision;
import org.bandung.registry.decisions.Verdict;
import org.bandung.statistics.doubts.UnsurePair.Origin;
import org.junit.jupiter.api.Test;

class TiesTest {

  private static UnsurePair proposed(String left, String right) {
    return new UnsurePair(left, right, Origin.PROPOSED);
  }

  private static Decision decided(String left, String right, Verdict verdict) {
    return new Decision(1, left, right, verdict, "", "body", "Body", Instant.EPOCH);
  }

  @Test
  void whateverMayBeTheSameAsAThirdIsOneGroup() {
    var ties =
        new Ties(List.of(proposed("a", "b"), proposed("c", "b"), proposed("x", "y")), List.of());

    assertThat(ties.groups())
        .extracting(Ties.Group::ids)
        .containsExactly(List.of("a", "b", "c"), List.of("x", "y"));
  }

  @Test
  void aDoubtFollowsWhatWasSinceToldAsAnother() {
    var ties = new Ties(List.of(proposed("a", "b")), List.of(Set.of("b", "c"), Set.of("p", "q")));

    assertThat(ties.groups()).extracting(Ties.Group::ids).containsExactly(List.of("a", "b", "c"));
  }

  @Test
  void aDecisionSilencesTheProposalAndOnlyUnsureLeavesADoubt() {
    var ties =
        KnownPairs.tied(
            List.of(
                decided("a", "b", Verdict.UNSURE),
                decided("c", "d", Verdict.DIFFERENT),
                decided("e", "f", Verdict.RELATED),
                decided("g", "h", Verdict.SAME)),
            List.of(
                proposed("b", "a"),
                proposed("d", "c"),
                proposed("e", "f"),
                proposed("g", "h"),
                proposed("i", "j"),
                proposed("j", "i"),
                proposed("k", "k")));

    assertThat(ties.unsure())
        .containsExactly(new UnsurePair("a", "b", Origin.UNDECIDED), proposed("i", "j"));
    assertThat(ties.same()).containsExactly(Set.of("g", "h"));
    assertThat(ties.apart()).containsExactly(Set.of("c", "d"), Set.of("e", "f"));
  }

  @Test
  void whatWasDecidedToBeTwoHoldsForAllThatEachIsOneWith() {
    var ties =
        KnownPairs.tied(
            List.of(
                decided("a", "c", Verdict.DIFFERENT),
                decided("c", "d", Verdict.SAME),
                decided("x", "y", Verdict.PART_OF)),
            List.of(proposed("a", "b"), proposed("b", "c")));

    assertThat(ties.groups())
        .containsExactly(
            new Ties.Group(
                List.of("a", "b", "c", "d"), Set.of(Set.of("a", "c"), Set.of("a", "d"))));
  }
}
