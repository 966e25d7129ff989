package org.bandung.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.statistics.counting.Facts.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.Reference;
import org.bandung.statistics.facts.Fact;
import org.junit.jupiter.api.Test;

/// A small world whose totals are worked out by hand beside each figure.
class CounterTest {

  /// Five initiatives of Meridia (QMM), Norelia (QNN), Osmara (QOO) and Pelaria (QPP).
  private static final List<Fact> WORLD =
      List.of(
          // Meridia gives Norelia 100.00 in 2018 and 50.50 in 2019; health.
          fact("a")
              .side("QMM", "provider")
              .side("QNN", "recipient")
              .years(2018, 2019)
              .sectors("health", 1_000_000)
              .given("100.00", "USD", 2018, "QMM", "QNN")
              .given("50.50", "USD", 2019, "QMM", "QNN")
              .build(),
          // Meridia gives 100.00 to two, 60 % to Norelia and 40 % to Osmara; a third each of
          // health, education and water: 100.00 / 3 leaves a remainder.
          fact("b")
              .side("QMM", "provider")
              .side("QNN", "recipient")
              .side("QOO", "recipient")
              .years(2019, 2020)
              .modality("regional")
              .sectors("health", 333_333, "education", 666_667, "water", 1_000_000)
              .recipients("QNN", 600_000, "QOO", 1_000_000)
              .given("100.00", "USD", 2019, "QMM", "")
              .build(),
          // Both give and receive; nobody says how much.
          fact("c").side("QMM", "dual").side("QNN", "dual").years(2019, 2019).build(),
          // Pelaria gives Norelia 7.00 in another currency, for goals 3 and 6.
          fact("d")
              .side("QPP", "provider")
              .side("QNN", "recipient")
              .years(2019, 2019)
              .facet("k:sdg:3")
              .facet("k:sdg:6.1")
              .given("7.00", "EUR", 2019, "QPP", "QNN")
              .build(),
          // A third party wrote down that Meridia gave Osmara 1000.00.
          fact("e")
              .side("QMM", "provider")
              .side("QOO", "recipient")
              .compiled()
              .given("1000.00", "USD", 2019, "QMM", "QOO")
              .build());

  private static final Reference REFERENCE = InventedWorld.reference();

  static Counter counter(List<Fact> facts) {
    var codes = new Codes();
    var traits = new CountryTraits(REFERENCE);
    // Two segments, so that what is counted apart has to be put together.
    int half = facts.size() / 2;
    return new Counter(
        List.of(
            SegmentBuilder.build(codes, REFERENCE, traits, facts.subList(0, half)),
            SegmentBuilder.build(codes, REFERENCE, traits, facts.subList(half, facts.size()))),
        codes,
        new SameCurrency(),
        "same");
  }

  private final Counter counter = counter(WORLD);

  private Answer ask(Question question) {
    return counter.count(question).orElseThrow();
  }

  private static BigDecimal usd(Answer.Cell cell) {
    return Measure.GIVEN.figure(cell).orElseThrow();
  }

  @Test
  void anInitiativeCountsOnceForTheWorldAndOnceForEachCountry() {
    var answer = ask(Question.initiatives(Dimension.COUNTRY));

    assertThat(answer.total().value()).isEqualTo(4); // a, b, c, d; e is a compilation
    assertThat(answer.at("QMM").value()).isEqualTo(3); // a, b, c
    assertThat(answer.at("QNN").value()).isEqualTo(4); // a, b, c, d
    assertThat(answer.at("QOO").value()).isEqualTo(1); // b
    assertThat(answer.at("QPP").value()).isEqualTo(1); // d
  }

  @Test
  void itCountsInEveryYearInWhichItIsActive() {
    var answer = ask(Question.initiatives(Dimension.YEAR));

    assertThat(answer.at("2018").value()).isEqualTo(1); // a
    assertThat(answer.at("2019").value()).isEqualTo(4); // a, b, c, d
    assertThat(answer.at("2020").value()).isEqualTo(1); // b
    assertThat(answer.total().value()).isEqualTo(4);
  }

  @Test
  void compilationsCountOnlyWhenAskedFor() {
    var with = new Question.Scope(false, true, Optional.empty());

    assertThat(ask(Question.initiatives(Dimension.COUNTRY).of(with)).total().value()).isEqualTo(5);
    assertThat(usd(ask(given(Dimension.YEAR).of(with)).total()))
        .isEqualByComparingTo("1250.50"); // 100 + 50.50 + 100 + 1000
  }

  private static Question given(Dimension rows) {
    return Question.money(Measure.GIVEN, "USD", rows);
  }

