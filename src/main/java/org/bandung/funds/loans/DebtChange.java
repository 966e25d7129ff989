package org.bandung.funds.loans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.bandung.funds.ledger.Money;

/// What creditor and debtor agree to change of a debt. The words are stored and never change.
public sealed interface DebtChange {

  /// The day it takes effect.
  LocalDate day();

  /// It is paid back on other terms, which begin on that day.
  ///
  /// @param capitalised whether interest for the days since the last payment becomes principal;
  ///   otherwise it is paid on that day
  record Rescheduled(
      LocalDate day, LoanTerms.Repayment repayment, BigDecimal interest, boolean capitalised)
      implements DebtChange {}

  /// Principal that need not be paid back.
  record Forgiven(LocalDate day, Money amount) implements DebtChange {}

  /// Debt for development: principal is written off, and the debtor pays into a project at home
  /// instead.
  ///
  /// @param amount of principal that is written off
  /// @param instead what the debtor pays, in the currency of the loan, at the rate agreed
  record Swapped(LocalDate day, Money amount, List<PresentValue.Flow> instead)
      implements DebtChange {
    public Swapped {
      instead = List.copyOf(instead);
    }
  }
}
