package org.bandung.web.talks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.Terms;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.web.talks.FormReading.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TalkFormTest {

  private static final LocalizedText BOTH =
      new LocalizedText(Map.of("en", "We dig\nwells.", "fr", "Nous creusons\ndes puits."));
  private static final List<Party> PARTIES =
      List.of(
          new Party("QMM", Party.Kind.COUNTRY, Party.Role.REQUESTING, BOTH, false),
          new Party("QNN", Party.Kind.COUNTRY, Party.Role.PROVIDING, BOTH, false));

  private static Proposal full(Effect effect) {
    var money = new ReportedAmount(new BigDecimal("1200.50"), "XAF");
    return new Proposal(
        effect,
        BOTH,
        BOTH,
        "fr",
        new Terms(
            new Terms.Purpose(BOTH, List.of(BOTH, LocalizedText.of("fr", "Former"))),
            List.of(
                new Terms.Share("QMM", List.of(new Terms.Given(BOTH, money, null)), List.of(BOTH)),
                new Terms.Share(
                    "QNN",
                    List.of(
                        new Terms.Given(
                            LocalizedText.of("en", "Engineers"),
                            null,
                            new Quantity(new BigDecimal("240"), "person-day"))),
                    List.of())),
            new Terms.Schedule(
                new Period(PartialDate.ofYear(2027), new PartialDate(2029, 5, 0), false),
                List.of(new Terms.Milestone(BOTH, new PartialDate(2028, 1, 31))),
                BOTH),
            List.of(
                new Terms.BudgetLine(BOTH, money, "QNN"),
                new Terms.BudgetLine(LocalizedText.of("en", "Training"), money, null)),
            BOTH,
            List.of(new Terms.Condition(Terms.Condition.Kind.PROCUREMENT_TIED, BOTH)),
            "request-1"),
        List.of(new Proposal.Annex("plan.pdf", "ab".repeat(32), 12)));
  }

  static List<Effect> effects() {
    var day = LocalDate.of(2030, 1, 1);
    return List.of(
        new Effect.MakesAgreement(
            Effect.Kind.FRAMEWORK, Effect.Entry.ON_NOTIFICATION, day, "above"),
        new Effect.MakesAgreement(Effect.Kind.MINUTES, Effect.Entry.ON_SIGNATURE, null, null),
        new Effect.MakesAgreement(
            Effect.Kind.PROJECT_DOCUMENT, Effect.Entry.ON_SIGNATURE, null, null),
        new Effect.ChangesAgreement("a", new Effect.Change.Amend()),
        new Effect.ChangesAgreement("a", new Effect.Change.Extend(day)),
        new Effect.ChangesAgreement("a", new Effect.Change.Suspend(day)),
        new Effect.ChangesAgreement("a", new Effect.Change.Resume(day)),
        new Effect.ChangesAgreement("a", new Effect.Change.Terminate(day)),
        new Effect.StatesPosition("Conference of Parties"),
        new Effect.EndsTalks());
  }

  @ParameterizedTest
  @MethodSource("effects")
  void aFormFilledFromAProposalSaysTheSame(Effect effect) {
    var proposal = full(effect);

    var read = FormReading.of(FormWriting.of(proposal, PARTIES, "fr"));

    assertThat(read.faults()).isEmpty();
    assertThat(read.proposal()).isEqualTo(proposal);
  }

  @Test
  void oneMoreRowLosesNothing() {
    var proposal = full(new Effect.EndsTalks());
    var form = FormWriting.of(proposal, PARTIES, "en");
    for (var rows : List.of("party", "lang", "activity", "give", "gain", "milestone", "budget")) {
      form.add(rows);
    }

    assertThat(FormReading.of(form).proposal()).isEqualTo(proposal);
    assertThat(FormReading.invited(form)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"1 200.50, 1200.50", "١٢٠٠, 1200", "0.5, 0.5"})
  void numbersAreReadInTheDigitsOfEveryScript(String typed, BigDecimal number) {
    var form = TalkForm.empty("en");
    form.put("budget.0.what.0", "Rigs");
    form.put("budget.0.amount", typed);
    form.put("budget.0.currency", "usd");

    assertThat(FormReading.of(form).proposal().terms().budget())
        .containsExactly(
            new Terms.BudgetLine(
                LocalizedText.of("en", "Rigs"), new ReportedAmount(number, "USD"), null));
  }

  @Test
  void whatCannotBeReadIsToldAtItsField() {
    var form = TalkForm.empty("en");
    form.put("effect", "extend");
    form.put("budget.0.amount", "1,200");
    form.put("budget.0.currency", "USD");
    form.put("give.0.what.0", "Rigs");
    form.put("give.0.number", "7");
    form.put("start", "soon");

    assertThat(FormReading.of(form).faults())
        .containsExactlyInAnyOrder(
            new Fault("on", "date"),
            new Fault("budget.0.amount", "number"),
            new Fault("give.0.party", "party"),
            new Fault("give.0.unit", "unit"),
            new Fault("start", "date"));
  }

  @Test
  void aHostileFormStaysSmall() {
    var said = new java.util.HashMap<String, String>();
    said.put("n.budget", "2000000000");
    said.put("n.party", "-5");
    said.put("lang.0.text", "x".repeat(300_001));

    var form = new TalkForm(said);

    assertThat(form.rows("budget")).hasSize(300);
    assertThat(form.rows("party")).hasSize(2);
    assertThat(form.rows("nothing")).isEmpty();
    assertThat(form.get("lang.0.text")).isEmpty();
  }
}