  @Test
  void anAmountCountsInTheYearOfTheFlow() {
    var answer = ask(given(Dimension.YEAR));

    assertThat(usd(answer.at("2018"))).isEqualByComparingTo("100.00");
    assertThat(usd(answer.at("2019"))).isEqualByComparingTo("150.50"); // 50.50 + 100
    assertThat(usd(answer.total())).isEqualByComparingTo("250.50");
  }

  @Test
  void percentagesSplitWithoutLosingACent() {
    var recipients = ask(given(Dimension.RECIPIENT));
    var sectors = ask(given(Dimension.SECTOR));

    assertThat(usd(recipients.at("QNN"))).isEqualByComparingTo("210.50"); // 150.50 + 60
    assertThat(usd(recipients.at("QOO"))).isEqualByComparingTo("40.00");
    assertThat(usd(sectors.at("health"))).isEqualByComparingTo("183.83"); // 150.50 + 33.33
    assertThat(usd(sectors.at("education"))).isEqualByComparingTo("33.34");
    assertThat(usd(sectors.at("water"))).isEqualByComparingTo("33.33");
    assertThat(usd(sectors.total())).isEqualByComparingTo("250.50");
  }

  /// 100.00 to Norelia (60 %) and Osmara (40 %), 150.50 to Norelia: whatever a country is takes its
  /// part.
  @Test
  void whatACountryIsTakesItsPartAndNotTheWhole() {
    var countries = ask(given(Dimension.COUNTRY));

    assertThat(usd(countries.at("QMM"))).isEqualByComparingTo("250.50");
    assertThat(usd(countries.at("QNN"))).isEqualByComparingTo("210.50"); // 150.50 + 60
    assertThat(usd(countries.at("QOO"))).isEqualByComparingTo("40.00");
    assertThat(usd(countries.total())).isEqualByComparingTo("250.50");
    assertThat(usd(ask(given(Dimension.YEAR).where(Dimension.COUNTRY, "QOO")).total()))
        .isEqualByComparingTo("40.00");
    var partners = ask(given(Dimension.PARTNER).where(Dimension.COUNTRY, "QMM"));
    assertThat(usd(partners.at("QNN"))).isEqualByComparingTo("210.50");
    assertThat(usd(partners.at("QOO"))).isEqualByComparingTo("40.00");
  }

  @Test
  void aDelayBelowZeroCountsAsSuch() {
    var facts =
        List.of(
            fact("x").side("QMM", "provider").delay(-5).build(),
            fact("y").side("QMM", "provider").delay(10).build(),
            fact("z").side("QMM", "provider").build());
    var question =
        new Question(
            Measure.DELAY,
            "",
            Optional.empty(),
            Optional.empty(),
            java.util.Map.of(),
            Question.Scope.ALL);

    var total = counter(facts).count(question).orElseThrow().total();

    assertThat(Measure.DELAY.figure(total)).contains(new BigDecimal("2.5")); // (-5 + 10) / 2
    assertThat(total.missing()).isEqualTo(1);
  }

  @Test
  void twoSplitsOfOneAmountStayExact() {
    var answer = ask(given(Dimension.RECIPIENT).by(Dimension.SECTOR));

    assertThat(usd(answer.at("QNN", "health"))).isEqualByComparingTo("170.50"); // 150.50 + 20.00
    assertThat(usd(answer.at("QOO", "health"))).isEqualByComparingTo("13.33");
    assertThat(usd(answer.at("QOO"))).isEqualByComparingTo("40.00");
    assertThat(usd(answer.total())).isEqualByComparingTo("250.50");
  }

  @Test
  void whatIsNotReportedIsMissingAndNeverZero() {
    var answer = ask(given(Dimension.PROVIDER));

    assertThat(answer.at("QNN").reported()).isFalse(); // c: gives too, nobody says how much
    assertThat(answer.at("QNN").missing()).isEqualTo(1);
    assertThat(Measure.GIVEN.figure(answer.at("QNN"))).isEmpty();
    assertThat(answer.coverage())
        .isEqualTo(new Answer.Coverage(4, 2, 1)); // c has no figure, d none in dollars
  }

  @Test
  void whatNobodyReportedIsNoSector() {
    var silent =
        fact("f")
            .side("QMM", "provider")
            .side("QNN", "recipient")
            .years(2019, 2019)
            .facet("k:dac-sector-group:not-reported")
            .given("3.00", "USD", 2019, "QMM", "QNN")
            .build();

    var one = counter(List.of(silent));
    var number = one.count(Question.initiatives(Dimension.SECTOR)).orElseThrow();
    var money = one.count(Question.money(Measure.GIVEN, "USD", Dimension.SECTOR)).orElseThrow();

    assertThat(number.rows()).containsExactly("");
    assertThat(money.rows()).containsExactly("");
  }

