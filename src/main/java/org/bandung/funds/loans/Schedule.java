package org.bandung.funds.loans;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bandung.funds.ledger.Money;

/// What is due on a loan, and when: interest on what is owed, from day to day, and principal.
///
/// `interest = Σ owed × rate × days / basis` over the days since the payment before, rounded once,
/// half to even, to the currency's smallest unit. Equal principal: what is owed over the payments
/// left; annuity: `owed × r / (1 − (1 + r)^−n)` a payment, `r` the rate of one period, set anew
/// when money is paid out or written off; the last payment takes what rounding left.
///
/// @param movements money paid out (above zero) and written off (below), in the order of their days
/// @param payments the first first; those on which nothing is due included
public record Schedule(LoanTerms terms, List<Movement> movements, List<Payment> payments) {

  public Schedule {
    movements = List.copyOf(movements);
    payments = List.copyOf(payments);
  }

  /// Principal that is paid out, or written off if below zero. On a day on which a payment is due
  /// it comes after the payment.
  public record Movement(LocalDate day, Money amount) {}

  /// What is due on one day.
  ///
  /// @param owed of principal after it
  public record Payment(LocalDate due, Money principal, Money interest, Money owed) {

    /// Principal and interest.
    public Money total() {
      return principal.plus(interest);
    }
  }

  /// The schedule of a loan paid out at once on its first day.
  public static Schedule of(LoanTerms terms) {
    return of(terms, List.of(new Movement(terms.start(), terms.commitment())));
  }

  /// The schedule of a line of credit as it was drawn.
  ///
  /// @throws IllegalArgumentException if more is drawn than was agreed, more is written off than is
  ///   owed, or something moves before the start or from maturity on
  public static Schedule of(LoanTerms terms, List<Movement> movements) {
    var ordered = new ArrayList<>(movements);
    ordered.sort(Comparator.comparing(Movement::day));
    var drawn = Money.zero(terms.commitment().currency());
    for (var m : ordered) {
      if (m.day().isBefore(terms.start()) || !m.day().isBefore(terms.maturity())) {
        throw new IllegalArgumentException("nothing moves on " + m.day());
      }
      drawn = m.amount().signum() > 0 ? drawn.plus(m.amount()) : drawn;
    }
    if (drawn.compareTo(terms.commitment()) > 0) {
      throw new IllegalArgumentException(drawn + " drawn of " + terms.commitment());
    }
    return new Run(terms, ordered).schedule();
  }

  /// What is owed of principal at the end of a day, payments of that day being made.
  public Money owedOn(LocalDate day) {
    var owed = Money.zero(terms.commitment().currency());
    for (var m : movements) {
      owed = m.day().isAfter(day) ? owed : owed.plus(m.amount());
    }
    for (var p : payments) {
      owed = p.due().isAfter(day) ? owed : owed.minus(p.principal());
    }
    return owed;
  }

  /// What falls due after a day.
  public List<Payment> after(LocalDate day) {
    return payments.stream().filter(p -> p.due().isAfter(day)).toList();
  }

  /// The same loan with principal written off on a day; payments until then stay.
  ///
  /// @throws IllegalArgumentException if less is owed
  public Schedule forgiving(LocalDate day, Money amount) {
    if (amount.signum() <= 0 || amount.compareTo(owedOn(day)) > 0) {
      throw new IllegalArgumentException(amount + " of " + owedOn(day));
    }
    var more = new ArrayList<>(movements);
    more.add(new Movement(day, amount.negated()));
    return of(terms, more);
  }

  /// Interest for the days since the last payment, until a day.
  public Money accruedOn(LocalDate day) {
    var last =
        payments.stream()
            .map(Payment::due)
            .filter(d -> !d.isAfter(day))
            .max(Comparator.naturalOrder())
            .orElse(terms.start());
    return last.isBefore(day)
        ? new Run(terms, movements).interest(last, owedOn(last), day)
        : Money.zero(terms.commitment().currency());
  }

  /// One pass over the payments.
  private static final class Run {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    private final LoanTerms terms;
    private final List<Movement> movements;
    private final int scale;
    private final int count;
    private Money owed;
    private BigDecimal level = BigDecimal.ZERO;

