package org.bandung.registry.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DecisionRulesTest {

  private static Decision decided(String left, Verdict verdict, String right) {
    return new Decision(0, left, right, verdict, "", "b", "B", Instant.EPOCH);
  }

  @Test
  void whatIsTheSameAsAThirdIsTheSameAsEachOther() {
    assertThat(
            DecisionRules.groups(
                List.of(
                    decided("a", Verdict.SAME, "b"),
                    decided("c", Verdict.SAME, "b"),
                    decided("d", Verdict.SAME, "e"),
                    decided("d", Verdict.RELATED, "a"))))
        .containsExactlyInAnyOrder(Set.of("a", "b", "c"), Set.of("d", "e"));
  }

  @Test
  void theLastDecisionOnAPairCountsWhicheverIsNamedFirst() {
    var standing =
        DecisionRules.standing(
            List.of(
                decided("a", Verdict.SAME, "b"),
                decided("b", Verdict.DIFFERENT, "a"),
                decided("c", Verdict.SAME, "d"),
                decided("d", Verdict.UNDONE, "c")));

    assertThat(standing).extracting(Decision::verdict).containsExactly(Verdict.DIFFERENT);
  }

  @Test
  void aContradictionThroughOthersIsSeen() {
    var chain = List.of(decided("a", Verdict.SAME, "b"), decided("b", Verdict.SAME, "c"));

    assertThat(DecisionRules.contradicts(chain)).isFalse();
    for (var verdict : List.of(Verdict.DIFFERENT, Verdict.RELATED, Verdict.PART_OF)) {
      var all = new ArrayList<>(chain);
      all.add(decided("a", verdict, "c"));
      assertThat(DecisionRules.contradicts(all)).as(verdict.code()).isTrue();
    }
    var unsure = new ArrayList<>(chain);
    unsure.add(decided("a", Verdict.UNSURE, "c"));
    assertThat(DecisionRules.contradicts(unsure)).isFalse();
  }

  @Property
  void groupsNeverShareAnInitiativeAndTheOrderDoesNotMatter(@ForAll long seed) {
    var random = new Random(seed);
    var decisions = new ArrayList<Decision>();
    for (int i = random.nextInt(12); i > 0; i--) {
      decisions.add(decided("i" + random.nextInt(6), Verdict.SAME, "i" + (6 + random.nextInt(6))));
    }
    var groups = DecisionRules.groups(decisions);

    assertThat(groups.stream().flatMap(Set::stream)).doesNotHaveDuplicates();
    java.util.Collections.shuffle(decisions, random);
    assertThat(DecisionRules.groups(decisions)).containsExactlyInAnyOrderElementsOf(groups);
  }
}
