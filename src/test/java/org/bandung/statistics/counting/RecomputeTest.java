package org.bandung.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.statistics.counting.Facts.fact;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whoever adds up what stands behind a figure gets the figure.
class RecomputeTest {

  private final Counter counter =
      CounterTest.counter(
          List.of(
              fact("a")
                  .side("QMM", "provider")
                  .side("QNN", "recipient")
                  .given("100.00", "USD", 2018, "QMM", "QNN")
                  .given("50.55", "USD", 2019, "QMM", "QNN")
                  .build(),
              fact("b")
                  .side("QMM", "provider")
                  .side("QNN", "recipient")
                  .side("QOO", "recipient")
                  .recipients("QNN", 333_333, "QOO", 1_000_000)
                  .given("10.00", "USD", 2019, "QMM", "")
                  .given("9.00", "EUR", 2019, "QMM", "")
                  .build()));

  @Test
  void theContributionsBehindAFigureAddUpToIt() {
    var question =
        Question.money(Measure.GIVEN, "USD", Dimension.YEAR)
            .where(Dimension.RECIPIENT, "QNN")
            .where(Dimension.YEAR, "2019");

    var behind = counter.contributions(question);

    assertThat(behind)
        .extracting(Counted::initiative, Counted::reported, Counted::counted)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "a", new BigDecimal("50.55"), new BigDecimal("50.55")),
            org.assertj.core.groups.Tuple.tuple(
                "b", new BigDecimal("10.00"), new BigDecimal("3.33")));
    var figure = Measure.GIVEN.figure(counter.count(question).orElseThrow().total()).orElseThrow();
    assertThat(behind.stream().map(Counted::counted).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(figure)
        .isEqualByComparingTo("53.88");
  }

  @Test
  void initiativesAreNoSumOfContributions() {
    assertThat(counter.contributions(Question.initiatives(Dimension.YEAR))).isEmpty();
  }
}
