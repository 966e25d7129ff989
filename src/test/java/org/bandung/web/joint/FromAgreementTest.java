package org.bandung.web.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.Terms;
import org.bandung.consultation.accord.Agreement;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.joint.Beginning;
import org.bandung.registry.joint.JointParty;
import org.bandung.registry.joint.Plan;
import org.bandung.registry.said.Role;
import org.junit.jupiter.api.Test;

class FromAgreementTest {

  private static final Quantity DAYS = new Quantity(new BigDecimal("40"), "person-day");
  private static final ReportedAmount COST = new ReportedAmount(new BigDecimal("12000"), "USD");

  private static LocalizedText en(String text) {
    return LocalizedText.of("en", text);
  }

  private static Party party(String id, Party.Kind kind, Party.Role role) {
    return new Party(id, kind, role, en(id), false);
  }

  private static final Terms TERMS =
      new Terms(
          new Terms.Purpose(en("Every school cooks"), List.of(en("Train cooks"))),
          List.of(
              new Terms.Share(
                  "QMM",
                  List.of(new Terms.Given(en("Experts"), null, DAYS)),
                  List.of(en("Recipes")))),
          new Terms.Schedule(
              new Period(PartialDate.ofYear(2026), null, false),
              List.of(new Terms.Milestone(en("Cooks trained"), PartialDate.ofYear(2027))),
              LocalizedText.EMPTY),
          List.of(new Terms.BudgetLine(en("Travel"), COST, null)),
          LocalizedText.EMPTY,
          List.of(new Terms.Condition(Terms.Condition.Kind.PROCUREMENT_TIED, en("Ovens of QMM"))),
          "need-1");

  private static final Agreement AGREEMENT =
      new Agreement(
          "a1",
          new Agreement.Origin(
              "2026-7", Effect.Kind.values()[0], Effect.Entry.values()[0], null, "c1", 1),
          List.of(
              party("QMM", Party.Kind.COUNTRY, Party.Role.PROVIDING),
              party("institute", Party.Kind.ORGANISATION, Party.Role.REQUESTING),
              party("union", Party.Kind.MULTILATERAL_BODY, Party.Role.FACILITATING)),
          List.of(
              new Agreement.Revision(
                  1,
                  "c1",
                  1,
                  new Agreement.Acts(Map.of(), Map.of(), Map.of(), Map.of()),
                  LocalDate.of(2026, 11, 1),
                  List.of())),
          new Agreement.Term(null, List.of(), null),
          Map.of(),
          3);

  private static final Beginning BEGINNING =
      FromAgreement.of(
          AGREEMENT,
          new Proposal(
              new Effect.EndsTalks(),
              en("School meals"),
              en("The parties agree."),
              null,
              TERMS,
              List.of()));

  @Test
  void whatTheAgreementSaysNeedsNoTyping() {
    assertThat(BEGINNING.title()).isEqualTo(en("School meals"));
    assertThat(BEGINNING.objective()).isEqualTo(en("Every school cooks"));
    assertThat(BEGINNING.period().start()).isEqualTo(PartialDate.ofYear(2026));
    assertThat(BEGINNING.origin())
        .isEqualTo(
            new Beginning.Origin(
                "a1", "2026-7", PartialDate.parse("2026-11-01").orElseThrow(), "need-1"));
    assertThat(BEGINNING.shares())
        .containsExactly(
            new Beginning.Share(
                "QMM",
                List.of(new Beginning.Gift(en("Experts"), null, DAYS)),
                List.of(en("Recipes"))));
    assertThat(BEGINNING.budget())
        .containsExactly(new Beginning.BudgetLine(en("Travel"), COST, null));
    assertThat(BEGINNING.conditions())
        .containsExactly(new Beginning.Condition("procurement-tied", en("Ovens of QMM")));
  }

  @Test
  void theRolesOfTheTalksBecomeThoseOfTheInitiative() {
    assertThat(BEGINNING.parties())
        .extracting(JointParty::role)
        .containsExactly(Role.PROVIDER, Role.RECIPIENT, Role.FACILITATOR);
    assertThat(BEGINNING.parties())
        .extracting(JointParty::ofCountryItself)
        .containsExactly(true, false, false);
  }

  @Test
  void activitiesAndMilestonesBecomeThePlan() {
    assertThat(BEGINNING.plan().items())
        .containsExactly(
            new Plan.Item("i1", Plan.Kind.ACTIVITY, en("Train cooks"), null, null, null),
            new Plan.Item(
                "i2",
                Plan.Kind.MILESTONE,
                en("Cooks trained"),
                PartialDate.ofYear(2027),
                null,
                null));
  }
}
