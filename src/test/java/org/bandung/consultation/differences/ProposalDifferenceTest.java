package org.bandung.consultation.differences;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.Terms;
import org.bandung.consultation.differences.ProposalDifference.Field;
import org.bandung.consultation.differences.ProposalDifference.FieldChange;
import org.bandung.consultation.differences.TextDifference.Fate;
import org.bandung.consultation.differences.TextDifference.Piece;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ReportedAmount;
import org.junit.jupiter.api.Test;

class ProposalDifferenceTest {

  private static LocalizedText en(String text) {
    return LocalizedText.of("en", text);
  }

  private static Terms.Given money(String what, String amount) {
    return new Terms.Given(en(what), new ReportedAmount(new BigDecimal(amount), "XOF"), null);
  }

  private static Proposal proposal(LocalizedText text, Terms terms) {
    return new Proposal(new Effect.EndsTalks(), en("Wells"), text, null, terms, List.of());
  }

  private static Terms terms(List<Terms.Share> shares, Terms.Milestone... milestones) {
    return new Terms(
        Terms.NONE.purpose(),
        shares,
        new Terms.Schedule(
            Terms.NONE.schedule().period(), List.of(milestones), LocalizedText.EMPTY),
        List.of(),
        LocalizedText.EMPTY,
        List.of(),
        null);
  }

  @Test
  void whatAPartyGivesIsComparedItemByItem() {
    var before =
        terms(
            List.of(
                new Terms.Share(
                    "QMM", List.of(money("Land", "5"), money("Fuel", "7")), List.of())));
    var after =
        terms(
            List.of(
                new Terms.Share("QMM", List.of(money("Land", "5"), money("Fuel", "9")), List.of()),
                new Terms.Share("QNN", List.of(money("Pumps", "3")), List.of(en("Practice")))));

    var difference =
        ProposalDifference.between(proposal(en("x"), before), proposal(en("x"), after));

    assertThat(difference.fields())
        .containsExactly(
            new FieldChange(Field.GIVES, "QMM", money("Fuel", "7"), money("Fuel", "9")),
            new FieldChange(Field.GIVES, "QNN", null, money("Pumps", "3")),
            new FieldChange(Field.GAINS, "QNN", null, en("Practice")));
    assertThat(difference.texts()).isEmpty();
  }

  @Test
  void whatIsPutInBetweenMovesNothing() {
    var first = new Terms.Milestone(en("First"), PartialDate.ofYear(2027));
    var between = new Terms.Milestone(en("Between"), null);
    var last = new Terms.Milestone(en("Last"), PartialDate.ofYear(2029));

    var difference =
        ProposalDifference.between(
            proposal(en("x"), terms(List.of(), first, last)),
            proposal(en("x"), terms(List.of(), first, between, last)));

    assertThat(difference.fields())
        .containsExactly(new FieldChange(Field.MILESTONE, "", null, between));
  }

  @Test
  void eachLanguageHasItsOwnPieces() {
    var before = new LocalizedText(Map.of("en", "ten pumps", "fr", "dix pompes"));
    var after = new LocalizedText(Map.of("en", "two pumps", "fr", "dix pompes", "pt", "duas"));

    var difference =
        ProposalDifference.between(proposal(before, Terms.NONE), proposal(after, Terms.NONE));

    assertThat(difference.texts()).containsOnlyKeys("en", "pt");
    assertThat(difference.texts().get("en"))
        .containsExactly(
            new Piece(Fate.GOES, "ten"),
            new Piece(Fate.COMES, "two"),
            new Piece(Fate.STAYS, " pumps"));
  }

  @Test
  void everyOtherFieldIsToldWhenItChanges() {
    var before = proposal(en("x"), Terms.NONE);
    var condition = new Terms.Condition(Terms.Condition.Kind.POLICY, en("Vote"));
    var line = new Terms.BudgetLine(en("Drill"), new ReportedAmount(BigDecimal.TEN, null), null);
    var annex = new Proposal.Annex("a", "0".repeat(64), 1);
    var terms =
        new Terms(
            new Terms.Purpose(en("Water"), List.of(en("Dig"))),
            List.of(),
            new Terms.Schedule(
                new org.bandung.kernel.Period(PartialDate.ofYear(2027), null, false),
                List.of(),
                en("Yearly")),
            List.of(line),
            en("Shared"),
            List.of(condition),
            "need-7");
    var after =
        new Proposal(
            new Effect.StatesPosition("forum"), en("Pumps"), en("x"), "en", terms, List.of(annex));

    var difference = ProposalDifference.between(before, after);

    assertThat(difference.fields())
        .extracting(FieldChange::field)
        .containsExactly(
            Field.EFFECT,
            Field.TITLE,
            Field.PREVAILING,
            Field.OBJECTIVE,
            Field.ACTIVITY,
            Field.PERIOD,
            Field.MONITORING,
            Field.BUDGET,
            Field.INTELLECTUAL_PROPERTY,
            Field.CONDITION,
            Field.REQUEST,
            Field.ANNEX);
    assertThat(ProposalDifference.between(before, before).isEmpty()).isTrue();
  }
}
