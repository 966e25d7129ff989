package org.bandung.registry.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.registry.joint.JointSamples.acting;
import static org.bandung.registry.joint.JointSamples.begun;
import static org.bandung.registry.joint.JointSamples.days;
import static org.bandung.registry.joint.JointSamples.done;
import static org.bandung.registry.joint.JointSamples.en;
import static org.bandung.registry.joint.JointSamples.gives;
import static org.bandung.registry.joint.JointSamples.plan;
import static org.bandung.registry.joint.JointSamples.usd;

import java.util.List;
import java.util.Set;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.registry.joint.Contribution.Visibility;
import org.bandung.registry.joint.Joint.Standing;
import org.bandung.registry.joint.JointEvent.Part;
import org.bandung.registry.joint.JointOutcome.Faulty;
import org.bandung.registry.joint.JointOutcome.NotNow;
import org.bandung.registry.joint.JointOutcome.Stale;
import org.junit.jupiter.api.Test;

class JointRulesTest {

  private static final Contribution EXPERTS = gives("QMM", "QNN", days("40"), Visibility.PUBLIC);

  private static Joint stated() {
    return done(begun(), "QMM", new Deed.State("c1", 0, EXPERTS));
  }

  private static Standing standing(Joint j, String contribution, String party) {
    return SideBySide.of(j).stream()
        .filter(r -> r.stated().id().equals(contribution))
        .flatMap(r -> r.sides().stream())
        .filter(s -> s.party().equals(party))
        .findFirst()
        .orElseThrow()
        .standing();
  }

  private static JointOutcome decide(Joint j, String party, Deed deed) {
    return JointRules.decide(j, deed, acting(party));
  }

  @Test
  void whatIsStatedHasNoReplyUntilTheCounterpartReplies() {
    assertThat(standing(stated(), "c1", "QNN")).isEqualTo(Standing.NOT_REPLIED);
    assertThat(SideBySide.of(stated()).getFirst().sides()).hasSize(1);
  }

  @Test
  void theReceiverConfirms() {
    var j = done(stated(), "QNN", new Deed.Answer("c1", 1, new Reply.Confirms()));

    assertThat(standing(j, "c1", "QNN")).isEqualTo(Standing.CONFIRMED);
    assertThat(decide(j, "QNN", new Deed.Answer("c1", 1, new Reply.Confirms())))
        .isEqualTo(new NotNow("same"));
  }

  @Test
  void onlyTheOtherEndReplies() {
    assertThat(decide(stated(), "QOO", new Deed.Answer("c1", 1, new Reply.Confirms())))
        .isEqualTo(new NotNow("not-counterpart"));
    assertThat(decide(stated(), "QMM", new Deed.Answer("c1", 1, new Reply.Confirms())))
        .isEqualTo(new NotNow("not-counterpart"));
  }

  @Test
  void whatIsForEverybodyIsRepliedToByEachOther() {
    var j =
        done(
            begun(),
            "QMM",
            new Deed.State(
                "c1", 0, gives("QMM", Contribution.EVERYBODY, days("40"), Visibility.PARTIES)));
    j = done(j, "QOO", new Deed.Answer("c1", 1, new Reply.Confirms()));

    assertThat(standing(j, "c1", "QOO")).isEqualTo(Standing.CONFIRMED);
    assertThat(standing(j, "c1", "QNN")).isEqualTo(Standing.NOT_REPLIED);
  }

  @Test
  void aPartyStatesOnlyWhatItGaveOrReceivedItself() {
    assertThat(decide(begun(), "QOO", new Deed.State("c1", 0, EXPERTS)))
        .isInstanceOfSatisfying(
            Faulty.class,
            f -> assertThat(f.faults()).anyMatch(n -> n.code().equals("bandung.not-own")));
  }

