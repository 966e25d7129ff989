package org.bandung.funds.loans;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bandung.funds.ledger.Money;

/// What a change does to a debt, seen on the day it takes effect.
///
/// `reduction = 1 − after / before`, both present values of all payments after that day, what is
/// paid on it and what a swap puts in place of debt included.
///
/// @param change what was agreed
/// @param discount per cent a year at which it was valued
/// @param before present value of what was due
/// @param after present value of what is due then
/// @param owedBefore principal
/// @param owedAfter principal
/// @param schedule what is due then
/// @param instead what a swap has the debtor pay at home
public record Relief(
    DebtChange change,
    BigDecimal discount,
    Money before,
    Money after,
    Money owedBefore,
    Money owedAfter,
    Schedule schedule,
    List<PresentValue.Flow> instead) {

  public Relief {
    instead = List.copyOf(instead);
  }

  /// The part of the present value that is given up; below zero if the debt is worth more than
  /// before. Zero where nothing was due.
  public double reduction() {
    return before.signum() == 0
        ? 0
        : 1 - after.amount().doubleValue() / before.amount().doubleValue();
  }

  /// What a change brings about.
  ///
  /// @throws IllegalArgumentException if the debt is not there to be changed on that day
  public static Relief of(Schedule debt, DebtChange change, BigDecimal discount) {
    var day = change.day();
    if (debt.movements().stream().anyMatch(m -> m.day().isAfter(day))) {
      throw new IllegalArgumentException("a debt is changed as it stands, not as it will be drawn");
    }
    var owed = debt.owedOn(day);
    var before = PresentValue.of(debt, discount, day);
    return switch (change) {
      case DebtChange.Forgiven(var on, var amount) -> {
        var left = debt.forgiving(on, amount);
        yield new Relief(
            change,
            discount,
            before,
            PresentValue.of(left, discount, day),
            owed,
            left.owedOn(day),
            left,
            List.of());
      }
      case DebtChange.Swapped(var on, var amount, var instead) -> {
        var left = debt.forgiving(on, amount);
        var zero = Money.zero(amount.currency());
        yield new Relief(
            change,
            discount,
            before,
            PresentValue.of(left, discount, day)
                .plus(PresentValue.of(instead, discount, day, zero)),
            owed,
            left.owedOn(day),
            left,
            instead);
      }
      case DebtChange.Rescheduled r -> rescheduled(debt, r, discount, before);
    };
  }

  private static Relief rescheduled(
      Schedule debt, DebtChange.Rescheduled r, BigDecimal discount, Money before) {
    var owed = debt.owedOn(r.day());
    var accrued = debt.accruedOn(r.day());
    var principal = r.capitalised() ? owed.plus(accrued) : owed;
    if (principal.signum() <= 0) {
      throw new IllegalArgumentException("nothing is owed on " + r.day());
    }
    var old = debt.terms();
    var schedule =
        Schedule.of(
            new LoanTerms(principal, r.interest(), false, old.dayCount(), r.day(), r.repayment()));
    var value = PresentValue.of(schedule, discount, r.day());
    return new Relief(
        r,
        discount,
        before,
        r.capitalised() ? value : value.plus(accrued),
        owed,
        principal,
        schedule,
        List.of());
  }

  /// All that is paid after the change, by day.
  public List<PresentValue.Flow> flows() {
    var flows = new ArrayList<PresentValue.Flow>(instead);
    schedule.after(change.day()).forEach(p -> flows.add(new PresentValue.Flow(p.due(), p.total())));
    flows.sort(java.util.Comparator.comparing(PresentValue.Flow::day));
    return List.copyOf(flows);
  }
}