    Run(LoanTerms terms, List<Movement> movements) {
      this.terms = terms;
      this.movements = movements;
      this.scale = Money.scale(terms.commitment().currency());
      this.count = terms.repayment().payments();
      this.owed = Money.zero(terms.commitment().currency());
    }

    Schedule schedule() {
      var payments = new ArrayList<Payment>();
      boolean moved = moved(terms.start(), terms.start());
      for (int k = 1; k <= count; k++) {
        var before = terms.due(k - 1);
        var due = terms.due(k);
        var interest = interest(before, owed, due);
        moved |= moved(before.plusDays(1), due.minusDays(1));
        if (moved || k == terms.repayment().firstRepayment()) {
          level = level(count - k + 1);
        }
        var principal = principal(k, interest);
        owed = owed.minus(principal);
        payments.add(new Payment(due, principal, interest, owed));
        moved = moved(due, due);
      }
      return new Schedule(terms, movements, payments);
    }

    /// Moves what moves on these days; whether anything did.
    private boolean moved(LocalDate from, LocalDate to) {
      boolean any = false;
      for (var m : movements) {
        if (!m.day().isBefore(from) && !m.day().isAfter(to)) {
          owed = owed.plus(m.amount());
          any = true;
        }
      }
      if (owed.signum() < 0) {
        throw new IllegalArgumentException("more is written off than is owed by " + to);
      }
      return any;
    }

    /// @param standing owed after the payment of `from` and what moved on that day
    Money interest(LocalDate from, Money standing, LocalDate to) {
      var counted = from;
      var free = terms.due(terms.repayment().firstRepayment());
      if (terms.graceIsFree() && counted.isBefore(free)) {
        counted = free.isBefore(to) ? free : to;
      }
      var parts = BigDecimal.ZERO;
      var at = counted;
      var sum = standing.amount();
      for (var m : movements) {
        if (m.day().isAfter(from) && m.day().isBefore(to)) {
          if (m.day().isAfter(at)) {
            parts = parts.add(sum.multiply(BigDecimal.valueOf(days(at, m.day()))));
            at = m.day();
          }
          sum = sum.add(m.amount().amount());
        }
      }
      parts = parts.add(sum.multiply(BigDecimal.valueOf(days(at, to))));
      long basis = terms.dayCount().between(from, to, terms.maturity()).basis();
      return new Money(
          parts
              .multiply(terms.interest())
              .divide(BigDecimal.valueOf(100 * basis), scale, RoundingMode.HALF_EVEN),
          owed.currency());
    }

    private long days(LocalDate from, LocalDate to) {
      return terms.dayCount().between(from, to, terms.maturity()).days();
    }

    private Money principal(int k, Money interest) {
      int left = count - k + 1;
      if (k < terms.repayment().firstRepayment() && left > 1) {
        return Money.zero(owed.currency());
      }
      if (left == 1) {
        return owed;
      }
      return switch (terms.repayment().profile()) {
        case BULLET -> Money.zero(owed.currency());
        case EQUAL_PRINCIPAL ->
            new Money(
                owed.amount().divide(BigDecimal.valueOf(left), scale, RoundingMode.HALF_EVEN),
                owed.currency());
        case ANNUITY ->
            new Money(
                level.subtract(interest.amount()).max(BigDecimal.ZERO).min(owed.amount()),
                owed.currency());
      };
    }

    /// The equal sum of payments that are left.
    private BigDecimal level(int left) {
      var r =
          terms
              .interest()
              .divide(BigDecimal.valueOf(100L * terms.repayment().paymentsPerYear()), EXACT);
      var sum =
          r.signum() == 0
              ? owed.amount().divide(BigDecimal.valueOf(left), EXACT)
              : owed.amount()
                  .multiply(r)
                  .divide(
                      BigDecimal.ONE.subtract(
                          BigDecimal.ONE.divide(BigDecimal.ONE.add(r).pow(left, EXACT), EXACT)),
                      EXACT);
      return sum.setScale(scale, RoundingMode.HALF_EVEN);
    }
  }
}
