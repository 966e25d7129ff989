package org.bandung.statistics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.reference.InventedWorld;
import org.bandung.registry.counted.Countable;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Content.Classification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Delays and durations, worked out by hand.
class FactRulesTest {

  private static Fact.Days days(
      @Nullable String planned, @Nullable String actual, @Nullable String end) {
    return new FactRules(InventedWorld.reference())
        .fact(countable(content(planned, actual, end)), 2026)
        .days();
  }

  private static Content content(
      @Nullable String planned, @Nullable String actual, @Nullable String end) {
    return new Content(
        null,
        LocalizedText.EMPTY,
        LocalizedText.EMPTY,
        null,
        new Period(date(planned), null, false),
        new Period(date(actual), date(end), false),
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
  }

  private static Countable countable(Content content, Countable.Given... given) {
    return new Countable(
        "a",
        content,
        new Countable.Reading(
            "bilateral", Optional.empty(), true, Optional.empty(), Period.UNKNOWN, Set.of()),
        List.of(),
        List.of(),
        Countable.Standing.ONE_SIDE,
        List.of(given));
  }

  private static @Nullable PartialDate date(@Nullable String text) {
    return text == null ? null : PartialDate.parse(text).orElseThrow();
  }

  @Test
  void aDelayIsToldFromDaysOnly() {
    assertThat(days("2019-03-10", "2019-04-01", null).delay()).isEqualTo(22); // 21 to the 31st, 1
    assertThat(days("2019-03-10", "2019-03-05", null).delay()).isEqualTo(-5);
    assertThat(days("2019-03", "2019-04-01", null).delay()).isEqualTo(Fact.UNKNOWN);
    assertThat(days("2019-03-10", "2019", null).delay()).isEqualTo(Fact.UNKNOWN);
    assertThat(days(null, "2019-04-01", null).delay()).isEqualTo(Fact.UNKNOWN);
  }

  @Test
  void aDurationRunsFromTheFirstDayToTheLastThatAreMeant() {
    assertThat(days(null, "2019-03", "2019-04").duration()).isEqualTo(61); // 31 + 30
    assertThat(days("2019-03-10", null, "2019-03-10").duration()).isEqualTo(1);
    assertThat(days(null, "2019", "2019").duration()).isEqualTo(365);
    assertThat(days(null, "2020-01-01", "2019-12-31").duration()).isEqualTo(Fact.UNKNOWN);
  }

  @Test
  void theTermsOfALoanAreThoseItIsMarkedWith() {
    assertThat(terms(new Classification("sdg-17-3-1", "c", null, LocalizedText.EMPTY)))
        .isEqualTo("c");
    assertThat(terms(new Classification("sdg", "17.3", null, LocalizedText.EMPTY))).isEmpty();
  }

  @SuppressWarnings("NullAway") // reads no annotation of a nested type
  private static String terms(Classification mark) {
    var said =
        new Content.Contribution(
            "contribution",
            null,
            Period.UNKNOWN,
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            null,
            "other-loan",
            List.of(mark),
            LocalizedText.EMPTY,
            List.of());
    var given = new Countable.Given(said, Optional.empty(), Optional.empty(), "iati:QM-1");
    var content = content(null, null, null);
    var fact = new FactRules(InventedWorld.reference()).fact(countable(content, given), 2026);
    return fact.flows().getFirst().terms();
  }
}