  @Test
  void aDisputeKeepsBothFigures() {
    var j =
        done(
            stated(),
            "QNN",
            new Deed.Answer("c1", 1, new Reply.Disputes(days("31"), "Nine days fell out")));
    var row = SideBySide.of(j).getFirst();

    assertThat(row.disputed()).isTrue();
    assertThat(row.stated().said().figure()).isEqualTo(days("40"));
    assertThat(row.sides().getFirst().answer())
        .isEqualTo(
            new Joint.Answer(
                Standing.DISPUTED, days("31"), "Nine days fell out", JointSamples.NOW));
  }

  @Test
  void whoTakesOverTheOthersFigureReconciles() {
    var j =
        done(
            stated(),
            "QNN",
            new Deed.Answer("c1", 1, new Reply.Disputes(days("31"), "Nine days fell out")));
    var accepted = done(j, "QMM", new Deed.AcceptFigure("c1", 1, "QNN"));
    var gaveIn = done(j, "QNN", new Deed.Answer("c1", 1, new Reply.Confirms()));

    assertThat(standing(accepted, "c1", "QNN")).isEqualTo(Standing.RECONCILED);
    assertThat(SideBySide.of(accepted).getFirst().stated().said().figure()).isEqualTo(days("31"));
    assertThat(SideBySide.of(accepted).getFirst().stated().version()).isEqualTo(2);
    assertThat(standing(gaveIn, "c1", "QNN")).isEqualTo(Standing.RECONCILED);
    assertThat(SideBySide.of(gaveIn).getFirst().stated().said().figure()).isEqualTo(days("40"));
  }

  @Test
  void aDisputeWithoutAFigureCannotBeTakenOver() {
    var j =
        done(
            stated(),
            "QNN",
            new Deed.Answer("c1", 1, new Reply.Disputes(Figure.NOT_REPORTED, "Nobody came")));

    assertThat(decide(j, "QMM", new Deed.AcceptFigure("c1", 1, "QNN")))
        .isEqualTo(new NotNow("nothing-disputed"));
  }

  @Test
  void aChangeMakesTheReplyVoid() {
    var j = done(stated(), "QNN", new Deed.Answer("c1", 1, new Reply.Confirms()));
    j = done(j, "QMM", new Deed.State("c1", 1, gives("QMM", "QNN", days("45"), Visibility.PUBLIC)));

    assertThat(standing(j, "c1", "QNN")).isEqualTo(Standing.NOT_REPLIED);
    assertThat(decide(j, "QNN", new Deed.Answer("c1", 1, new Reply.Confirms())))
        .isInstanceOfSatisfying(Stale.class, s -> assertThat(s.latest()).isEqualTo(2));
  }

  @Test
  void whoMayReadItIsNoChangeOfTheFigure() {
    var j = done(stated(), "QNN", new Deed.Answer("c1", 1, new Reply.Confirms()));
    j =
        done(
            j, "QMM", new Deed.State("c1", 1, gives("QMM", "QNN", days("40"), Visibility.PARTIES)));

    assertThat(standing(j, "c1", "QNN")).isEqualTo(Standing.CONFIRMED);
  }

  @Test
  void nobodyChangesOrTakesBackAnothersStatement() {
    var other = gives("QMM", "QNN", days("1"), Visibility.PUBLIC);

    assertThat(decide(stated(), "QNN", new Deed.State("c1", 1, other)))
        .isEqualTo(new NotNow("not-yours"));
    assertThat(decide(stated(), "QNN", new Deed.Unsay("c1", 1, "wrong")))
        .isEqualTo(new NotNow("not-yours"));
  }

  @Test
  void whoReadAnOlderVersionIsTold() {
    var j =
        done(
            stated(),
            "QMM",
            new Deed.State("c1", 1, gives("QMM", "QNN", days("45"), Visibility.PUBLIC)));

    assertThat(decide(j, "QMM", new Deed.State("c1", 1, EXPERTS))).isInstanceOf(Stale.class);
  }

  @Test
  void aPlanHoldsWhenAllHaveConsented() {
    var j = done(begun(), "QMM", new Deed.ProposePlan(1, plan("m1", "m2"), en("More")));
    j = done(j, "QNN", new Deed.ConsentPlan(1));
    assertThat(j.plan()).isEqualTo(plan("m1"));

    j = done(j, "QOO", new Deed.ConsentPlan(1));
    assertThat(j.plan()).isEqualTo(plan("m1", "m2"));
    assertThat(j.jointVersion()).isEqualTo(2);
    assertThat(decide(j, "QOO", new Deed.DeclinePlan(1, "late"))).isEqualTo(new NotNow("decided"));
  }

