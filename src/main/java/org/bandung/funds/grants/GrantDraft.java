package org.bandung.funds.grants;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bandung.funds.calls.Approvals.Approved;
import org.bandung.funds.grants.GrantPlan.Line;
import org.bandung.funds.grants.GrantPlan.Partner;
import org.bandung.funds.grants.GrantPlan.Tranche;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// What an approved proposal is as a grant, so that nothing is typed again: its partners, the lines
/// that the fund pays, and one tranche of all, which the manager divides.
final class GrantDraft {

  private static final int YEAR = 12;

  private GrantDraft() {}

  /// @param from first day on which money can be spent; the last follows from the months proposed,
  ///   a year where none are
  /// @param bodyOf the body of this node that a party is; null if it is none
  static GrantPlan of(
      Approved approved, LocalDate from, Function<String, @Nullable String> bodyOf) {
    var form = approved.form();
    var partners = new ArrayList<Partner>();
    for (var partner : form.partners()) {
      partners.add(
          new Partner(
              id("p", partners.size()),
              partner.name(),
              partner.party().isEmpty() ? null : bodyOf.apply(partner.party()),
              partner.country().isEmpty() ? null : partner.country()));
    }
    var keys = form.partners().stream().map(p -> p.key()).toList();
    var lines = new ArrayList<Line>();
    for (var line : form.budget()) {
      if (line.requested().signum() > 0) {
        lines.add(
            new Line(
                id("l", lines.size()),
                id("p", keys.indexOf(line.partner())),
                line.text().isBlank() ? line.category() : line.text(),
                Money.of(line.requested().toPlainString(), form.currency())));
      }
    }
    var total = lines.stream().map(Line::amount).reduce(Money::plus);
    int months = form.months() > 0 ? form.months() : YEAR;
    return new GrantPlan(
        LocalizedText.of(form.language(), form.title()),
        approved.id(),
        approved.organisation(),
        form.window(),
        form.currency(),
        partners,
        lines,
        total.map(all -> new Tranche(all, Set.of(), 0, 0)).map(List::of).orElse(List.of()),
        from,
        from.plusMonths(months).minusDays(1));
  }

  private static String id(String letter, int index) {
    return letter + (index + 1);
  }

  /// Whether a plan stays within what was approved: same fund, window and currency, no partner that
  /// the board did not see, each with the body it is, and for none of them more money.
  ///
  /// @param draft the grant that the proposal as it was approved would be
  static boolean within(GrantPlan plan, String fund, Approved approved, GrantPlan draft) {
    var form = approved.form();
    var seen = byPartner(draft);
    return approved.fund().equals(fund)
        && form.currency().equals(plan.currency())
        && java.util.Objects.equals(form.window(), plan.window())
        && approved.organisation().equals(plan.organisation())
        && byPartner(plan).entrySet().stream()
            .allMatch(e ->
                seen.containsKey(e.getKey())
                    && e.getValue().compareTo(seen.getOrDefault(e.getKey(), e.getValue())) <= 0);
  }

  private static Map<Known, Money> byPartner(GrantPlan plan) {
    var sums = new HashMap<Known, Money>();
    for (var partner : plan.partners()) {
      var known = new Known(partner.name(), partner.country(), partner.body());
      sums.merge(known, plan.total(partner.id()), Money::plus);
    }
    return sums;
  }

  /// What makes a partner the same in a proposal and in a grant.
  private record Known(String name, @Nullable String country, @Nullable String body) {}
}
