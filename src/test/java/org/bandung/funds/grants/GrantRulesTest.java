package org.bandung.funds.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.funds.grants.GrantSamples.DAY;
import static org.bandung.funds.grants.GrantSamples.accounted;
import static org.bandung.funds.grants.GrantSamples.ask;
import static org.bandung.funds.grants.GrantSamples.by;
import static org.bandung.funds.grants.GrantSamples.opened;
import static org.bandung.funds.grants.GrantSamples.paid;
import static org.bandung.funds.grants.GrantSamples.pay;
import static org.bandung.funds.grants.GrantSamples.spent;
import static org.bandung.funds.grants.GrantSamples.then;
import static org.bandung.funds.grants.GrantSamples.usd;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bandung.funds.Duty;
import org.bandung.funds.grants.GrantOutcome.Faulty;
import org.bandung.funds.grants.GrantOutcome.NotNow;
import org.bandung.funds.grants.GrantPlan.Line;
import org.bandung.funds.grants.GrantPlan.Partner;
import org.bandung.funds.grants.GrantPlan.Tranche;
import org.bandung.funds.ledger.Entry;
import org.bandung.funds.ledger.Posting;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From a grant to its closing, on hand-worked cases.
class GrantRulesTest {

  private static void refused(Grant g, String person, GrantDeed deed, String why) {
    assertThat(GrantRules.decide(g, deed, by(person, Duty.values()))).isEqualTo(new NotNow(why));
  }

  @Test
  void aPartIsPaidWhenAllItWaitsForIsThere() {
    var g = paid(opened(), "r1", 1, "water", "500");
    refused(g, "manu", ask("r2", 2, "school", "100"), "waits-for-milestone");
    g = then(g, "manu", new GrantDeed.Reach("wells are dug", "All nine.", List.of("photos")));
    refused(g, "manu", ask("r2", 2, "school", "100"), "waits-for-report");
    g = accounted(g, "s1", "water", "dig", "249.99");
    refused(g, "manu", ask("r2", 2, "school", "100"), "waits-for-account");
    g = then(g, "finn", new GrantDeed.Return("water", usd("0.01"), DAY, "bank"));
    g = paid(g, "r2", 2, "school", "100");
    assertThat(g.paid()).isEqualTo(usd("600"));
    assertThat(g.unpaid()).isEqualTo(usd("400"));
    assertThat(g.open("water")).isEqualTo(usd("250"));
  }

  @Test
  void whatAPartWaitsForIsAskedAgainWhenItIsApprovedAndPaid() {
    var g = paid(opened(), "r1", 1, "water", "1");
    g = then(g, "manu", new GrantDeed.Reach("wells are dug", "All nine.", List.of("photos")));
    g = accounted(g, "s1", "water", "dig", "1");
    g = then(g, "manu", ask("r2", 2, "water", "400"));
    g = then(g, "manu", ask("r3", 1, "water", "200"));
    refused(g, "ada", new GrantDeed.Approve("r2"), "earlier-tranche");
    g = then(g, "ada", new GrantDeed.Approve("r3"));
    refused(g, "manu", ask("r4", 2, "school", "1"), "earlier-tranche");
    g = then(g, "finn", pay("r3"));
    refused(g, "ada", new GrantDeed.Approve("r2"), "waits-for-account");
    g = accounted(g, "s2", "water", "dig", "100");
    g = then(g, "ada", new GrantDeed.Approve("r2"));
    assertThat(then(g, "finn", pay("r2")).paid()).isEqualTo(usd("601"));
  }

  @Test
  void noPartIsAskedForBeforeTheOneBeforeWasPaid() {
    var plan = GrantSamples.plan(null);
    var both =
        new GrantPlan(
            plan.title(),
            null,
            null,
            null,
            "USD",
            plan.partners(),
            plan.budget(),
            List.of(
                new Tranche(usd("600"), Set.of(), 0, 0), new Tranche(usd("400"), Set.of(), 0, 0)),
            plan.from(),
            plan.until());
    var g = GrantSamples.done(GrantRules.open("g", "f", both, DAY, by("manu", Duty.MANAGER)));
    refused(g, "manu", ask("r2", 2, "water", "1"), "earlier-tranche");
    g = then(g, "manu", ask("r1", 1, "water", "1"));
    refused(g, "manu", ask("r2", 2, "water", "1"), "earlier-tranche");
  }

