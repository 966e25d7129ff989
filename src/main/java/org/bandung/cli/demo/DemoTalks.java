package org.bandung.cli.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.bandung.consultation.ConsultationOutcome;
import org.bandung.consultation.Consultations;
import org.bandung.consultation.Consultations.As;
import org.bandung.consultation.Consultations.Invited;
import org.bandung.consultation.DecisionRule;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Party;
import org.bandung.consultation.Position;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.Terms;
import org.bandung.consultation.accord.AgreementOutcome;
import org.bandung.consultation.accord.Agreements;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.registry.joint.Beginning;
import org.bandung.registry.joint.Contribution;
import org.bandung.registry.joint.Deed;
import org.bandung.registry.joint.Figure;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.JointOutcome;
import org.bandung.registry.joint.JointParty;
import org.bandung.registry.joint.Plan;
import org.bandung.registry.joint.Reply;
import org.bandung.registry.said.Role;
import org.springframework.stereotype.Service;

/// Talks under way, an agreement that both sides signed, and an initiative of it in which they
/// state different things.
@Service
class DemoTalks {

  private static final LocalizedText MILLET =
      new LocalizedText(
          Map.of(
              "en", "Millet for dry years",
              "fr", "Du mil pour les années sèches",
              "es", "Mijo para los años secos",
              "ar", "الدُّخن لسنوات الجفاف"));

  private final DemoPeople people;
  private final Consultations consultations;
  private final Agreements agreements;
  private final JointInitiatives initiatives;

  DemoTalks(
      DemoPeople people,
      Consultations consultations,
      Agreements agreements,
      JointInitiatives initiatives) {
    this.people = people;
    this.consultations = consultations;
    this.agreements = agreements;
    this.initiatives = initiatives;
  }

  void fill(DemoCast cast) {
    underWay(cast);
    dispute(cast, signed(cast));
  }

  private void underWay(DemoCast cast) {
    var title =
        new LocalizedText(
            Map.of(
                "en", "School meals in Norelia with Meridia's experience",
                "fr", "Repas scolaires en Norélie avec l'expérience de la Méridie",
                "es", "Comidas escolares en Norelia con la experiencia de Meridia"));
    var first = proposal(title, "Meridia sends eight trainers for three months to 40 schools.");
    var second = proposal(title, "Meridia sends eight trainers for four months to 32 schools.");
    var asker = as(cast.norelia(), cast.norelia().negotiates());
    var id =
        after(
                consultations
                    .open(
                        asker,
                        List.of(
                            new Invited("QNN", Party.Role.REQUESTING),
                            new Invited("QMM", Party.Role.PROVIDING),
                            new Invited(cast.facilitator().body().id(), Party.Role.FACILITATING)),
                        DecisionRule.UNANIMITY,
                        first,
                        "demo-meals")
                    .orElseThrow())
            .id();
    var provider = as(cast.meridia(), cast.meridia().negotiates());
    after(consultations.propose(id, provider, 1, second, "demo-amend").orElseThrow());
    accept(id, as(cast.meridia(), cast.meridia().signs()), 2);
  }

  /// The id of an agreement that is signed.
  private String signed(DemoCast cast) {
    var asker = as(cast.meridia(), cast.meridia().negotiates());
    var text =
        "Pelaria gives seed and advice to the stations of Meridia for two seasons. Meridia bears"
            + " the freight and shares what it learns.";
    var opened =
        consultations
            .open(
                asker,
                List.of(
                    new Invited("QMM", Party.Role.REQUESTING),
                    new Invited("QPP", Party.Role.PROVIDING)),
                DecisionRule.UNANIMITY,
                proposal(MILLET, text),
                "demo-millet")
            .orElseThrow();
    var id = after(opened).id();
    var meridia = as(cast.meridia(), cast.meridia().signs());
    var pelaria = as(cast.pelaria(), cast.pelaria().signs());
    accept(id, meridia, 1);
    accept(id, pelaria, 1);
    var agreement = agreements.of(id, meridia.account()).orElseThrow();
    sign(agreement, meridia);
    sign(agreement, pelaria);
    return agreement;
  }

  private void dispute(DemoCast cast, String agreement) {
    var pelaria = people.account(cast.pelaria().signs());
    var meridia = people.account(cast.meridia().signs());
    var beginning =
        new Beginning(
            new Beginning.Origin(agreement, null, null, null),
            MILLET,
            LocalizedText.of("en", "Five stations grow millet that bears in dry years"),
            LocalizedText.EMPTY,
            List.of(
                new JointParty("QPP", Role.PROVIDER, LocalizedText.of("en", "Pelaria"), "QPP"),
                new JointParty("QMM", Role.RECIPIENT, LocalizedText.of("en", "Meridia"), "QMM")),
            Period.UNKNOWN,
            Plan.EMPTY,
            List.of(),
            List.of(),
            List.of(),
            List.of("311"));
    var begun = initiatives.begin(pelaria, beginning, "demo-begin").orElseThrow();
    var id = after(begun).id();
    var given =
        new Contribution(
            Contribution.Kind.IN_KIND,
            "QPP",
            "QMM",
            LocalizedText.of("en", "Advisers at the stations"),
            null,
            days("120"),
            List.of(),
            Contribution.Valuation.NOT_REPORTED,
            Period.UNKNOWN,
            Contribution.Visibility.PUBLIC,
            null);
    var stated = new Deed.State("advisers", 0, given);
    after(initiatives.act(pelaria, id, "QPP", stated, "demo-state").orElseThrow());
    var disputes =
        new Reply.Disputes(days("95"), "The advisers came five weeks late to two stations.");
    var answer = new Deed.Answer("advisers", 1, disputes);
    after(initiatives.act(meridia, id, "QMM", answer, "demo-answer").orElseThrow());
  }

  private static Figure days(String number) {
    return new Figure(null, new Quantity(new BigDecimal(number), "person-day"));
  }

  private As as(DemoCast.Side side, DemoPerson person) {
    return new As(people.account(person), side.code());
  }

  private void accept(String id, As as, int version) {
    after(
        consultations
            .reply(id, as, version, new Position.Accepts(), "demo-accept-" + as.party())
            .orElseThrow());
  }

  private void sign(String agreement, As as) {
    var outcome = agreements.sign(agreement, as, 1, "Head of cooperation", "demo-" + as.party());
    if (!(outcome.orElseThrow() instanceof AgreementOutcome.Done)) {
      throw new IllegalStateException("signature of " + as.party() + ": " + outcome);
    }
  }

  private static org.bandung.consultation.Consultation after(ConsultationOutcome outcome) {
    if (outcome instanceof ConsultationOutcome.Done done) {
      return done.after();
    }
    throw new IllegalStateException("consultation: " + outcome);
  }

  private static org.bandung.registry.joint.Joint after(JointOutcome outcome) {
    if (outcome instanceof JointOutcome.Done done) {
      return done.after();
    }
    throw new IllegalStateException("initiative: " + outcome);
  }

  private static Proposal proposal(LocalizedText title, String text) {
    return new Proposal(
        new Effect.MakesAgreement(
            Effect.Kind.PROJECT_DOCUMENT, Effect.Entry.ON_SIGNATURE, null, null),
        title,
        LocalizedText.of("en", text),
        null,
        new Terms(
            Terms.NONE.purpose(),
            List.of(),
            Terms.NONE.schedule(),
            List.of(),
            LocalizedText.EMPTY,
            List.of(new Terms.Condition(Terms.Condition.Kind.NONE, LocalizedText.EMPTY)),
            null),
        List.of());
  }
}
