package org.bandung.funds.loans;

import java.math.BigDecimal;
import java.time.Instant;
import org.bandung.funds.ledger.Money;

/// Something that happened to a loan. The words are stored and never change.
public sealed interface LoanEvent {

  /// An event in its place, which it keeps for ever.
  record Recorded(long sequence, Instant at, String party, String person, LoanEvent event) {}

  /// One side writes down what the loan is.
  record Proposed(String id, LoanPlan plan) implements LoanEvent {}

  /// The other side stands by it.
  record Agreed() implements LoanEvent {}

  /// One side takes the proposal back, or the other does not stand by it.
  record Refused(String reason) implements LoanEvent {}

  /// A side states that something was paid; it speaks for itself only.
  record Stated(DebtStatements.Stated stated) implements LoanEvent {}

  /// A side takes a statement of its own back.
  ///
  /// @param statement sequence of the event that it takes back
  record Withdrawn(long statement, String reason) implements LoanEvent {}

  /// A side proposes to change the debt.
  ///
  /// @param discount per cent a year at which both value it
  /// @param before present value of what is due, as it was shown
  /// @param after present value of what would be due
  record ChangeProposed(DebtChange change, BigDecimal discount, Money before, Money after)
      implements LoanEvent {}

  /// The other side agrees to the change.
  record ChangeAgreed() implements LoanEvent {}

  /// The change is taken back or refused.
  record ChangeRefused(String reason) implements LoanEvent {}
}
