package org.bandung.funds.loans;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.loans.Loan;

/// What a loan or a line of credit was agreed at.
///
/// @param commitment the most that is paid out, above zero
/// @param interest per cent a year, not below zero; zero for an interest-free loan
/// @param graceIsFree whether no interest is due for the time until the grace period ends
/// @param start the day from which months are counted
public record LoanTerms(
    Money commitment,
    BigDecimal interest,
    boolean graceIsFree,
    DayCount dayCount,
    LocalDate start,
    Repayment repayment) {

  private static final int YEAR = 12;
  private static final int LONGEST = 100 * YEAR;

  public LoanTerms {
    if (commitment.signum() <= 0
        || interest.signum() < 0
        || interest.compareTo(BigDecimal.valueOf(1000)) > 0
        || interest.scale() > 12) {
      throw new IllegalArgumentException("no terms of a loan: " + commitment + " at " + interest);
    }
  }

  /// When what is paid back.
  ///
  /// @param graceMonths until the first repayment of principal falls due, as IMF and OECD count it
  /// @param maturityMonths until the last
  /// @param paymentsPerYear 1, 2, 4 or 12
  public record Repayment(
      int graceMonths, int maturityMonths, int paymentsPerYear, Loan.Profile profile) {

    public Repayment {
      if (paymentsPerYear < 1
          || YEAR % paymentsPerYear != 0
          || maturityMonths < 1
          || maturityMonths > LONGEST
          || graceMonths < 0
          || graceMonths > maturityMonths
          || maturityMonths % (YEAR / paymentsPerYear) != 0) {
        throw new IllegalArgumentException(
            "payments do not fit: " + maturityMonths + " months, " + paymentsPerYear + " a year");
      }
    }

    int step() {
      return YEAR / paymentsPerYear;
    }

    /// How many times something is paid.
    public int payments() {
      return maturityMonths / step();
    }

    /// The number of the first payment that pays principal back.
    int firstRepayment() {
      return Math.max(1, graceMonths / step());
    }
  }

  /// The day of a payment, counted from the start, so that the 31st does not wander.
  LocalDate due(int payment) {
    return start.plusMonths((long) payment * repayment.step());
  }

  public LocalDate maturity() {
    return due(repayment.payments());
  }

  /// The terms as they are reported of initiatives.
  public Loan.Terms reported() {
    return new Loan.Terms(
        new ReportedAmount(commitment.amount(), commitment.code()),
        interest,
        repayment.graceMonths(),
        repayment.maturityMonths(),
        repayment.paymentsPerYear(),
        repayment.profile(),
        false);
  }
}
