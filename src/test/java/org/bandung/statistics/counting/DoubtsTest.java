package org.bandung.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.statistics.counting.Facts.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.Reference;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Answer.Doubt;
import org.bandung.statistics.facts.Fact;
import org.junit.jupiter.api.Test;

/// Bounds of figures whose initiatives may be one, worked out by hand, and against a second count.
class DoubtsTest {

  private static final Reference REFERENCE = InventedWorld.reference();
  private static final Question GIVEN = Question.money(Measure.GIVEN, "USD", Dimension.RECIPIENT);

  /// Meridia tells of wells in Norelia (100.00), Norelia of wells in two countries (90.00), and
  /// Pelaria of a school in Norelia (7.00).
  private static final Fact WELLS =
      fact("a")
          .side("QMM", "provider")
          .side("QNN", "recipient")
          .given("100.00", "USD", 2019, "QMM", "QNN")
          .build();

  private static final Fact WELLS_TOO =
      fact("b")
          .side("QMM", "provider")
          .side("QNN", "recipient")
          .side("QOO", "recipient")
          .given("90.00", "USD", 2019, "QMM", "QNN")
          .build();

  private static final Fact SCHOOL =
      fact("c")
          .side("QPP", "provider")
          .side("QNN", "recipient")
          .given("7.00", "USD", 2019, "QPP", "QNN")
          .build();

  /// The wells as the registry would tell them as one: Meridia's own word counts.
  private static final Fact AS_ONE =
      fact("a")
          .side("QMM", "provider")
          .side("QNN", "recipient")
          .side("QOO", "recipient")
          .given("100.00", "USD", 2019, "QMM", "QNN")
          .build();

  private record Group(List<Fact> apart, Fact asOne) {}

  private static Answer ask(List<Fact> facts, Question question, Group... groups) {
    var codes = new Codes();
    var traits = new CountryTraits(REFERENCE);
    var doubts = new ArrayList<Doubts.Group>();
    for (var group : groups) {
      doubts.add(
          new Doubts.Group(
              group.apart().stream().map(Fact::id).toList(),
              SegmentBuilder.build(codes, REFERENCE, traits, group.apart()),
              List.of(SegmentBuilder.build(codes, REFERENCE, traits, List.of(group.asOne())))));
    }
    var counter =
        new Counter(
            List.of(SegmentBuilder.build(codes, REFERENCE, traits, facts)),
            codes,
            new SameCurrency(),
            "same");
    return new Doubts(doubts, codes, true)
        .over(counter.count(question).orElseThrow(), new SameCurrency(), "same");
  }

  private static final List<Fact> WORLD = List.of(WELLS, WELLS_TOO, SCHOOL);
  private static final Group UNSURE = new Group(List.of(WELLS, WELLS_TOO), AS_ONE);

  @Test
  void aNumberIsAtLeastWhatItIsIfThePairIsOne() {
    var answer = ask(WORLD, Question.initiatives(Dimension.COUNTRY), UNSURE);

    assertThat(answer.total()).isEqualTo(new Cell(3, 3, 0, 2, 3));
    assertThat(answer.at("QMM")).isEqualTo(new Cell(2, 2, 0, 1, 2));
    assertThat(answer.at("QNN")).isEqualTo(new Cell(3, 3, 0, 2, 3));
    assertThat(answer.at("QOO")).isEqualTo(new Cell(1, 1, 0)); // either way one
    assertThat(answer.at("QPP").unsure()).isFalse();
    assertThat(answer.doubt()).isEqualTo(new Doubt(1, Answer.Bounds.KNOWN));
  }

  @Test
  void anAmountIsAtLeastWhatTheOneInitiativeWouldHaveGiven() {
    var answer = ask(WORLD, GIVEN, UNSURE);

    assertThat(answer.total().value()).isEqualTo(19_700); // 100 + 90 + 7
    assertThat(answer.total().least()).isEqualTo(10_700); // 100 + 7
    assertThat(answer.total().most()).isEqualTo(19_700);
    assertThat(Measure.GIVEN.least(answer.total()).orElseThrow()).isEqualByComparingTo("107");
  }

  @Test
  void whatIsAskedElsewhereIsNotInDoubt() {
    var answer = ask(WORLD, GIVEN.where(Dimension.PROVIDER, "QPP"), UNSURE);

    assertThat(answer.total()).isEqualTo(new Cell(700, 1, 0));
    assertThat(answer.doubt()).isEqualTo(Doubt.NONE);
  }

  /// Two groups that pull a figure up and down do not make each other good.
  @Test
  void groupsAreOneOrNotIndependently() {
    var one = fact("m").side("QMM", "provider").modality("bilateral").build();
    var two = fact("n").side("QMM", "provider").modality("bilateral").build();
    var asRegional = fact("m").side("QMM", "provider").modality("regional").build();
    var three = fact("o").side("QMM", "provider").modality("regional").build();
    var four = fact("p").side("QMM", "provider").modality("regional").build();
    var asOne = fact("o").side("QMM", "provider").modality("regional").build();

    var answer =
        ask(
            List.of(one, two, three, four),
            Question.initiatives(Dimension.MODALITY),
            new Group(List.of(one, two), asRegional),
            new Group(List.of(three, four), asOne));

    assertThat(answer.at("regional")).isEqualTo(new Cell(2, 2, 0, 1, 3));
    assertThat(answer.at("bilateral")).isEqualTo(new Cell(2, 2, 0, 0, 2));
    assertThat(answer.total()).isEqualTo(new Cell(4, 4, 0, 2, 4));
  }

