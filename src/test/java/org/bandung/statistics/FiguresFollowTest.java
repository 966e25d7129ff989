package org.bandung.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.Registry;
import org.bandung.registry.TestRegistry;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Content.Contribution;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.counting.Question;
import org.bandung.statistics.doubts.Ties;
import org.bandung.statistics.doubts.UnsurePair;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Figures are those of the facts as they are, whatever became of them, in this process or another.
@Tag("external-db")
class FiguresFollowTest {

  private TestDatabase store;
  private Registry registry;
  private Statistics statistics;
  private Ties ties = Ties.NONE;

  @BeforeEach
  void open() {
    store = TestDatabase.create();
    registry = TestRegistry.of(store);
    statistics = TestStatistics.of(store, registry, () -> ties);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Statement statement(String publisher, String id, String amount, String... to) {
    var content =
        new Content(
            "project",
            LocalizedText.of("en", "Wells"),
            LocalizedText.EMPTY,
            null,
            Period.UNKNOWN,
            new Period(PartialDate.ofYear(2019), PartialDate.ofYear(2020), false),
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(
                        Participant.country(Role.PROVIDER, new CountryCode("QMM"))),
                    java.util.stream.Stream.of(to)
                        .map(c -> Participant.country(Role.RECIPIENT, new CountryCode(c))))
                .toList(),
            List.of(),
            List.of(),
            List.of(
                new Contribution(
                    "disbursement",
                    null,
                    new Period(PartialDate.ofYear(2019), null, false),
                    new ReportedAmount(new BigDecimal(amount), "USD"),
                    null,
                    null,
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    LocalizedText.EMPTY)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    var text = publisher + id + amount + String.join("", to);
    return new Statement(
        new Statement.Source("iati", publisher, LocalizedText.of("en", publisher)),
        id,
        Statement.Speaker.PUBLISHER,
        "%064x".formatted(text.hashCode() & 0xffffffffL),
        Statement.Payload.compress(text),
        Instant.parse("2020-01-01T00:00:00Z"),
        null,
        content,
        List.of(),
        "test");
  }

  private void say(Statement... statements) {
    try (var run = registry.beginImport("iati", "test")) {
      run.receive(List.of(statements));
      run.finish(false);
    }
  }

  private Answer given() {
    statistics.catchUp();
    return statistics.ask(Question.money(Measure.GIVEN, "USD", Dimension.RECIPIENT)).orElseThrow();
  }

  private static String told(Answer.Cell cell) {
    return Measure.GIVEN.figure(cell).map(BigDecimal::toPlainString).orElse("-");
  }

  @Test
  void followTheFactsThroughEveryChange() {
    assertThat(given().total()).isEqualTo(Answer.Cell.NONE);

    say(statement("QM-1", "a", "100", "QNN"), statement("QM-1", "b", "5", "QOO"));
    assertThat(told(given().at("QNN"))).isEqualTo("100.00");

    say(statement("QM-1", "a", "70", "QPP"));
    var changed = given();
    assertThat(changed.rows()).containsExactlyInAnyOrder("QPP", "QOO");
    assertThat(told(changed.total())).isEqualTo("75.00");

    registry.withdraw("iati:QM-1", "b");
    assertThat(given().rows()).containsExactly("QPP");
  }

  @Test
  void twoReportsOfOneInitiativeCountOnce() {
    say(statement("QM-1", "XM-QM-9", "100", "QNN"));
    say(statement("QN-2", "XM-QM-9", "100", "QNN"));

    var byCountry = given();
    assertThat(byCountry.total().records()).isEqualTo(1);
    statistics.catchUp();
    assertThat(statistics.ask(Question.initiatives(Dimension.CONFIRMATION)).orElseThrow().rows())
        .containsExactly("both-sides");
  }

  @Test
  void anotherProcessSeesThem() {
    say(statement("QM-1", "a", "100", "QNN"));
    var other = TestStatistics.of(store, registry);
    given();
    assertThat(
            told(
                other
                    .ask(Question.money(Measure.GIVEN, "USD", Dimension.RECIPIENT))
                    .orElseThrow()
                    .total()))
        .isEqualTo("100.00");
    say(statement("QM-1", "c", "1", "QNN"));
    given();

    assertThat(
            told(
                other
                    .ask(Question.money(Measure.GIVEN, "USD", Dimension.RECIPIENT))
                    .orElseThrow()
                    .total()))
        .isEqualTo("101.00");
  }

  @Test
  void severalReceiversWithoutPercentagesAreNotSplit() {
    say(statement("QM-1", "a", "100", "QNN", "QOO"));

    var answer = given();

    assertThat(told(answer.at("not-split"))).isEqualTo("100.00");
    assertThat(told(answer.at("QNN"))).isEqualTo("-");
    assertThat(answer.at("QNN").missing()).isEqualTo(1);
  }

  /// The giver's first word counts where both are one: 100.00, not 190.00.
  @Test
  void whatMayBeOneLiesBetweenTwoBounds() {
    say(statement("QM-1", "a", "100", "QNN"), statement("QM-1", "z", "5", "QOO"));
    say(statement("QN-2", "b", "90", "QNN"));
    assertThat(given().total().unsure()).isFalse();

    var two =
        statistics.records(Question.initiatives(Dimension.YEAR).where(Dimension.RECIPIENT, "QNN"));
    var pair = new UnsurePair(two.getFirst(), two.getLast(), UnsurePair.Origin.PROPOSED);
    ties = new Ties(List.of(pair), List.of());

    var answer = given();
    assertThat(told(answer.total())).isEqualTo("195.00");
    assertThat(Measure.GIVEN.least(answer.total()).orElseThrow()).isEqualByComparingTo("105.00");
    assertThat(Measure.GIVEN.most(answer.total()).orElseThrow()).isEqualByComparingTo("195.00");
    assertThat(answer.at("QOO").unsure()).isFalse();
    assertThat(statistics.unsure(Question.money(Measure.GIVEN, "USD", Dimension.RECIPIENT)))
        .containsExactly(pair);

    registry.withdraw("iati:QN-2", "b");
    assertThat(given().total().unsure()).isFalse();
    assertThat(statistics.unsure(Question.initiatives(Dimension.YEAR))).isEmpty();
  }

  /// a may be b, b may be c, a and c were decided to be two: three, at least two, never one.
  @Test
  void whatWasDecidedToBeTwoIsNeverOne() {
    say(statement("QM-1", "a", "100", "QNN"));
    say(statement("QN-2", "b", "90", "QNN"), statement("QN-2", "c", "7", "QNN"));
    statistics.catchUp();
    var ids = statistics.records(Question.initiatives(Dimension.YEAR));
    assertThat(ids).hasSize(3);
    var unsure =
        List.of(
            new UnsurePair(ids.get(0), ids.get(1), UnsurePair.Origin.PROPOSED),
            new UnsurePair(ids.get(1), ids.get(2), UnsurePair.Origin.PROPOSED));

    ties = new Ties(unsure, List.of());
    assertThat(number().least()).isEqualTo(1);
    ties = new Ties(unsure, List.of(), List.of(Set.of(ids.get(0), ids.get(2))), true);
    assertThat(number()).isEqualTo(new Answer.Cell(3, 3, 0, 2, 3));
    ties = new Ties(List.of(), List.of(), List.of(), false);
    assertThat(number().bounded()).isFalse();
    ties = Ties.NONE;
    assertThat(number()).isEqualTo(new Answer.Cell(3, 3, 0));
  }

  private Answer.Cell number() {
    statistics.catchUp();
    return statistics.ask(Question.initiatives(Dimension.YEAR)).orElseThrow().total();
  }

  /// What is not counted any more is told to nobody, whatever it may be one with.
  @Test
  void aPairNeedsBothOfIt() {
    say(statement("QM-1", "a", "100", "QNN"));
    say(statement("QN-2", "b", "90", "QNN"), statement("QN-2", "c", "7", "QNN"));
    var question = Question.initiatives(Dimension.YEAR);
    statistics.catchUp();
    var ids = statistics.records(question);
    var first = new UnsurePair(ids.get(0), ids.get(1), UnsurePair.Origin.PROPOSED);
    var gone = new UnsurePair(ids.get(0), "gone", UnsurePair.Origin.PROPOSED);
    var merged = new UnsurePair("merged", ids.get(2), UnsurePair.Origin.UNDECIDED);
    ties = new Ties(List.of(first, gone, merged), List.of(Set.of("merged", ids.get(0))));
    statistics.ask(question);

    assertThat(statistics.unsure(question)).containsExactly(first, merged);
  }
}
