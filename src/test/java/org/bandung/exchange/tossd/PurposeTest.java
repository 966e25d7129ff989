package org.bandung.exchange.tossd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.bandung.kernel.LocalizedText;
import org.bandung.registry.said.Content.Classification;
import org.junit.jupiter.api.Test;

/// What something is for is told by whoever reported it, or not at all.
class PurposeTest {

  /// @param codes each as `31120` or `31120 10`
  private static Purpose of(String... codes) {
    return Purpose.of(
        Stream.of(codes)
            .map(c -> c.split(" "))
            .map(c ->
                new Classification(
                    "dac-sector", c[0], c.length == 1 ? null : c[1], LocalizedText.EMPTY))
            .toList());
  }

  private static Purpose told(String five, String three) {
    return new Purpose(
        Optional.of(five).filter(c -> !c.isEmpty()), Optional.of(three).filter(c -> !c.isEmpty()));
  }

  @Test
  void theOnlyCodeIsThePurpose() {
    assertThat(of("31120")).isEqualTo(told("31120", "311"));
    assertThat(of("410")).isEqualTo(told("", "410"));
    assertThat(of("31120", "311")).isEqualTo(told("31120", "311"));
    assertThat(of()).isEqualTo(told("", ""));
  }

  @Test
  void theLargestShareIsThePurposeWhoeverTellsIt() {
    assertThat(of("31120 10", "410 90")).isEqualTo(told("", "410"));
    assertThat(of("31120 90", "410 10")).isEqualTo(told("31120", "311"));
    assertThat(of("31120 9", "12220 10.5", "410 8")).isEqualTo(told("12220", "122"));
  }

  @Test
  void codesOfFiveDigitsThatAreTheWholeStandAlone() {
    assertThat(of("31120 40", "12220 60", "311 40", "122 60")).isEqualTo(told("12220", "122"));
    assertThat(of("31120 33.3", "31161 66.6", "410 100")).isEqualTo(told("31161", "311"));
  }

  @Test
  void withoutAllSharesNothingIsGuessed() {
    assertThat(of("31120 10", "12220")).isEqualTo(told("", ""));
    assertThat(of("31120", "410")).isEqualTo(told("", ""));
    assertThat(of("31120 50", "12220 50")).isEqualTo(told("", ""));
    assertThat(of("31120 half", "12220 10")).isEqualTo(told("", ""));
  }

  @Test
  void whereAllAreOfOneSectorItIsTold() {
    assertThat(of("31120", "31161")).isEqualTo(told("", "311"));
    assertThat(of("31120 50", "31161 50", "311")).isEqualTo(told("", "311"));
  }
}
