package org.bandung.consultation.accord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.consultation.TestWorld.MERIDIA;
import static org.bandung.consultation.TestWorld.NORTHERA;
import static org.bandung.consultation.TestWorld.setup;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.bandung.access.Role;
import org.bandung.consultation.ConclusionChanged;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.DecisionRule;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.TestBodies;
import org.bandung.consultation.TestWorld;
import org.junit.jupiter.api.Test;

/// What becomes of an agreement on the real database: changed, fallen with a letter, signed by
/// hand.
class AgreementChangesTest extends AgreementWorld {

  private static final Party OZMERIA = TestWorld.party("QOO", Party.Role.FACILITATING, true);

  @Test
  void anAmendmentIsSignedAnewAndADisownedLetterAnnuls() {
    var id = made();
    done(accord.agreements().sign(id, mm(minister), 1, "Minister", "k1"));
    done(accord.agreements().sign(id, nn(envoy), 1, "Envoy", "k2"));
    var c = agreed(new Effect.ChangesAgreement(id, new Effect.Change.Amend()), MERIDIA, NORTHERA);
    var amending =
        new Consultation(
            "c-2", c.setup(), c.versions(), c.departures(), c.talk(), c.conclusion(), c.sequence());
    accord.making().follow(new ConclusionChanged(amending, ""));
    accord.making().follow(new ConclusionChanged(amending, ""));

    var amended = accord.agreements().find(id, minister).orElseThrow();
    assertThat(amended.agreement().revisions()).hasSize(2);
    assertThat(amended.agreement().latest().signatures()).isEmpty();
    assertThat(amended.bundle().signatures()).isEmpty();
    done(accord.agreements().sign(id, mm(minister), 2, "Minister", "k3"));
    assertThat(
            done(accord
                    .agreements()
                    .withdraw(id, nn(envoy), "enough", LocalDate.now(ZoneOffset.UTC), "k5"))
                .after()
                .withdrawals())
        .containsKey("QNN");

    var fallen =
        new Consultation(
            "c-2", c.setup(), c.versions(), c.departures(), c.talk(), null, c.sequence() + 1);
    accord.making().follow(new ConclusionChanged(fallen, "not our letter"));
    accord.making().follow(new ConclusionChanged(fallen, "not our letter"));
    var before = accord.agreements().find(id, minister).orElseThrow();
    assertThat(before.agreement().latest().number()).isEqualTo(1);
    assertThat(before.bundle().signatures()).hasSize(2);

    var disowned =
        new TestWorld.Talks(setup(DecisionRule.UNANIMITY, MERIDIA, NORTHERA), TestWorld.agreement())
            .accept("QMM")
            .now();
    accord.making().follow(new ConclusionChanged(disowned, "not ours"));
    assertThat(accord.agreements().find(id, minister).orElseThrow().agreement().term().annulled())
        .isEqualTo("not ours");
  }

  @Test
  void aPartyWithoutAnAccountSignsByHandUntilItCanActItself() {
    var id = made(agreed(TestWorld.agreement(), MERIDIA, NORTHERA, OZMERIA));
    done(accord.agreements().sign(id, mm(minister), 1, "Minister", "k1"));
    done(accord.agreements().sign(id, nn(envoy), 1, "Envoy", "k2"));
    var file = new Proposal.Annex("signed.pdf", "ab".repeat(32), 17);
    done(accord.agreements().attachInstrument(id, mm(minister), file, "k3"));
    assertThat(accord.agreements().attestPaper(id, mm(minister), "QNN", "k4"))
        .hasValueSatisfying(o -> assertThat(o).isInstanceOf(AgreementOutcome.OutOfPlace.class));
    assertThat(accord.agreements().attestPaper(id, new As(stranger, "QPP"), "QOO", "k5")).isEmpty();

    done(accord.agreements().attestPaper(id, nn(envoy), "QOO", "k6"));
    done(accord.agreements().attestPaper(id, nn(envoy), "QOO", "k6"));

    var shown = accord.agreements().find(id, minister).orElseThrow();
    assertThat(shown.agreement().latest().inForce()).isNotNull();
    assertThat(shown.bundle().signatures()).hasSize(2);
    var ozmeria = TestBodies.acting(bodies.authority("QOO"), Role.SIGNATORY);
    var as = new As(ozmeria, "QOO");
    assertThat(accord.agreements().attestPaper(id, nn(envoy), "QOO", "k7"))
        .hasValueSatisfying(o -> assertThat(o).isInstanceOf(AgreementOutcome.OutOfPlace.class));
    assertThat(accord.agreements().disownPaper(id, as, " ", "k8"))
        .contains(new AgreementOutcome.Unfit("reason"));
    done(accord.agreements().disownPaper(id, as, "We signed nothing.", "k9"));
    assertThat(accord.agreements().find(id, ozmeria).orElseThrow().agreement().latest().inForce())
        .isNull();
    assertThat(accord.news()).anyMatch(n -> n.what().equals("agreement.paper-disowned"));
  }

  @Test
  void thePartiesHearWhyNothingCameOfWhatTheyAgreed() {
    var id = made(agreed(TestWorld.agreement(), MERIDIA, NORTHERA, OZMERIA));
    var c = agreed(new Effect.ChangesAgreement(id, new Effect.Change.Amend()), MERIDIA, NORTHERA);
    var amending =
        new Consultation(
            "c-2", c.setup(), c.versions(), c.departures(), c.talk(), c.conclusion(), c.sequence());
    accord.making().follow(new ConclusionChanged(amending, ""));

    assertThat(accord.news())
        .anySatisfy(n -> {
          assertThat(n.what()).isEqualTo("consultation.not-made-consent");
          assertThat(n.bodies()).containsExactlyInAnyOrder(meridia.id(), northera.id());
          assertThat(n.facts()).containsEntry("parties", "QOO");
        });
  }
}