  @Test
  void severalGoalsCountTheWholeAmountEachButTheTotalOnce() {
    var answer = ask(Question.money(Measure.GIVEN, "EUR", Dimension.SDG));

    assertThat(usd(answer.at("3"))).isEqualByComparingTo("7.00");
    assertThat(usd(answer.at("6"))).isEqualByComparingTo("7.00");
    assertThat(usd(answer.total())).isEqualByComparingTo("7.00");
  }

  @Test
  void aPairIsTwoCountries() {
    var answer = ask(Question.initiatives(Dimension.PROVIDER).by(Dimension.RECIPIENT));

    assertThat(answer.at("QMM", "QNN").value()).isEqualTo(3); // a, b, c
    assertThat(answer.at("QNN", "QMM").value()).isEqualTo(1); // c
    assertThat(answer.at("QMM", "QMM")).isEqualTo(Answer.Cell.NONE); // c: not with itself
    assertThat(answer.at("QMM").value()).isEqualTo(3);
  }

  @Test
  void partnersOfACountryAreTheOthers() {
    var answer = ask(Question.initiatives(Dimension.PARTNER).where(Dimension.COUNTRY, "QMM"));

    assertThat(answer.rows()).containsExactlyInAnyOrder("QNN", "QOO");
    assertThat(answer.at("QNN").value()).isEqualTo(3); // a, b, c
  }

  @Test
  void theRoleOfOneCountryIsItsOwn() {
    var answer = ask(Question.initiatives(Dimension.ROLE).where(Dimension.COUNTRY, "QNN"));

    assertThat(answer.rows()).containsExactlyInAnyOrder("recipient", "dual");
    assertThat(answer.at("recipient").value()).isEqualTo(3); // a, b, d
    assertThat(
            ask(Question.initiatives(Dimension.YEAR)
                    .where(Dimension.COUNTRY, "QMM")
                    .where(Dimension.ROLE, "dual"))
                .total()
                .value())
        .isEqualTo(1); // c: the recipients beside it do not count
  }

  @Test
  void aFilterOnARecipientTakesItsPartOfAnAmountOnly() {
    var answer = ask(given(Dimension.YEAR).where(Dimension.RECIPIENT, "QOO"));

    assertThat(usd(answer.at("2019"))).isEqualByComparingTo("40.00");
    assertThat(answer.total().records()).isEqualTo(1);
  }

  @Test
  void withoutACountryItsFlowsAndInitiativesAreLeftOut() {
    var without = new Question.Scope(false, false, Optional.of("QMM"));

    assertThat(ask(Question.initiatives(Dimension.YEAR).of(without)).total().value())
        .isEqualTo(1); // d
    assertThat(ask(given(Dimension.YEAR).of(without)).total().reported()).isFalse();
  }

  @Test
  void everyFigureOpensToItsRecords() {
    assertThat(counter.records(Question.initiatives(Dimension.YEAR).where(Dimension.YEAR, "2020")))
        .containsExactly("b");
    assertThat(
            counter.records(
                given(Dimension.YEAR)
                    .where(Dimension.YEAR, "2019")
                    .where(Dimension.RECIPIENT, "QNN")))
        .containsExactly("a", "b", "c", "d"); // c and d without a figure in dollars
  }

  @Test
  void quantitiesOfOneUnitAreAddedUp() {
    var facts =
        List.of(
            fact("x")
                .side("QMM", "provider")
                .side("QNN", "recipient")
                .quantity("12.5", "person-days", 2019, "QMM", "QNN")
                .quantity("3", "persons", 2019, "QMM", "QNN")
                .build(),
            fact("y").side("QMM", "provider").side("QNN", "recipient").build());
    var question =
        new Question(
            Measure.QUANTITY,
            "person-days",
            Optional.of(Dimension.PROVIDER),
            Optional.empty(),
            java.util.Map.of(),
            Question.Scope.ALL);

    var answer = counter(facts).count(question).orElseThrow();

    assertThat(Measure.QUANTITY.figure(answer.at("QMM"))).contains(new BigDecimal("12.5"));
    assertThat(answer.coverage().withoutFigure()).isEqualTo(1);
  }

  @Test
  void aCodeNobodyCarriesGivesNothing() {
    var answer = ask(Question.initiatives(Dimension.YEAR).where(Dimension.COUNTRY, "QYY"));

    assertThat(answer.rows()).isEmpty();
    assertThat(answer.total()).isEqualTo(Answer.Cell.NONE);
  }
}
