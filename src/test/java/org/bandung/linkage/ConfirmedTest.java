package org.bandung.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Content;
import org.junit.jupiter.api.Test;

class ConfirmedTest {

  private static final Content CONTENT =
      new Content(
          "project",
          LocalizedText.EMPTY,
          LocalizedText.EMPTY,
          null,
          Period.UNKNOWN,
          Period.UNKNOWN,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private static Told told(String originalId, String own) {
    return new Told("table:s#" + originalId, "table:s", originalId, "one", own, CONTENT);
  }

  @Test
  void learnsFromWhatPeopleDecidedButNotFromCopies() {
    var told =
        List.of(
            told("A", "one"),
            told("B", "two"),
            told("BANDUNG-COLLECTED-X", "three"),
            told("C", "one"));

    var pairs = Confirmed.pairs(told, new int[] {0, 1, 2, 3});

    // A and B, B and C were decided to be one; A and C came as one, X is a copy
    assertThat(pairs)
        .extracting(p -> p.left()[0] + " " + p.right()[0])
        .containsExactly("0 1", "1 3");
  }
}
