package org.bandung.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bandung.consultation.TestWorld.LETTER;
import static org.bandung.consultation.TestWorld.MERIDIA;
import static org.bandung.consultation.TestWorld.NORTHERA;
import static org.bandung.consultation.TestWorld.NOW;
import static org.bandung.consultation.TestWorld.PELARIA;
import static org.bandung.consultation.TestWorld.agreement;
import static org.bandung.consultation.TestWorld.full;
import static org.bandung.consultation.TestWorld.proposal;
import static org.bandung.consultation.TestWorld.setup;
import static org.bandung.consultation.TestWorld.signatory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bandung.consultation.Consultation.Setup;
import org.bandung.consultation.ConsultationEvent.Recorded;
import org.bandung.consultation.ConsultationOutcome.Done;
import org.bandung.consultation.ConsultationOutcome.Faulty;
import org.bandung.consultation.ConsultationOutcome.KeyUsedOtherwise;
import org.bandung.consultation.ConsultationOutcome.NotLatest;
import org.bandung.consultation.Party.Role;
import org.bandung.store.ChangeLog;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Consultations on the real database engine.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsultationCommandsTest {

  private static final int NEGOTIATORS = 50;

  private volatile Instant time = NOW;
  private TestDatabase store;
  private ConsultationCommands consultations;

  private final class TestClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return time;
    }
  }

  @BeforeAll
  void open() {
    store = TestDatabase.create();
    consultations =
        new ConsultationCommands(store.database(), (happened, after) -> {}, new TestClock());
  }

  @AfterAll
  void close() {
    store.close();
  }

  @BeforeEach
  void empty() {
    time = NOW;
    store.database().sql().sql("truncate consultation_consultation, store_change cascade").update();
  }

  private String opened(Setup setup) {
    var opener = signatory(setup.parties().getFirst().id());
    return done(consultations.open(opener, setup, proposal(1, agreement()), "opening"))
        .after()
        .id();
  }

  private static Done done(ConsultationOutcome outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return (Done) outcome;
  }

  private List<Recorded> everything(String id) {
    return new ConsultationTable(store.database()).events(id);
  }

  @Test
  void fromTheFirstProposalToAnAgreementNothingIsLost() {
    var id = opened(setup(DecisionRule.UNANIMITY, MERIDIA, NORTHERA, PELARIA));
    var amended =
        done(consultations.propose(id, signatory("QNN"), 1, full(), "amend").orElseThrow());
    assertThat(amended.after().latest().number()).isEqualTo(2);
    for (var party : List.of("QMM", "QNN", "QPP")) {
      done(
          consultations
              .reply(id, signatory(party), 2, new Position.Accepts(), "accept")
              .orElseThrow());
    }

    var stands = consultations.find(id, signatory("QMM")).orElseThrow();

    assertThat(stands.conclusion())
        .isEqualTo(new Conclusion.Agreed(2, List.of("QMM", "QNN", "QPP")));
    assertThat(stands.latest().proposal()).isEqualTo(full());
    assertThat(stands).isEqualTo(ConsultationHistory.fold(everything(id)));
    assertThat(consultations.list(signatory("QPP"), 10))
        .extracting(Consultation::id)
        .containsExactly(id);
    assertThat(consultations.find(id, signatory("QZZ"))).isEmpty();
    // the public sees every move of the change log
    assertThat(store.changes().after(ChangeLog.Cursor.START, 100)).isEmpty();
  }

  @Test
  void aCommandSentAgainIsNotDoneAgain() {
    var setup = setup(DecisionRule.UNANIMITY, MERIDIA, NORTHERA);
    var id = opened(setup);
    assertThat(opened(setup)).isEqualTo(id);
    var first =
        consultations.reply(id, signatory("QMM"), 1, new Position.Accepts(), "k").orElseThrow();
    done(
        consultations
            .propose(id, signatory("QNN"), 1, proposal(2, agreement()), "k")
            .orElseThrow());

    var again =
        consultations.reply(id, signatory("QMM"), 1, new Position.Accepts(), "k").orElseThrow();

    assertThat(again).isEqualTo(first);
    assertThat(everything(id)).hasSize(4);
    assertThat(consultations.reply(id, signatory("QMM"), 2, new Position.Accepts(), "k"))
        .contains(new KeyUsedOtherwise());
    assertThat(consultations.open(signatory("QMM"), setup, proposal(9, agreement()), "opening"))
        .isEqualTo(new KeyUsedOtherwise());
    assertThat(consultations.reply(id, signatory("QMM"), 1, new Position.Abstains(), "k"))
        .contains(new KeyUsedOtherwise());
    var others = setup(DecisionRule.UNANIMITY, MERIDIA, PELARIA);
    assertThat(consultations.open(signatory("QMM"), others, proposal(1, agreement()), "opening"))
        .isEqualTo(new KeyUsedOtherwise());
    assertThat(consultations.list(signatory("QPP"), 10)).isEmpty();
    assertThat(consultations.reply(id, signatory("QMM"), 2, new Position.Accepts(), " "))
        .get()
        .isInstanceOf(Faulty.class);
    assertThat(consultations.reply("none", signatory("QMM"), 1, new Position.Accepts(), "k"))
        .isEmpty();
  }

  @Test
  void aRefusalLeavesNothing() {
    var id = opened(setup(DecisionRule.UNANIMITY, MERIDIA, NORTHERA));

    assertThat(consultations.reply(id, signatory("QMM"), 7, new Position.Accepts(), "k"))
        .contains(new NotLatest(1));
    assertThat(everything(id)).hasSize(2);
    done(consultations.reply(id, signatory("QMM"), 1, new Position.Accepts(), "k").orElseThrow());
  }

  @Test
  void noAnswerShowsATraceOfTheOthersNotes() {
    var id = opened(setup(DecisionRule.UNANIMITY, MERIDIA, NORTHERA));
    done(consultations.note(id, signatory("QNN"), "our limit is 5", "n").orElseThrow());

    var seen = done(consultations.comment(id, signatory("QMM"), 1, "good day", "c").orElseThrow());

    assertThat(seen.events().getFirst().sequence()).isEqualTo(3);
    assertThat(seen.after().talk().notes()).isEmpty();
    assertThat(seen.after().sequence()).isEqualTo(3);
    assertThat(consultations.find(id, signatory("QMM")).orElseThrow()).isEqualTo(seen.after());
    assertThat(consultations.history(id, signatory("QNN"))).hasSize(4);
  }

  @Test
  void aDeadlineLapsesOnceAndBindsNobody() {
    var id = opened(setup(DecisionRule.NO_OBJECTION, MERIDIA, NORTHERA));
    var until = NOW.plus(Duration.ofDays(1));
    done(consultations.setDeadline(id, signatory("QMM"), 1, until, "d").orElseThrow());
    assertThat(consultations.lapseDeadlines()).isZero();
    time = until;

    assertThat(consultations.lapseDeadlines()).isEqualTo(1);
    assertThat(consultations.lapseDeadlines()).isZero();
    var stands = consultations.find(id, signatory("QMM")).orElseThrow();
    assertThat(stands.talk().deadlines().getFirst().lapsed()).isTrue();
    assertThat(stands.conclusion()).isNull();
  }

  @Test
  void aLetterIsEnteredConfirmedAndDisowned() {
    var letters = TestWorld.party("QLL", Role.PROVIDING, true);
    var id = opened(setup(DecisionRule.UNANIMITY, MERIDIA, letters, PELARIA));
    var entered = new ConsultationEvent.LetterEntered("QLL", 1, new Position.Accepts(), LETTER);
    done(consultations.enterLetter(id, signatory("QMM"), entered, "l").orElseThrow());
    done(consultations.confirmLetter(id, signatory("QLL"), 1, "c").orElseThrow());

    assertThat(consultations.disownLetter(id, signatory("QLL"), 1, "not ours", "x"))
        .contains(new ConsultationOutcome.NoLetterWaiting());
    done(consultations.leave(id, signatory("QLL"), "enough", "b").orElseThrow());
    assertThat(consultations.history(id, signatory("QLL")).getLast().event())
        .isEqualTo(new ConsultationEvent.Left("enough"));
  }

  @Test
  void whatHappenedIsNeverChanged() {
    var id = opened(setup(DecisionRule.UNANIMITY, MERIDIA, NORTHERA));
    for (var statement :
        List.of(
            "update consultation_event set party = 'QZZ'",
            "delete from consultation_event",
            "update consultation_command set key = 'other'",
            "delete from consultation_command")) {
      assertThatThrownBy(() -> store.database().sql().sql(statement).update())
          .hasMessageContaining("append-only");
    }
    assertThat(everything(id)).hasSize(2);
  }

  @Test
  void openedTwiceAtTheSameTimeItIsOne() throws Exception {
    var setup = setup(DecisionRule.UNANIMITY, MERIDIA, NORTHERA);
    var work = new ArrayList<Callable<ConsultationOutcome>>();
    for (int i = 0; i < 8; i++) {
      work.add(
          () -> consultations.open(signatory("QMM"), setup, proposal(1, agreement()), "twice"));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var future : threads.invokeAll(work)) {
        assertThat(future.get()).isInstanceOf(Done.class);
      }
    }

    var opened = consultations.list(signatory("QMM"), 10);
    assertThat(opened).hasSize(1);
    assertThat(everything(opened.getFirst().id())).hasSize(2);
  }

  @Test
  void fiftyNegotiatorsAtOnceLoseAndDoubleNothing() throws Exception {
    var parties =
        IntStream.range(0, NEGOTIATORS)
            .mapToObj(i ->
                TestWorld.party(
                    "P%02d".formatted(i), i % 2 == 0 ? Role.REQUESTING : Role.PROVIDING, false))
            .toList();
    var id = opened(new Setup(parties, DecisionRule.UNANIMITY));
    var work = new ArrayList<Callable<ConsultationOutcome>>();
    for (var party : parties) {
      var actor = signatory(party.id());
      work.add(() -> consultations.comment(id, actor, 1, "we agree", "c").orElseThrow());
      // Each sends its acceptance twice at the same time, as an impatient browser does.
      for (int i = 0; i < 2; i++) {
        work.add(
            () -> consultations.reply(id, actor, 1, new Position.Accepts(), "a").orElseThrow());
      }
    }

    var outcomes = new ArrayList<ConsultationOutcome>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var future : threads.invokeAll(work)) {
        outcomes.add(future.get());
      }
    }

    var events = everything(id);
    var accepted =
        events.stream()
            .filter(r -> r.event() instanceof ConsultationEvent.PositionTaken)
            .map(r -> r.by().party())
            .toList();
    assertThat(accepted).hasSize(NEGOTIATORS).doesNotHaveDuplicates();
    assertThat(events.stream().filter(r -> r.event() instanceof ConsultationEvent.Concluded))
        .hasSize(1);
    assertThat(ConsultationHistory.fold(events).conclusion())
        .isEqualTo(new Conclusion.Agreed(1, parties.stream().map(Party::id).toList()));
    // A comment may come too late, which it is told; whatever was told as done, is there.
    long done = outcomes.stream().filter(o -> o instanceof Done).count();
    long comments =
        events.stream().filter(r -> r.event() instanceof ConsultationEvent.Commented).count();
    assertThat(done).isEqualTo(2 * NEGOTIATORS + comments);
    Invariants.exactlyWhenTheRuleIsMet(events, ConsultationHistory.fold(events));
  }
}
