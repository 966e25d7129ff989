package org.bandung.funds.grants;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bandung.funds.Duty;
import org.bandung.funds.grants.GrantPlan.Line;
import org.bandung.funds.grants.GrantPlan.Partner;
import org.bandung.funds.grants.GrantPlan.Tranche;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// A grant of 1,000 to two partners, in two parts: 600 at once, 400 when the wells are dug, a
/// report is accepted and half of the money is accounted for.
public final class GrantSamples {

  static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private GrantSamples() {}

  public static GrantPlan plan(@Nullable String bodyOfWater) {
    return new GrantPlan(
        LocalizedText.of("en", "Wells"),
        null,
        null,
        null,
        "USD",
        List.of(
            new Partner("water", "Ministry of Water", bodyOfWater, "QMM"),
            new Partner("school", "School of Osmara", null, "QOO")),
        List.of(
            new Line("dig", "water", "Digging", usd("700")),
            new Line("teach", "school", "Teaching", usd("300"))),
        List.of(
            new Tranche(usd("600"), Set.of(), 0, 0),
            new Tranche(usd("400"), Set.of("wells are dug"), 1, 50)),
        LocalDate.parse("2026-01-01"),
        LocalDate.parse("2027-12-31"));
  }

  static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  static GrantRules.Acting by(String person, Duty... duties) {
    var set = EnumSet.noneOf(Duty.class);
    set.addAll(List.of(duties));
    return new GrantRules.Acting("fund body", person, NOON, set, Set.of());
  }

  static Grant opened() {
    return done(GrantRules.open("g1", "f1", plan(null), DAY, by("manu", Duty.MANAGER)));
  }

  static GrantDeed.Request ask(String id, int tranche, String partner, String amount) {
    return new GrantDeed.Request(id, tranche, partner, usd(amount), "as agreed");
  }

  static GrantDeed.Pay pay(String id) {
    return new GrantDeed.Pay(id, DAY, "bank " + id);
  }

  static GrantDeed.Report spent(String id, String partner, String line, String amount) {
    return new GrantDeed.Report(
        id,
        new GrantReport(
            partner,
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-06-30"),
            List.of(new GrantReport.Spent(line, usd(amount))),
            "Dug and taught.",
            List.of("receipts")));
  }

  static Grant then(Grant g, String person, GrantDeed deed) {
    return done(GrantRules.decide(g, deed, by(person, Duty.values())));
  }

  /// Asked by Manu, agreed to by Ada, paid by Finn.
  static Grant paid(Grant g, String id, int tranche, String partner, String amount) {
    var asked = then(g, "manu", ask(id, tranche, partner, amount));
    return then(then(asked, "ada", new GrantDeed.Approve(id)), "finn", pay(id));
  }

  /// Told by Wanda, accepted by Manu.
  static Grant accounted(Grant g, String id, String partner, String line, String amount) {
    var told = then(g, "wanda", spent(id, partner, line, amount));
    return then(told, "manu", new GrantDeed.Accept(id, DAY));
  }

  static Grant done(GrantOutcome outcome) {
    if (outcome instanceof GrantOutcome.Done done) {
      return done.after();
    }
    throw new AssertionError(outcome.toString());
  }
}
