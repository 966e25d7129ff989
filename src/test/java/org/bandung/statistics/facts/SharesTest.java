package org.bandung.statistics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bandung.statistics.facts.Fact.Share;
import org.bandung.statistics.facts.Shares.Part;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharesTest {

  private static List<Share> shares(@Nullable String... codesAndPercentages) {
    var parts = new ArrayList<Part>();
    for (int i = 0; i < codesAndPercentages.length; i += 2) {
      parts.add(new Part(String.valueOf(codesAndPercentages[i]), codesAndPercentages[i + 1]));
    }
    return Shares.of(parts);
  }

  @Test
  void oneCodeIsTheWholeWhateverItsPercentage() {
    assertThat(shares("health", null)).containsExactly(new Share("health", 1_000_000));
    assertThat(shares("health", "40", "health", null))
        .containsExactly(new Share("health", 1_000_000));
  }

  @Test
  void thirdsReachTheWhole() {
    assertThat(shares("a", "33.33", "b", "33.33", "c", "33.34"))
        .containsExactly(
            new Share("a", 333_300), new Share("b", 666_600), new Share("c", 1_000_000));
  }

  @Test
  void whatNearlyAddsUpIsTakenInProportion() {
    assertThat(shares("a", "33.3", "b", "33.3", "c", "33.3"))
        .containsExactly(
            new Share("a", 333_333), new Share("b", 666_667), new Share("c", 1_000_000));
  }

  @Test
  void whatCannotBeToldIsNotSplit() {
    assertThat(shares()).isEmpty();
    assertThat(shares("a", null, "b", null)).isEmpty();
    assertThat(shares("a", "60", "b", null)).isEmpty();
    assertThat(shares("a", "60", "b", "60")).isEmpty();
    assertThat(shares("a", "-10", "b", "110")).isEmpty();
    assertThat(shares("a", "many", "b", "few")).isEmpty();
    assertThat(shares("a", "1E-99999999", "b", "100")).isEmpty();
  }

  @Test
  void aCodeWithNothingHasNoShare() {
    assertThat(shares("a", "0", "b", "100")).containsExactly(new Share("b", 1_000_000));
  }

  @Test
  void aShareTooSmallToBeToldIsNone() {
    assertThat(shares("a", "0.00004", "b", "99.99996")).containsExactly(new Share("b", 1_000_000));
  }

  @Property
  void sharesRiseToTheWhole(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 100) Integer> weights) {
    int sum = weights.stream().mapToInt(w -> w).sum();
    var parts = new ArrayList<Part>();
    for (int i = 0; i < weights.size(); i++) {
      var percentage =
          new java.math.BigDecimal(weights.get(i) * 100)
              .divide(new java.math.BigDecimal(sum), 6, java.math.RoundingMode.HALF_UP);
      parts.add(new Part("c" + i, percentage.toPlainString()));
    }

    var shares = Shares.of(parts);

    assertThat(shares).hasSize(weights.size());
    assertThat(shares.getLast().upTo()).isEqualTo(1_000_000);
    assertThat(shares).isSortedAccordingTo(java.util.Comparator.comparingInt(Share::upTo));
  }
}
