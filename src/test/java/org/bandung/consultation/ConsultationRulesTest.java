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
import static org.bandung.consultation.TestWorld.with;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bandung.consultation.Actor.Capacity;
import org.bandung.consultation.ConsultationEvent.LetterEntered;
import org.bandung.consultation.ConsultationOutcome.AlreadyConcluded;
import org.bandung.consultation.ConsultationOutcome.AlreadySaid;
import org.bandung.consultation.ConsultationOutcome.Done;
import org.bandung.consultation.ConsultationOutcome.Faulty;
import org.bandung.consultation.ConsultationOutcome.LacksCapacity;
import org.bandung.consultation.ConsultationOutcome.NoLetterWaiting;
import org.bandung.consultation.ConsultationOutcome.NotLatest;
import org.bandung.consultation.ConsultationOutcome.NotTakingPart;
import org.bandung.consultation.ConsultationOutcome.SpeaksForItself;
import org.bandung.consultation.TestWorld.Talks;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsultationRulesTest {

  private static final Party LETTERS = TestWorld.party("QLL", Party.Role.PROVIDING, true);

  private static Talks three(DecisionRule rule) {
    return new Talks(setup(rule, MERIDIA, NORTHERA, PELARIA), agreement());
  }

  private static Reply letter(Talks talks) {
    return Objects.requireNonNull(talks.now().latest().replies().get("QLL"));
  }

  private static Talks withLetters() {
    return new Talks(setup(DecisionRule.UNANIMITY, MERIDIA, LETTERS), agreement());
  }

  @ParameterizedTest
  @EnumSource
  void anAgreementExistsWithTheLastAcceptance(DecisionRule rule) {
    var talks = three(rule).accept("QMM").accept("QPP");
    assertThat(talks.now().conclusion()).isNull();

    talks.accept("QNN");

    assertThat(talks.now().conclusion())
        .isEqualTo(new Conclusion.Agreed(1, List.of("QMM", "QNN", "QPP")));
    assertThat(talks.events()).hasSize(6);
  }

  @Test
  void underUnanimityWhoAbstainsStandsAside() {
    var talks = three(DecisionRule.UNANIMITY).accept("QMM").abstain("QPP").accept("QNN");

    assertThat(talks.now().conclusion()).isEqualTo(new Conclusion.Agreed(1, List.of("QMM", "QNN")));
  }

  @Test
  void underNoObjectionWhoAbstainsLetsItPass() {
    var talks = three(DecisionRule.NO_OBJECTION).accept("QMM").abstain("QPP").abstain("QNN");

    assertThat(talks.now().conclusion())
        .isEqualTo(new Conclusion.Agreed(1, List.of("QMM", "QNN", "QPP")));
  }

  @Test
  void underUnanimityNobodyAgreesWithASideThatAbstains() {
    var talks = three(DecisionRule.UNANIMITY).accept("QMM").accept("QPP").abstain("QNN");

    assertThat(talks.now().conclusion()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void oneObjectionIsEnough(DecisionRule rule) {
    var talks = three(rule).accept("QMM").accept("QNN").object("QPP");

    assertThat(talks.now().conclusion()).isNull();

    talks.accept("QPP");
    assertThat(talks.now().conclusion()).isInstanceOf(Conclusion.Agreed.class);
  }

  @Test
  void theOthersGoOnWhenOneLeaves() {
    var talks = three(DecisionRule.UNANIMITY).accept("QMM").accept("QNN").leave("QPP");

    assertThat(talks.now().conclusion()).isEqualTo(new Conclusion.Agreed(1, List.of("QMM", "QNN")));
  }

  @Test
  void itEndsWithTheReasonsWhenOneIsLeft() {
    var talks = three(DecisionRule.UNANIMITY).object("QNN").leave("QPP").leave("QNN");

    assertThat(talks.now().conclusion())
        .isEqualTo(
            new Conclusion.NoAgreement(
                List.of(
                    new Conclusion.Reason("QNN", "no"),
                    new Conclusion.Reason("QPP", "enough"),
                    new Conclusion.Reason("QNN", "enough"))));
  }

  @Test
  void anAmendmentMakesAllAcceptancesVoid() {
    var talks = three(DecisionRule.UNANIMITY).accept("QMM").accept("QPP");

    talks.propose("QNN", agreement()).accept("QNN");

    assertThat(talks.now().latest().replies()).containsOnlyKeys("QNN");
    assertThat(talks.now().versions().getFirst().replies()).hasSize(2);
    assertThat(ConsultationRules.accept(talks.now(), signatory("QMM"), 1, NOW))
        .isEqualTo(new NotLatest(2));
  }

  @Test
  void anAmendmentToWhatIsNoLongerTheLatestIsRefused() {
    var c = three(DecisionRule.UNANIMITY).propose("QNN", agreement()).now();

    assertThat(ConsultationRules.propose(c, signatory("QMM"), 1, proposal(9, agreement()), NOW))
        .isEqualTo(new NotLatest(2));
    assertThat(ConsultationRules.propose(c, signatory("QMM"), 2, proposal(2, agreement()), NOW))
        .isEqualTo(new AlreadySaid());
  }

  @Test
  void theTalksMayEndInAJointPositionOrByCommonConsentInNothing() {
    var joint = three(DecisionRule.UNANIMITY).propose("QPP", new Effect.StatesPosition("forum"));
    joint.accept("QMM").accept("QPP").abstain("QNN");
    assertThat(joint.now().conclusion())
        .isEqualTo(new Conclusion.JointPosition(2, List.of("QMM", "QPP")));

    var ended = three(DecisionRule.NO_OBJECTION).propose("QPP", new Effect.EndsTalks());
    ended.accept("QMM").accept("QPP");
    assertThat(ended.now().conclusion()).isNull();
    ended.abstain("QNN");
    assertThat(ended.now().conclusion())
        .isEqualTo(new Conclusion.NoAgreement(List.of(new Conclusion.Reason("QPP", "Draft 2"))));
  }

  @Test
  void eachActNeedsItsOwnMandate() {
    var c = three(DecisionRule.UNANIMITY).now();
    var negotiator = with("QMM", Capacity.NEGOTIATOR);
    var contributor = with("QMM", Capacity.CONTRIBUTOR);

    assertThat(ConsultationRules.accept(c, negotiator, 1, NOW))
        .isEqualTo(new LacksCapacity(ConsultationRules.BINDING));
    assertThat(ConsultationRules.abstain(c, negotiator, 1, NOW))
        .isEqualTo(new LacksCapacity(ConsultationRules.BINDING));
    assertThat(ConsultationRules.leave(c, negotiator, "x", NOW))
        .isEqualTo(new LacksCapacity(ConsultationRules.BINDING));
    assertThat(ConsultationRules.object(c, negotiator, 1, "x", NOW)).isInstanceOf(Done.class);
    assertThat(ConsultationRules.object(c, contributor, 1, "x", NOW))
        .isEqualTo(new LacksCapacity(ConsultationRules.TALKING));
    assertThat(ConsultationRules.comment(c, contributor, 1, "x", NOW)).isInstanceOf(Done.class);
    assertThat(ConsultationRules.comment(c, with("QMM"), 1, "x", NOW))
        .isInstanceOf(LacksCapacity.class);
    assertThat(ConsultationRules.note(c, signatory("QZZ"), "x", NOW))
        .isEqualTo(new NotTakingPart());
  }

  @Test
  void afterTheEndNothingIsSaidButNotes() {
    var c = three(DecisionRule.UNANIMITY).accept("QMM").accept("QNN").accept("QPP").now();
    var ended = new AlreadyConcluded(Objects.requireNonNull(c.conclusion()));

    assertThat(ConsultationRules.object(c, signatory("QMM"), 1, "x", NOW)).isEqualTo(ended);
    assertThat(ConsultationRules.leave(c, signatory("QMM"), "x", NOW)).isEqualTo(ended);
    assertThat(ConsultationRules.propose(c, signatory("QMM"), 1, proposal(2, agreement()), NOW))
        .isEqualTo(ended);
    assertThat(ConsultationRules.comment(c, signatory("QMM"), 1, "x", NOW)).isEqualTo(ended);
    assertThat(ConsultationRules.note(c, signatory("QMM"), "x", NOW)).isInstanceOf(Done.class);
  }

  @Test
  void whoHasLeftDoesNothingMoreAndSeesNothingMore() {
    var talks = three(DecisionRule.UNANIMITY).leave("QPP").propose("QMM", agreement());

    assertThat(ConsultationRules.accept(talks.now(), signatory("QPP"), 2, NOW))
        .isEqualTo(new NotTakingPart());
    var seen = ConsultationHistory.fold(ConsultationHistory.visibleTo("QPP", talks.events()));
    assertThat(seen.versions()).hasSize(1);
  }

  @Test
  void aLetterCountsAndShowsWhoAttestsIt() {
    var talks = withLetters().accept("QMM").letter("QMM", "QLL", new Position.Accepts());

    assertThat(talks.now().conclusion()).isInstanceOf(Conclusion.Agreed.class);
    assertThat(letter(talks).restsOnAttestation()).isTrue();

    talks.keep(ConsultationRules.confirmLetter(talks.now(), signatory("QLL"), 1, NOW));
    assertThat(letter(talks).voice())
        .isEqualTo(
            new Reply.Confirmed(signatory("QLL").author(), signatory("QMM").author(), LETTER));
    assertThat(ConsultationRules.disownLetter(talks.now(), signatory("QLL"), 1, "x", NOW))
        .isEqualTo(new NoLetterWaiting());
  }

  @Test
  void whatRestedOnADisownedLetterNeverWas() {
    var talks = withLetters().accept("QMM").letter("QMM", "QLL", new Position.Accepts());

    talks.keep(ConsultationRules.disownLetter(talks.now(), signatory("QLL"), 1, "not ours", NOW));

    assertThat(talks.now().conclusion()).isNull();
    assertThat(talks.now().latest().replies()).containsOnlyKeys("QMM");
    var again = new LetterEntered("QLL", 1, new Position.Accepts(), LETTER);
    assertThat(ConsultationRules.enterLetter(talks.now(), signatory("QMM"), again, NOW))
        .isEqualTo(new SpeaksForItself("QLL"));
  }

  @Test
  void nobodyEntersALetterForWhoSpeaksItself() {
    var talks = three(DecisionRule.UNANIMITY);

    for (var party : List.of("QNN", "QMM")) {
      var entered = new LetterEntered(party, 1, new Position.Accepts(), LETTER);
      assertThat(ConsultationRules.enterLetter(talks.now(), signatory("QMM"), entered, NOW))
          .isEqualTo(new SpeaksForItself(party));
    }
  }

  @Test
  void aDeadlineLapsesAndSilenceStaysSilence() {
    var talks = three(DecisionRule.NO_OBJECTION).accept("QMM");
    var until = NOW.plus(Duration.ofDays(7));
    talks.keep(ConsultationRules.setDeadline(talks.now(), signatory("QMM"), 1, until, NOW));
    assertThat(ConsultationRules.lapse(talks.now(), NOW)).isEmpty();

    var lapsed = ConsultationRules.lapse(talks.now(), until);

    assertThat(lapsed).hasSize(1);
    assertThat(lapsed.getFirst().event())
        .isEqualTo(new ConsultationEvent.DeadlineLapsed(1, until, List.of("QNN", "QPP")));
    var after = ConsultationHistory.after(talks.now(), lapsed.getFirst());
    assertThat(after.conclusion()).isNull();
    assertThat(after.latest()).isEqualTo(talks.now().latest());
    assertThat(ConsultationRules.lapse(after, until)).isEmpty();
    assertThat(ConsultationRules.setDeadline(after, signatory("QMM"), 1, NOW, NOW))
        .isInstanceOf(Faulty.class);
  }

  @Test
  void notesAreSeenByTheirPartyOnly() {
    var talks = three(DecisionRule.UNANIMITY);
    talks.keep(ConsultationRules.note(talks.now(), signatory("QMM"), "our limit is 5", NOW));

    assertThat(talks.now().view("QMM").talk().notes()).hasSize(1);
    var other = talks.now().view("QNN");
    assertThat(other.talk().notes()).isEmpty();
    assertThat(other.sequence()).isEqualTo(2);
    assertThat(ConsultationHistory.visibleTo("QNN", talks.events())).hasSize(2);
  }

  @Test
  void aHistoryWithAGapIsNoHistory() {
    var events = three(DecisionRule.UNANIMITY).accept("QMM").events();

    assertThatThrownBy(() -> ConsultationHistory.fold(List.of(events.getFirst(), events.getLast())))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ConsultationHistory.fold(events.reversed()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void everythingWrongWithAProposalIsSaidAtOnce() {
    var sound = full();
    var t = sound.terms();
    var bad =
        new Proposal(
            sound.effect(),
            LocalizedText.of("en", "a\u0000b"),
            new LocalizedText(Map.of("EN_us", "text", "fr", " ")),
            "pt",
            new Terms(
                t.purpose(),
                List.of(new Terms.Share("QZZ", List.of(), List.of())),
                t.schedule(),
                List.of(
                    new Terms.BudgetLine(
                        LocalizedText.of("en", "x"),
                        new org.bandung.kernel.ReportedAmount(
                            new BigDecimal("1E+999999999"), "usd"),
                        null)),
                t.intellectualProperty(),
                List.of(
                    new Terms.Condition(Terms.Condition.Kind.NONE, LocalizedText.EMPTY),
                    new Terms.Condition(Terms.Condition.Kind.POLICY, LocalizedText.EMPTY)),
                null),
            List.of(new Proposal.Annex("x", "nothex", -1)));

    var outcome =
        ConsultationRules.open(
            "c-1", setup(DecisionRule.UNANIMITY, MERIDIA, MERIDIA), bad, signatory("QMM"), NOW);

    assertThat(((Faulty) outcome).faults())
        .extracting(Note::code)
        .containsExactlyInAnyOrder(
            "bandung.party-twice",
            "bandung.text-characters",
            "bandung.language",
            "bandung.text-missing",
            "bandung.prevailing",
            "bandung.no-such-party",
            "bandung.number",
            "bandung.currency",
            "bandung.conditions-contradict",
            "bandung.text-missing",
            "bandung.sha256",
            "bandung.number");
  }

  @Test
  void anAgreementDeclaresItsConditionsEvenIfThereAreNone() {
    var silent =
        new Proposal(
            agreement(),
            LocalizedText.of("en", "x"),
            LocalizedText.of("en", "x"),
            null,
            Terms.NONE,
            List.of());

    var outcome =
        ConsultationRules.open(
            "c-1", setup(DecisionRule.UNANIMITY, MERIDIA, NORTHERA), silent, signatory("QMM"), NOW);

    assertThat(((Faulty) outcome).faults())
        .extracting(Note::code)
        .containsExactly("bandung.conditions-undeclared");
  }

  @Test
  void theGapIsWhatNobodyBears() {
    assertThat(full().terms().gap()).containsExactly(Map.entry("", new BigDecimal("10.00")));
  }
}
