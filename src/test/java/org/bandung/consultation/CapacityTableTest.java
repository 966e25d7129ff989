package org.bandung.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.consultation.Actor.Capacity.CONTRIBUTOR;
import static org.bandung.consultation.Actor.Capacity.NEGOTIATOR;
import static org.bandung.consultation.Actor.Capacity.SIGNATORY;
import static org.bandung.consultation.TestWorld.LETTER;
import static org.bandung.consultation.TestWorld.MERIDIA;
import static org.bandung.consultation.TestWorld.NOW;
import static org.bandung.consultation.TestWorld.agreement;
import static org.bandung.consultation.TestWorld.proposal;
import static org.bandung.consultation.TestWorld.setup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bandung.consultation.Actor.Capacity;
import org.bandung.consultation.ConsultationOutcome.LacksCapacity;
import org.bandung.consultation.ConsultationOutcome.NotTakingPart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may do what: every command for every set of capacities, of a party and of a stranger.
class CapacityTableTest {

  private static final Party LETTERS = TestWorld.party("QLL", Party.Role.PROVIDING, true);
  private static final Party OTHER_LETTERS = TestWorld.party("QKK", Party.Role.PROVIDING, true);

  /// QLL has replied by letter; nobody else has said anything.
  private static final Consultation TALKS =
      new TestWorld.Talks(
              setup(DecisionRule.UNANIMITY, MERIDIA, LETTERS, OTHER_LETTERS), agreement())
          .letter("QMM", "QLL", new Position.Accepts())
          .now();

  interface Command extends Function<Actor, ConsultationOutcome> {}

  record Row(String name, Set<Capacity> anyOf, Command command) {}

  private static final List<Row> TABLE =
      List.of(
          new Row(
              "open",
              Set.of(NEGOTIATOR, SIGNATORY),
              a ->
                  ConsultationRules.open(
                      "c-2",
                      setup(DecisionRule.UNANIMITY, MERIDIA, LETTERS),
                      proposal(1, agreement()),
                      a,
                      NOW)),
          new Row(
              "propose",
              Set.of(NEGOTIATOR, SIGNATORY),
              a -> ConsultationRules.propose(TALKS, a, 1, proposal(2, agreement()), NOW)),
          new Row("accept", Set.of(SIGNATORY), a -> ConsultationRules.accept(TALKS, a, 1, NOW)),
          new Row("abstain", Set.of(SIGNATORY), a -> ConsultationRules.abstain(TALKS, a, 1, NOW)),
          new Row(
              "object",
              Set.of(NEGOTIATOR, SIGNATORY),
              a -> ConsultationRules.object(TALKS, a, 1, "no", NOW)),
          new Row(
              "leave", Set.of(SIGNATORY), a -> ConsultationRules.leave(TALKS, a, "enough", NOW)),
          new Row(
              "enter a letter",
              Set.of(NEGOTIATOR, SIGNATORY),
              a ->
                  ConsultationRules.enterLetter(
                      TALKS,
                      a,
                      new ConsultationEvent.LetterEntered("QKK", 1, new Position.Accepts(), LETTER),
                      NOW)),
          new Row(
              "confirm a letter",
              Set.of(SIGNATORY),
              a -> ConsultationRules.confirmLetter(TALKS, a, 1, NOW)),
          new Row(
              "disown a letter",
              Set.of(SIGNATORY),
              a -> ConsultationRules.disownLetter(TALKS, a, 1, "not ours", NOW)),
          new Row(
              "comment",
              Set.of(CONTRIBUTOR, NEGOTIATOR, SIGNATORY),
              a -> ConsultationRules.comment(TALKS, a, 1, "a word", NOW)),
          new Row(
              "note",
              Set.of(CONTRIBUTOR, NEGOTIATOR, SIGNATORY),
              a -> ConsultationRules.note(TALKS, a, "between us", NOW)),
          new Row(
              "set a deadline",
              Set.of(NEGOTIATOR, SIGNATORY),
              a -> ConsultationRules.setDeadline(TALKS, a, 1, NOW.plus(Duration.ofDays(1)), NOW)));

  static Stream<Arguments> table() {
    var rows = new ArrayList<Arguments>();
    for (var row : TABLE) {
      for (int bits = 0; bits < 8; bits++) {
        var capacities = EnumSet.noneOf(Capacity.class);
        for (var capacity : Capacity.values()) {
          if ((bits & (1 << List.of(Capacity.values()).indexOf(capacity))) != 0) {
            capacities.add(capacity);
          }
        }
        rows.add(Arguments.of(row.name(), capacities, row));
      }
    }
    return rows.stream();
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("table")
  void eachCommandNeedsOneOfItsCapacities(String name, Set<Capacity> capacities, Row row) {
    var party = name.endsWith("a letter") && !name.startsWith("enter") ? "QLL" : "QMM";
    var outcome = row.command().apply(new Actor(party, "person", capacities));
    var stranger = row.command().apply(new Actor("QZZ", "person", capacities));

    boolean may = capacities.stream().anyMatch(row.anyOf()::contains);
    if (may) {
      assertThat(outcome).isInstanceOf(ConsultationOutcome.Done.class);
    } else {
      assertThat(outcome).isEqualTo(new LacksCapacity(row.anyOf()));
    }
    assertThat(stranger).isEqualTo(new NotTakingPart());
  }
}