  /// A may be B and B may be C, but A and C were decided to be two.
  @Test
  void whatWasDecidedToBeTwoIsNeverCountedAsOne() {
    var doubts =
        doubts(
            new Doubts.Group(
                List.of("a", "b", "c"),
                built(WORLD),
                List.of(built(List.of(AS_ONE, SCHOOL)), built(List.of(WELLS, SCHOOL)))),
            true);

    var answer = doubts.over(counted(GIVEN), new SameCurrency(), "same");

    // 100 + 90 + 7; 100 + 7 either way, never one of the three alone
    assertThat(answer.total()).isEqualTo(new Cell(19_700, 3, 0, 10_700, 19_700));
    assertThat(answer.doubt()).isEqualTo(new Doubt(1, Answer.Bounds.KNOWN));
  }

  /// Too many ways to tell a group, or nobody looked: no figure passes for a certain one.
  @Test
  void whatNobodyLookedAtHasNoBounds() {
    var tooMany = doubts(new Doubts.Group(List.of("a", "b"), built(WORLD), List.of()), true);
    var unlooked = new Doubts(List.of(), CODES, false);

    for (var doubts : List.of(tooMany, unlooked)) {
      var answer = doubts.over(counted(GIVEN), new SameCurrency(), "same");
      assertThat(answer.doubt().looked()).isFalse();
      assertThat(answer.total().value()).isEqualTo(19_700);
      assertThat(answer.total().bounded()).isFalse();
      assertThat(answer.at("QNN").unsure()).isFalse();
      assertThat(Measure.GIVEN.least(answer.total())).isEmpty();
      assertThat(Measure.GIVEN.most(answer.at("QNN"))).isEmpty();
    }
    var nothing = GIVEN.where(Dimension.PROVIDER, "QOO");
    assertThat(unlooked.over(counted(nothing), new SameCurrency(), "same").doubt())
        .isEqualTo(Doubt.NONE);
  }

  private static final Codes CODES = new Codes();

  private static Segment built(List<Fact> facts) {
    return SegmentBuilder.build(CODES, REFERENCE, new CountryTraits(REFERENCE), facts);
  }

  private static Doubts doubts(Doubts.Group group, boolean looked) {
    return new Doubts(List.of(group), CODES, looked);
  }

  private static Answer counted(Question question) {
    return new Counter(List.of(built(WORLD)), CODES, new SameCurrency(), "same")
        .count(question)
        .orElseThrow();
  }

  @Test
  void aMeanHasNoBounds() {
    var question =
        new Question(
            Measure.DURATION,
            "",
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Map.of(),
            Question.Scope.ALL);

    assertThat(ask(WORLD, question, UNSURE).doubt()).isEqualTo(Doubt.NONE);
    assertThat(Measure.DURATION.least(new Cell(10, 2, 0))).isEmpty();
  }

  /// With one group, the bounds are the figures now and those of the world in which it is one.
  @Property(tries = 200)
  void theBoundsAreThoseOfTwoWorlds(@ForAll long seed) {
    var facts = CountingMetamorphicTest.world(seed);
    if (facts.size() < 3) {
      return;
    }
    var pair = facts.subList(0, 2);
    var one = CountingMetamorphicTest.world(seed + 1).stream().findFirst().orElse(AS_ONE);
    var other = new ArrayList<>(facts.subList(2, facts.size()));
    other.add(one);
    var dimension = new Random(seed).nextBoolean() ? Dimension.COUNTRY : Dimension.YEAR;

    for (var question :
        List.of(
            Question.initiatives(dimension).by(Dimension.PROVIDER),
            Question.money(Measure.GIVEN, "USD", dimension).by(Dimension.RECIPIENT))) {
      var now = ask(facts, question);
      var ranged = ask(facts, question, new Group(pair, one));
      var asOne = ask(other, question);

      assertThat(ranged.rows()).containsExactlyInAnyOrderElementsOf(now.rows());
      for (var row : now.rows()) {
        bounds(ranged.at(row), now.at(row), asOne.at(row));
        for (var column : now.columns()) {
          bounds(ranged.at(row, column), now.at(row, column), asOne.at(row, column));
        }
      }
      bounds(ranged.total(), now.total(), asOne.total());
    }
  }

  private static void bounds(Cell ranged, Cell now, Cell asOne) {
    assertThat(ranged.value()).isEqualTo(now.value());
    if (now.reported()) {
      assertThat(ranged.least()).isEqualTo(Math.min(now.value(), asOne.value()));
      assertThat(ranged.most()).isEqualTo(Math.max(now.value(), asOne.value()));
    }
  }
}
