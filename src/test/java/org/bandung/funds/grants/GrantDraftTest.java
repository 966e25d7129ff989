package org.bandung.funds.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.funds.grants.GrantSamples.usd;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.funds.calls.Approvals.Approved;
import org.bandung.funds.calls.forms.ProposalForm;
import org.bandung.funds.calls.people.TrackRecord.Past;
import org.bandung.funds.grants.GrantPlan.Line;
import org.bandung.funds.grants.GrantPlan.Partner;
import org.bandung.kernel.LocalizedText;
import org.junit.jupiter.api.Test;

/// From what a board approved to a grant, with nothing typed again.
class GrantDraftTest {

  private static final LocalDate FROM = LocalDate.parse("2026-03-01");

  private static ProposalForm.Line line(String partner, String category, String usd) {
    return new ProposalForm.Line(
        partner, category, "", new BigDecimal(usd), new BigDecimal("1000"), "Osmara", true);
  }

  private static Approved approved() {
    var empty = ProposalForm.empty("es", "USD");
    var form =
        new ProposalForm(
            "Pozos",
            empty.summary(),
            "es",
            empty.purpose(),
            empty.applicantKind(),
            "islands",
            "USD",
            Set.of(),
            Set.of(),
            null,
            18,
            List.of(
                new ProposalForm.Partner("a", "Ministry of Water", "body-1", "QMM", true),
                new ProposalForm.Partner("b", "Republic of Osmara", "QOO", "QOO", false)),
            List.of(),
            List.of(),
            List.of(line("b", "travel", "300"), line("a", "staff", "0"), line("a", "tools", "700")),
            null,
            null,
            List.of(),
            List.of(),
            List.of());
    return new Approved("p1", "f1", "QM-WATER", form);
  }

  private static GrantPlan draft() {
    return GrantDraft.of(approved(), FROM, Map.of("body-1", "body-1")::get);
  }

  @Test
  void partnersLinesAndTimeAreThoseOfTheProposal() {
    var plan = draft();
    assertThat(plan.title()).isEqualTo(LocalizedText.of("es", "Pozos"));
    assertThat(plan.partners())
        .containsExactly(
            new Partner("p1", "Ministry of Water", "body-1", "QMM"),
            new Partner("p2", "Republic of Osmara", null, "QOO"));
    // What others give is no money of the fund.
    assertThat(plan.budget())
        .containsExactly(
            new Line("l1", "p2", "travel", usd("300")), new Line("l2", "p1", "tools", usd("700")));
    assertThat(plan.tranches()).extracting(GrantPlan.Tranche::amount).containsExactly(usd("1000"));
    assertThat(plan.until()).isEqualTo("2027-08-31");
    assertThat(GrantFaults.of(plan, FROM)).isEmpty();
    assertThat(GrantDraft.within(plan, "f1", approved(), draft())).isTrue();
  }

  @Test
  void nothingIsGrantedThatTheBoardDidNotSee() {
    var plan = draft();
    assertThat(GrantDraft.within(plan, "f2", approved(), draft())).isFalse();
    assertThat(GrantDraft.within(with(plan, null, plan.budget()), "f1", approved(), draft()))
        .isFalse();
    var more = List.of(new Line("l1", "p1", "tools", usd("1000.01")));
    assertThat(GrantDraft.within(with(plan, "islands", more), "f1", approved(), draft())).isFalse();
    // What one partner may have is not given to the other.
    var moved = List.of(new Line("l1", "p1", "tools", usd("700.01")));
    assertThat(GrantDraft.within(with(plan, "islands", moved), "f1", approved(), draft()))
        .isFalse();
    var less = List.of(new Line("l1", "p1", "tools", usd("1")));
    assertThat(GrantDraft.within(with(plan, "islands", less), "f1", approved(), draft())).isTrue();
    // Without its body, its people would not be kept out.
    var stranger =
        new GrantPlan(
            plan.title(),
            "p1",
            "QM-WATER",
            "islands",
            "USD",
            List.of(new Partner("p1", "Ministry of Water", null, "QMM")),
            less,
            plan.tranches(),
            plan.from(),
            plan.until());
    assertThat(GrantDraft.within(stranger, "f1", approved(), draft())).isFalse();
  }

  private static GrantPlan with(
      GrantPlan plan, @org.jspecify.annotations.Nullable String window, List<Line> budget) {
    return new GrantPlan(
        plan.title(),
        plan.proposal(),
        plan.organisation(),
        window,
        plan.currency(),
        plan.partners(),
        budget,
        plan.tranches(),
        plan.from(),
        plan.until());
  }

  @Test
  void whatBecameOfEarlierGrantsIsCounted() {
    var running = GrantSamples.opened();
    var closed = GrantSamples.then(running, "ada", new GrantDeed.Close(FROM, "not begun"));
    var grants = List.of(running, closed, closed);
    assertThat(GrantRecord.past(grants, LocalDate.parse("2027-12-31"))).isEqualTo(new Past(0, 2));
    assertThat(GrantRecord.past(grants, LocalDate.parse("2028-01-01"))).isEqualTo(new Past(1, 2));
  }
}