  @Test
  void nobodyApprovesHisOwnAndWhoApprovedDoesNotPay() {
    var g = then(opened(), "manu", ask("r1", 1, "water", "500"));
    refused(g, "manu", new GrantDeed.Approve("r1"), "own-request");
    refused(g, "finn", pay("r1"), "not-approved");
    g = then(g, "ada", new GrantDeed.Approve("r1"));
    refused(g, "ada", pay("r1"), "own-approval");
    refused(g, "manu", pay("r1"), "own-request");
    refused(g, "finn", new GrantDeed.Pay("r1", DAY.plusDays(1), "bank"), "after-today");
    refused(g, "bo", new GrantDeed.Approve("r1"), "decided");
    g = then(g, "finn", pay("r1"));
    refused(g, "finn", pay("r1"), "decided");
    refused(g, "ada", new GrantDeed.Refuse("r1", "late"), "decided");
  }

  @Test
  void whoActsForAPartnerAgreesToNothing() {
    var g = then(opened(), "manu", ask("r1", 1, "water", "500"));
    var inBoth =
        new GrantRules.Acting(
            "fund body",
            "ada",
            java.time.Instant.EPOCH,
            EnumSet.allOf(Duty.class),
            Set.of("water"));
    for (var deed :
        List.<GrantDeed>of(
            new GrantDeed.Approve("r1"),
            new GrantDeed.Refuse("r1", "no"),
            ask("r2", 1, "school", "1"),
            new GrantDeed.Extend(LocalDate.parse("2028-01-01"), "rain"))) {
      assertThat(GrantRules.decide(g, deed, inBoth)).isEqualTo(new NotNow("partner-acts"));
    }
    assertThat(GrantRules.decide(g, spent("s1", "water", "dig", "10"), inBoth))
        .isInstanceOf(GrantOutcome.Done.class);
  }

  @Test
  void onlyWhoAskedOrAnApproverTakesARequestBack() {
    var g = then(opened(), "manu", ask("r1", 1, "water", "500"));
    var refuse = new GrantDeed.Refuse("r1", "a mistake");
    assertThat(GrantRules.decide(g, refuse, by("finn", Duty.FINANCE)))
        .isEqualTo(new NotNow("not-yours"));
    assertThat(GrantRules.decide(g, refuse, by("manu", Duty.MANAGER)))
        .isInstanceOf(GrantOutcome.Done.class);
    var after = then(g, "ada", refuse);
    assertThat(after.asked(1)).isEqualTo(usd("0"));
    refused(after, "finn", pay("r1"), "decided");
  }

  @ParameterizedTest
  @CsvSource({
    "1, water, 600.01, above-tranche",
    "1, school, 300.01, above-budget",
    "3, water, 1, no-tranche",
    "0, water, 1, no-tranche",
    "1, army, 1, no-partner",
  })
  void nothingIsAskedForBeyondWhatWasGranted(
      int tranche, String partner, String amount, String why) {
    refused(opened(), "manu", ask("r1", tranche, partner, amount), why);
  }

  @Test
  void whatIsSpentIsJudgedByAnotherAndNeverAboveTheBudget() {
    var g = then(opened(), "wanda", spent("s1", "water", "dig", "700"));
    refused(g, "wanda", new GrantDeed.Accept("s1", DAY), "own-report");
    refused(g, "wanda", spent("s2", "water", "dig", "0.01"), "above-budget");
    refused(g, "wanda", spent("s2", "water", "teach", "1"), "no-line");
    g = then(g, "manu", new GrantDeed.SendBack("s1", "two receipts are missing"));
    refused(g, "sue", spent("s1", "school", "teach", "1"), "report-there");
    g = then(g, "wanda", spent("s1", "water", "dig", "650"));
    g = then(g, "manu", new GrantDeed.Accept("s1", DAY));
    assertThat(g.accounted("water")).isEqualTo(usd("650"));
    refused(g, "manu", new GrantDeed.SendBack("s1", "after all"), "not-waiting");
    refused(g, "wanda", spent("s1", "water", "dig", "1"), "report-there");
  }