  @Test
  void aNewerProposalTakesThePlaceOfTheOlder() {
    var j = done(begun(), "QMM", new Deed.ProposePlan(1, plan("m1", "m2"), en("More")));
    j = done(j, "QNN", new Deed.ProposePlan(1, plan("m3"), en("Less")));

    assertThat(decide(j, "QOO", new Deed.ConsentPlan(1))).isEqualTo(new NotNow("decided"));
  }

  @Test
  void aReportHoldsWhenAllSignedTheSameVersion() {
    var report =
        new Report(Period.UNKNOWN, en("All went well"), List.of("m1"), LocalizedText.EMPTY);
    var other = new Report(Period.UNKNOWN, en("Most went well"), List.of(), LocalizedText.EMPTY);
    var j = done(begun(), "QMM", new Deed.WriteReport(0, 0, report));
    j = done(j, "QMM", new Deed.SignReport(1, 1));
    j = done(j, "QNN", new Deed.SignReport(1, 1));
    j = done(j, "QNN", new Deed.WriteReport(1, 1, other));

    assertThat(j.reports().getFirst().signed()).isEmpty();
    assertThat(decide(j, "QOO", new Deed.SignReport(1, 1))).isInstanceOf(Stale.class);

    for (var party : List.of("QMM", "QNN", "QOO")) {
      assertThat(j.reports().getFirst().holds()).isFalse();
      j = done(j, party, new Deed.SignReport(1, 2));
    }
    assertThat(j.reports().getFirst().holds()).isTrue();
  }

  @Test
  void eachMaySuspendAndAllMustAgreeToGoOn() {
    var j = done(begun(), "QNN", new Deed.Suspend("The roads are flooded"));
    assertThat(j.suspended()).isTrue();

    j = done(j, "QNN", new Deed.Resume());
    j = done(j, "QMM", new Deed.Resume());
    assertThat(j.suspended()).isTrue();
    j = done(j, "QOO", new Deed.Resume());
    assertThat(j.suspended()).isFalse();
  }

  @Test
  void itIsClosedWhenAllAgreeThatItIsDone() {
    var j = begun();
    for (var party : List.of("QMM", "QNN", "QOO")) {
      assertThat(j.closed()).isFalse();
      j = done(j, party, new Deed.Close());
    }
    assertThat(j.closed()).isTrue();
    assertThat(decide(j, "QMM", new Deed.Suspend("late"))).isEqualTo(new NotNow("closed"));
  }

  @Test
  void theNewestVersionThatAllReleasedIsPublic() {
    var j = done(begun(), "QMM", new Deed.Release(Part.JOINT, 1));
    j = done(j, "QNN", new Deed.Release(Part.JOINT, 1));
    assertThat(Publication.publicVersion(j, JointSamples.ALL)).isEmpty();

    j = done(j, "QOO", new Deed.Release(Part.JOINT, 1));
    assertThat(Publication.publicVersion(j, JointSamples.ALL)).hasValue(1);

    j = done(j, "QNN", new Deed.Suspend("Floods"));
    j = done(j, "QMM", new Deed.Release(Part.JOINT, 2));
    assertThat(Publication.publicVersion(j, JointSamples.ALL)).hasValue(1);

    j = done(j, "QNN", new Deed.TakeBack(Part.JOINT));
    assertThat(Publication.publicVersion(j, JointSamples.ALL)).isEmpty();
    assertThat(Publication.publicVersion(j, Set.of())).isEmpty();
  }

  @Test
  void theFiguresOfADisputeMustBeFigures() {
    assertThat(
            decide(
                stated(),
                "QNN",
                new Deed.Answer("c1", 1, new Reply.Disputes(usd("-1"), "less than nothing"))))
        .isInstanceOf(Faulty.class);
  }
}
