package org.bandung.consultation.accord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.consultation.TestWorld.LETTER;
import static org.bandung.consultation.TestWorld.MERIDIA;
import static org.bandung.consultation.TestWorld.NORTHERA;
import static org.bandung.consultation.TestWorld.NOW;
import static org.bandung.consultation.TestWorld.PELARIA;
import static org.bandung.consultation.TestWorld.proposal;
import static org.bandung.consultation.TestWorld.setup;
import static org.bandung.consultation.TestWorld.signatory;
import static org.bandung.consultation.TestWorld.with;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.consultation.Actor;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.DecisionRule;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Effect.Change;
import org.bandung.consultation.Effect.Entry;
import org.bandung.consultation.Effect.Kind;
import org.bandung.consultation.Party;
import org.bandung.consultation.Position;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.TestWorld;
import org.bandung.consultation.TestWorld.Talks;
import org.bandung.consultation.accord.Agreement.Status;
import org.bandung.consultation.accord.AgreementOutcome.CannotStandUnder;
import org.bandung.consultation.accord.AgreementOutcome.Done;
import org.bandung.consultation.accord.AgreementOutcome.LacksCapacity;
import org.bandung.consultation.accord.AgreementOutcome.NotAgreed;
import org.bandung.consultation.accord.AgreementOutcome.NotAllConsented;
import org.bandung.consultation.accord.AgreementOutcome.NotBound;
import org.bandung.consultation.accord.AgreementOutcome.OutOfPlace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgreementRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

  private static Effect makes(Kind kind, Entry entry, @Nullable String under) {
    return new Effect.MakesAgreement(kind, entry, TODAY.plusYears(2), under);
  }

  private static Consultation agreed(Effect effect, Party... parties) {
    var talks = new Talks(setup(DecisionRule.UNANIMITY, parties), effect);
    for (var party : parties) {
      talks.accept(party.id());
    }
    return talks.now();
  }

  private static Consultation changing(String id, Change change, Party... parties) {
    var c = agreed(new Effect.ChangesAgreement("a-1", change), parties);
    return new Consultation(
        id, c.setup(), c.versions(), c.departures(), c.talk(), c.conclusion(), c.sequence());
  }

  private static Agreement made(Effect effect) {
    return done(
        AgreementRules.make(
            "a-1", "QM/1", agreed(effect, MERIDIA, NORTHERA, PELARIA), Optional.empty(), NOW));
  }

  private static Agreement inForce() {
    var a = made(makes(Kind.PROJECT_DOCUMENT, Entry.ON_SIGNATURE, null));
    for (var party : List.of("QMM", "QNN", "QPP")) {
      a = done(AgreementRules.sign(a, signatory(party), "key-" + party, NOW));
    }
    return a;
  }

  private static Agreement done(AgreementOutcome outcome) {
    if (outcome instanceof Done(var events, var after)) {
      for (var event : events) {
        var json = AgreementCodec.json(event);
        assertThat(AgreementCodec.read(json, AgreementEvent.Recorded.class)).isEqualTo(event);
      }
      return after;
    }
    throw new AssertionError("refused: " + outcome);
  }

  private static Agreement change(Agreement a, String consultation, Change change) {
    return done(
        AgreementRules.change(a, changing(consultation, change, MERIDIA, NORTHERA, PELARIA), NOW));
  }

  @Test
  void itEntersIntoForceWithTheLastSignature() {
    var a = made(makes(Kind.PROJECT_DOCUMENT, Entry.ON_SIGNATURE, null));
    a = done(AgreementRules.sign(a, signatory("QMM"), "k1", NOW));
    a = done(AgreementRules.sign(a, signatory("QNN"), "k2", NOW));
    assertThat(a.status(TODAY)).isEqualTo(Status.NOT_IN_FORCE);
    assertThat(AgreementRules.sign(a, signatory("QNN"), "k2", NOW))
        .isEqualTo(new OutOfPlace(Status.NOT_IN_FORCE));
    assertThat(AgreementRules.sign(a, with("QPP", Actor.Capacity.NEGOTIATOR), "k3", NOW))
        .isInstanceOf(LacksCapacity.class);
    assertThat(AgreementRules.sign(a, signatory("QZZ"), "k3", NOW)).isEqualTo(new NotBound());

    a = done(AgreementRules.sign(a, signatory("QPP"), "k3", NOW));

    assertThat(a.status(TODAY)).isEqualTo(Status.IN_FORCE);
    assertThat(a.status(TODAY.minusDays(1))).isEqualTo(Status.NOT_IN_FORCE);
    assertThat(a.status(TODAY.plusYears(3))).isEqualTo(Status.EXPIRED);
  }

  @Test
  void whereTheLawOfEachMustBeSatisfiedItWaitsForTheLastNotice() {
    var a = made(makes(Kind.FRAMEWORK, Entry.ON_NOTIFICATION, null));
    for (var party : List.of("QMM", "QNN", "QPP")) {
      a = done(AgreementRules.sign(a, signatory(party), "k", NOW));
    }
    a = done(AgreementRules.giveNotice(a, signatory("QMM"), TODAY, NOW));
    a = done(AgreementRules.giveNotice(a, signatory("QNN"), TODAY, NOW));
    assertThat(a.status(TODAY)).isEqualTo(Status.NOT_IN_FORCE);

    a = done(AgreementRules.giveNotice(a, signatory("QPP"), TODAY, NOW));

    assertThat(a.status(TODAY)).isEqualTo(Status.IN_FORCE);
  }

  @Test
  void agreementsNestInOneDirection() {
    var framework = made(makes(Kind.FRAMEWORK, Entry.ON_SIGNATURE, null));
    var project =
        agreed(makes(Kind.PROJECT_DOCUMENT, Entry.ON_SIGNATURE, "a-1"), MERIDIA, NORTHERA);
    var another = agreed(makes(Kind.FRAMEWORK, Entry.ON_SIGNATURE, "a-1"), MERIDIA, NORTHERA);

    assertThat(
            done(AgreementRules.make("a-2", "QM/2", project, Optional.of(framework), NOW))
                .origin()
                .under())
        .isEqualTo("a-1");
    assertThat(AgreementRules.make("a-2", "QM/2", project, Optional.empty(), NOW))
        .isEqualTo(new CannotStandUnder("a-1"));
    assertThat(AgreementRules.make("a-2", "QM/2", another, Optional.of(framework), NOW))
        .isEqualTo(new CannotStandUnder("a-1"));
    var later = NOW.plus(Duration.ofDays(800));
    assertThat(AgreementRules.make("a-2", "QM/2", project, Optional.of(framework), later))
        .isEqualTo(new CannotStandUnder("a-1"));
  }

  @Test
  void whatWasNotAgreedMakesNothing() {
    var open =
        new Talks(setup(DecisionRule.UNANIMITY, MERIDIA, NORTHERA), TestWorld.agreement()).now();

    assertThat(AgreementRules.make("a-1", "QM/1", open, Optional.empty(), NOW))
        .isEqualTo(new NotAgreed());
    assertThat(AgreementRules.change(inForce(), open, NOW)).isEqualTo(new NotAgreed());
  }

  @Test
  void aChangeNeedsAllWhomItBinds() {
    var two = changing("c-2", new Change.Amend(), MERIDIA, NORTHERA);

    assertThat(AgreementRules.change(inForce(), two, NOW))
        .isEqualTo(new NotAllConsented(List.of("QPP")));
  }

  @Test
  void anAmendedTextIsSignedAnewAndTheOldOneHoldsUntilThen() {
    var a = change(inForce(), "c-2", new Change.Amend());

    assertThat(a.latest().number()).isEqualTo(2);
    assertThat(a.latest().signatures()).isEmpty();
    assertThat(a.revisionOn(TODAY).orElseThrow().number()).isEqualTo(1);
    for (var party : List.of("QMM", "QNN", "QPP")) {
      a = done(AgreementRules.sign(a, signatory(party), "key-" + party, NOW));
    }
    assertThat(a.revisionOn(TODAY).orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void itIsExtendedSuspendedResumedAndEndedByConsentOnly() {
    var a = change(inForce(), "c-2", new Change.Extend(TODAY.plusYears(5)));
    assertThat(a.status(TODAY.plusYears(4))).isEqualTo(Status.IN_FORCE);
    a = change(a, "c-3", new Change.Suspend(TODAY.plusDays(10)));
    assertThat(a.status(TODAY.plusDays(10))).isEqualTo(Status.SUSPENDED);
    a = change(a, "c-4", new Change.Resume(TODAY.plusDays(20)));
    assertThat(a.status(TODAY.plusDays(19))).isEqualTo(Status.SUSPENDED);
    assertThat(a.status(TODAY.plusDays(20))).isEqualTo(Status.IN_FORCE);
    a = change(a, "c-5", new Change.Terminate(TODAY.plusDays(30)));
    assertThat(a.status(TODAY.plusDays(30))).isEqualTo(Status.IN_FORCE);
    assertThat(a.status(TODAY.plusDays(31))).isEqualTo(Status.TERMINATED);
  }

  @Test
  void noConsentIsUsedTwice() {
    var suspend = new Change.Suspend(TODAY.plusDays(10));
    var a = change(inForce(), "c-2", suspend);
    var resumed = change(a, "c-3", new Change.Resume(TODAY.plusDays(20)));
    var again = changing("c-2", suspend, MERIDIA, NORTHERA, PELARIA);

    assertThat(AgreementRules.change(resumed, again, NOW))
        .isEqualTo(new OutOfPlace(Status.IN_FORCE));
  }

  @Test
  void whoWithdrawsDoesSoForItselfAndItEndsWhereNoTwoSidesAreLeft() {
    var a = inForce();
    a = done(AgreementRules.withdraw(a, signatory("QPP"), "done", TODAY.plusDays(5), NOW));
    assertThat(a.status(TODAY.plusDays(6))).isEqualTo(Status.IN_FORCE);
    assertThat(a.boundOn(TODAY.plusDays(6))).containsExactly(MERIDIA, NORTHERA);

    a = done(AgreementRules.withdraw(a, signatory("QNN"), "done", TODAY.plusDays(9), NOW));

    assertThat(a.status(TODAY.plusDays(9))).isEqualTo(Status.IN_FORCE);
    assertThat(a.status(TODAY.plusDays(10))).isEqualTo(Status.TERMINATED);
    assertThat(AgreementRules.withdraw(a, signatory("QMM"), "x", TODAY.minusDays(1), NOW))
        .isInstanceOf(OutOfPlace.class);
  }

  @Test
  void whoLeavesUnsignedHoldsTheOthersUpNoLonger() {
    var a = made(makes(Kind.PROJECT_DOCUMENT, Entry.ON_SIGNATURE, null));
    a = done(AgreementRules.sign(a, signatory("QMM"), "k1", NOW));
    a = done(AgreementRules.sign(a, signatory("QNN"), "k2", NOW));
    a = done(AgreementRules.withdraw(a, signatory("QPP"), "done", TODAY, NOW));
    assertThat(AgreementRules.enterIntoForce(a, NOW)).isEmpty();
    var tomorrow = NOW.plus(Duration.ofDays(1));

    a = done(AgreementRules.enterIntoForce(a, tomorrow).orElseThrow());

    assertThat(a.status(TODAY.plusDays(1))).isEqualTo(Status.IN_FORCE);
    assertThat(AgreementRules.enterIntoForce(a, tomorrow)).isEmpty();
  }

  @Test
  void itNeverWasWhereALetterIsDisowned() {
    var letters = TestWorld.party("QLL", Party.Role.PROVIDING, true);
    var talks =
        new Talks(setup(DecisionRule.UNANIMITY, MERIDIA, letters), TestWorld.agreement())
            .accept("QMM")
            .letter("QMM", "QLL", new Position.Accepts());
    var a = done(AgreementRules.make("a-1", "QM/1", talks.now(), Optional.empty(), NOW));
    assertThat(AgreementRules.annul(a, talks.now(), "x", NOW)).isEqualTo(new NotAgreed());

    talks.disown("QLL", "not ours");
    var annulled = done(AgreementRules.annul(a, talks.now(), "not ours", NOW));

    assertThat(annulled.status(TODAY)).isEqualTo(Status.ANNULLED);
    assertThat(LETTER.reference()).isNotEmpty();
  }

  private static final Proposal.Annex ORIGINAL =
      new Proposal.Annex("original.pdf", "ab".repeat(32), 17);

  /// Two have signed themselves, and an original is attached.
  private static Agreement lackingPelaria(Entry entry) {
    var a = made(makes(Kind.PROJECT_DOCUMENT, entry, null));
    a = done(AgreementRules.sign(a, signatory("QMM"), "k1", NOW));
    a = done(AgreementRules.sign(a, signatory("QNN"), "k2", NOW));
    return done(AgreementRules.attachInstrument(a, signatory("QMM"), ORIGINAL, NOW));
  }

  @Test
  void whoHasNoAccountSignsByHandAsAnotherAttests() {
    var bare = made(makes(Kind.PROJECT_DOCUMENT, Entry.ON_SIGNATURE, null));
    assertThat(AgreementRules.attestPaper(bare, signatory("QMM"), "QPP", NOW))
        .isInstanceOf(OutOfPlace.class);
    var a = lackingPelaria(Entry.ON_SIGNATURE);
    assertThat(AgreementRules.attestPaper(a, signatory("QMM"), "QMM", NOW))
        .isInstanceOf(OutOfPlace.class);
    assertThat(AgreementRules.attestPaper(a, signatory("QMM"), "QNN", NOW))
        .isInstanceOf(OutOfPlace.class);
    assertThat(AgreementRules.attestPaper(a, signatory("QMM"), "QZZ", NOW))
        .isEqualTo(new NotBound());
    assertThat(AgreementRules.attestPaper(a, signatory("QZZ"), "QPP", NOW))
        .isEqualTo(new NotBound());
    var contributor = with("QMM", Actor.Capacity.CONTRIBUTOR);
    assertThat(AgreementRules.attestPaper(a, contributor, "QPP", NOW))
        .isInstanceOf(LacksCapacity.class);

    var attested = done(AgreementRules.attestPaper(a, signatory("QMM"), "QPP", NOW));

    assertThat(attested.status(TODAY)).isEqualTo(Status.IN_FORCE);
    assertThat(attested.latest().papers())
        .containsEntry("QPP", new Agreement.Paper("QMM", ORIGINAL.sha256()));
    assertThat(attested.latest().signatures()).doesNotContainKey("QPP");
  }

  @Test
  void whatWasAttestedOfItThePartyDisownsUnlessItSignsItself() {
    var a = lackingPelaria(Entry.ON_SIGNATURE);
    a = done(AgreementRules.attestPaper(a, signatory("QMM"), "QPP", NOW));

    var disowned = done(AgreementRules.disownPaper(a, signatory("QPP"), "forged", NOW));
    assertThat(disowned.status(TODAY)).isEqualTo(Status.NOT_IN_FORCE);
    assertThat(AgreementRules.disownPaper(disowned, signatory("QPP"), "again", NOW))
        .isInstanceOf(OutOfPlace.class);
    assertThat(AgreementRules.disownPaper(a, signatory("QNN"), "not mine", NOW))
        .isInstanceOf(OutOfPlace.class);

    var signed = done(AgreementRules.sign(a, signatory("QPP"), "k3", NOW));
    assertThat(
            done(AgreementRules.disownPaper(
                    signed, signatory("QPP"), "the key, not the paper", NOW))
                .status(TODAY))
        .isEqualTo(Status.IN_FORCE);
  }

  @Test
  void anOriginalComesWithItsNoteVerbale() {
    var a = lackingPelaria(Entry.ON_NOTIFICATION);
    a = done(AgreementRules.giveNotice(a, signatory("QMM"), TODAY, NOW));
    a = done(AgreementRules.giveNotice(a, signatory("QNN"), TODAY, NOW));
    assertThat(a.status(TODAY)).isEqualTo(Status.NOT_IN_FORCE);
    a = done(AgreementRules.attestPaper(a, signatory("QNN"), "QPP", NOW));
    assertThat(a.status(TODAY)).isEqualTo(Status.IN_FORCE);
  }

  private static Agreement undone(Agreement a, String consultation) {
    var c = changing(consultation, new Change.Amend(), MERIDIA, NORTHERA, PELARIA);
    var lost =
        new Consultation(
            c.id(), c.setup(), c.versions(), c.departures(), c.talk(), null, c.sequence());
    return done(AgreementRules.undo(a, lost, "not ours", NOW));
  }

  @Test
  void anAmendmentFallsWithItsLetterAndTheTextBeforeHoldsAgain() {
    var a = change(inForce(), "c-1", new Change.Amend());
    for (var party : List.of("QMM", "QNN", "QPP")) {
      a = done(AgreementRules.sign(a, signatory(party), "other-" + party, NOW));
    }
    assertThat(a.revisionOn(TODAY).orElseThrow().number()).isEqualTo(2);

    var after = undone(a, "c-1");

    assertThat(after.latest().number()).isEqualTo(1);
    assertThat(after.revisionOn(TODAY).orElseThrow().number()).isEqualTo(1);
    assertThat(after.latest().signatures()).containsEntry("QMM", "key-QMM");
    assertThat(after.status(TODAY)).isEqualTo(Status.IN_FORCE);
    // What is amended next is another text, and the fallen one is never signed again.
    var next = change(after, "c-2", new Change.Amend());
    assertThat(next.latest().number()).isEqualTo(3);
    next = done(AgreementRules.sign(next, signatory("QMM"), "third", NOW));
    assertThat(next.revisions().get(1).signatures()).containsEntry("QMM", "other-QMM");
    assertThat(next.latest().signatures()).containsOnlyKeys("QMM");
  }

  @Test
  void whatElseWasAgreedOutlivesAChangeThatFalls() {
    var a = change(inForce(), "c-1", new Change.Extend(TODAY.plusYears(3)));
    a = change(a, "c-2", new Change.Extend(TODAY.plusYears(4)));
    assertThat(undone(a, "c-1").term().until()).isEqualTo(TODAY.plusYears(4));
    assertThat(undone(a, "c-2").term().until()).isEqualTo(TODAY.plusYears(3));
    assertThat(undone(undone(a, "c-2"), "c-1").term().until()).isEqualTo(TODAY.plusYears(2));

    a = change(a, "c-3", new Change.Suspend(TODAY));
    a = change(a, "c-4", new Change.Resume(TODAY.plusDays(10)));
    assertThat(undone(a, "c-4").term().pauses()).containsExactly(new Agreement.Pause(TODAY, null));
    assertThat(undone(a, "c-3").term().pauses()).isEmpty();
    var ended = change(a, "c-5", new Change.Terminate(TODAY));
    assertThat(ended.status(TODAY.plusDays(1))).isEqualTo(Status.TERMINATED);
    assertThat(undone(ended, "c-5").status(TODAY.plusDays(11))).isEqualTo(Status.IN_FORCE);
  }

  @Test
  void nothingIsUndoneTwiceNorWhereTheConsentStands() {
    var a = change(inForce(), "c-1", new Change.Amend());
    var stands = changing("c-1", new Change.Amend(), MERIDIA, NORTHERA, PELARIA);
    assertThat(AgreementRules.undo(a, stands, "no", NOW)).isEqualTo(new NotAgreed());
    var once = undone(a, "c-1");
    var lost =
        new Consultation(
            "c-1", stands.setup(), stands.versions(), stands.departures(), stands.talk(), null, 9);
    assertThat(AgreementRules.undo(once, lost, "no", NOW)).isEqualTo(new NotAgreed());
    // Consented to anew, it is made anew; the text that fell stays fallen.
    var anew = done(AgreementRules.change(once, stands, NOW));
    assertThat(anew.latest().number()).isEqualTo(3);
    assertThat(anew.stands(anew.revisions().get(1))).isFalse();
  }

  @Test
  void theStateIsTheFoldOfTheEvents() {
    var events = new ArrayList<AgreementEvent.Recorded>();
    var made =
        (Done)
            AgreementRules.make(
                "a-1",
                "QM/1",
                agreed(TestWorld.agreement(), MERIDIA, NORTHERA),
                Optional.empty(),
                NOW);
    events.addAll(made.events());
    var signed = (Done) AgreementRules.sign(made.after(), signatory("QMM"), "k", NOW);
    events.addAll(signed.events());
    var file = new Proposal.Annex("scan.pdf", "0".repeat(64), 3);
    var attached =
        (Done) AgreementRules.attachInstrument(signed.after(), signatory("QMM"), file, NOW);
    events.addAll(attached.events());

    assertThat(AgreementHistory.fold(events)).isEqualTo(attached.after());
    assertThat(attached.after().latest().instruments()).containsExactly(file);
    assertThat(proposal(1, TestWorld.agreement()).authoritative()).containsExactly("en");
  }
}
