package org.bandung.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.consultation.TestWorld.LETTER;
import static org.bandung.consultation.TestWorld.NOW;
import static org.bandung.consultation.TestWorld.agreement;
import static org.bandung.consultation.TestWorld.full;
import static org.bandung.consultation.TestWorld.setup;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.bandung.consultation.TestWorld.Talks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsultationCodecTest {

  static Stream<ConsultationEvent> everyKindOfEvent() {
    return Stream.of(
        new ConsultationEvent.Opened(
            "c-1", setup(DecisionRule.UNANIMITY, TestWorld.MERIDIA, TestWorld.NORTHERA)),
        new ConsultationEvent.Proposed(1, full()),
        new ConsultationEvent.PositionTaken(1, new Position.Accepts()),
        new ConsultationEvent.PositionTaken(1, new Position.Objects("why \u202e\ud83d\ude00")),
        new ConsultationEvent.PositionTaken(1, new Position.Abstains()),
        new ConsultationEvent.LetterEntered("QPP", 1, new Position.Abstains(), LETTER),
        new ConsultationEvent.LetterConfirmed(1),
        new ConsultationEvent.LetterDisowned(1, "not ours"),
        new ConsultationEvent.Left("enough"),
        new ConsultationEvent.Commented(1, "a word"),
        new ConsultationEvent.Noted("between us"),
        new ConsultationEvent.DeadlineSet(1, NOW),
        new ConsultationEvent.DeadlineLapsed(1, NOW, List.of("QPP")),
        new ConsultationEvent.Concluded(new Conclusion.Agreed(1, List.of("QMM", "QNN"))),
        new ConsultationEvent.Concluded(new Conclusion.JointPosition(1, List.of("QMM"))),
        new ConsultationEvent.Concluded(
            new Conclusion.NoAgreement(List.of(new Conclusion.Reason("QMM", "no")))));
  }

  @ParameterizedTest
  @MethodSource("everyKindOfEvent")
  void everyEventComesBackAsItWas(ConsultationEvent event) {
    var json = ConsultationCodec.json(event);

    assertThat(ConsultationCodec.read(json, ConsultationEvent.class)).isEqualTo(event);
  }

  static Stream<Effect> everyEffect() {
    var day = LocalDate.of(2027, 1, 1);
    return Stream.of(
        agreement(),
        new Effect.StatesPosition("forum"),
        new Effect.EndsTalks(),
        new Effect.ChangesAgreement("a-1", new Effect.Change.Amend()),
        new Effect.ChangesAgreement("a-1", new Effect.Change.Extend(day)),
        new Effect.ChangesAgreement("a-1", new Effect.Change.Suspend(day)),
        new Effect.ChangesAgreement("a-1", new Effect.Change.Resume(day)),
        new Effect.ChangesAgreement("a-1", new Effect.Change.Terminate(day)));
  }

  @ParameterizedTest
  @MethodSource("everyEffect")
  void everyEffectComesBackAsItWas(Effect effect) {
    var json = ConsultationCodec.json(effect);

    assertThat(ConsultationCodec.read(json, Effect.class)).isEqualTo(effect);
  }

  @Test
  void theWordsAreThoseThatOlderRowsHold() {
    assertThat(
            ConsultationCodec.json(
                new ConsultationEvent.PositionTaken(2, new Position.Objects("too dear"))))
        .isEqualTo(
            """
            {"type":"position-taken","version":2,"position":{"type":"objects","reason":"too dear"}}\
            """);
  }

  @Test
  void theStateComesBackAsItWas() {
    var talks =
        new Talks(
            setup(DecisionRule.UNANIMITY, TestWorld.MERIDIA, TestWorld.NORTHERA), agreement());
    talks.accept("QMM").accept("QNN");

    var json = ConsultationCodec.json(talks.now());

    assertThat(ConsultationCodec.read(json, Consultation.class)).isEqualTo(talks.now());
  }
}