  @Test
  void itIsClosedWhenNothingIsOpen() {
    var g = then(opened(), "manu", ask("r1", 1, "water", "500"));
    var close = new GrantDeed.Close(DAY, "done");
    refused(g, "ada", close, "open-requests");
    g = then(then(g, "ada", new GrantDeed.Approve("r1")), "finn", pay("r1"));
    refused(g, "ada", close, "open-money");
    g = then(g, "wanda", spent("s1", "water", "dig", "450"));
    refused(g, "ada", close, "open-reports");
    g = then(g, "manu", new GrantDeed.Accept("s1", DAY));
    refused(g, "finn", new GrantDeed.Return("water", usd("50.01"), DAY, "bank"), "more-than-open");
    g = then(g, "finn", new GrantDeed.Return("water", usd("50"), DAY, "bank"));
    g = then(g, "ada", close);
    refused(g, "manu", ask("r2", 1, "water", "1"), "closed");
    assertThat(then(g, "ana", new GrantDeed.Audit("in order", List.of())).findings())
        .containsExactly("in order");
  }

  @Test
  void whatCannotBeTakenIsToldAllAtOnce() {
    var bad =
        new GrantPlan(
            LocalizedText.EMPTY,
            null,
            null,
            null,
            "USD",
            List.of(new Partner("a b", "", null, null)),
            List.of(new Line("x", "nobody", "X", usd("10"))),
            List.of(new Tranche(usd("9"), Set.of(), 0, 101)),
            LocalDate.parse("2026-02-01"),
            LocalDate.parse("2026-01-01"));
    assertThat(paths(GrantRules.open("g", "f", bad, DAY, by("manu", Duty.MANAGER))))
        .containsExactly("title", "until", "partner", "partner", "line", "tranche");
    var unequal =
        new GrantPlan(
            LocalizedText.of("en", "Wells"),
            null,
            null,
            null,
            "USD",
            List.of(new Partner("a", "A", null, null)),
            List.of(new Line("x", "a", "X", usd("10"))),
            List.of(new Tranche(usd("9"), Set.of(), 0, 0)),
            DAY,
            DAY);
    assertThat(paths(GrantRules.open("g", "f", unequal, DAY, by("manu", Duty.MANAGER))))
        .containsExactly("tranches");
    assertThat(paths(GrantRules.decide(opened(), ask("R 1", 1, "water", "-1"), by("m"))))
        .containsExactly("id", "amount");
  }

  private static List<String> paths(GrantOutcome outcome) {
    return ((Faulty) outcome).faults().stream().map(Note::path).toList();
  }

  private static List<String> posted(Grant before, GrantEvent event) {
    return GrantPostings.of(before, event, "finn", "key").map(Posting::entries).stream()
        .flatMap(List::stream)
        .map(GrantRulesTest::told)
        .toList();
  }

  private static String told(Entry entry) {
    return entry.account().kind()
        + " "
        + entry.account().scope().partner()
        + " "
        + entry.amount().amount().toPlainString();
  }

  @Test
  void whatAPartnerSpentOfItsOwnIsOwedToItAndPaidFirst() {
    var g = paid(opened(), "r1", 1, "water", "100");
    var told = then(g, "wanda", spent("s1", "water", "dig", "130"));
    // 100 were advanced, so 30 are owed.
    assertThat(posted(told, new GrantEvent.Accepted("s1", DAY)))
        .containsExactly("expense water 130.00", "advance water -100.00", "payable water -30.00");
    var owed = then(told, "manu", new GrantDeed.Accept("s1", DAY));
    assertThat(owed.open("water")).isEqualTo(usd("-30"));
    refused(owed, "ada", new GrantDeed.Close(DAY, "done"), "open-money");
    var asked = then(owed, "manu", ask("r2", 1, "water", "50"));
    assertThat(posted(asked, new GrantEvent.Paid("r2", DAY, "bank")))
        .containsExactly(
            "payable water 30.00",
            "advance water 20.00",
            "cash  -50.00",
            "commitment  -50.00",
            "memorandum  50.00");
  }
}
