package org.bandung.funds.loans;

import java.math.BigDecimal;
import org.bandung.access.Permission;

/// What a side wants to do with a loan.
public sealed interface LoanDeed {

  /// The word of the deed, in logs and addresses.
  default String word() {
    return switch (this) {
      case Agree a -> "agree";
      case Refuse r -> "refuse";
      case State s -> "state";
      case Withdraw w -> "withdraw";
      case ProposeChange p -> "propose-change";
      case AgreeChange a -> "agree-change";
      case RefuseChange r -> "refuse-change";
    };
  }

  /// What is needed for it, in the very body for which it is done.
  default Permission needs() {
    return switch (this) {
      case Agree a -> Permission.SIGN;
      case Refuse r -> Permission.NEGOTIATE;
      case State s -> Permission.WRITE_ENTRY;
      case Withdraw w -> Permission.WRITE_ENTRY;
      case ProposeChange p -> Permission.NEGOTIATE;
      case AgreeChange a -> Permission.SIGN;
      case RefuseChange r -> Permission.NEGOTIATE;
    };
  }

  record Agree() implements LoanDeed {}

  record Refuse(String reason) implements LoanDeed {}

  record State(DebtStatements.Stated stated) implements LoanDeed {}

  /// Takes a statement of one's own back.
  ///
  /// @param statement its number, as it was shown
  record Withdraw(long statement, String reason) implements LoanDeed {}

  /// @param discount per cent a year at which it is valued
  record ProposeChange(DebtChange change, BigDecimal discount) implements LoanDeed {}

  /// @param proposal number of the event that proposed it: what was read is what is agreed
  record AgreeChange(long proposal) implements LoanDeed {}

  record RefuseChange(String reason) implements LoanDeed {}
}
