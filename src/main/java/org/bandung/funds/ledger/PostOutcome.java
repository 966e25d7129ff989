package org.bandung.funds.ledger;

import java.time.LocalDate;
import java.util.List;

/// What became of a posting. A refused one leaves nothing.
public sealed interface PostOutcome {

  /// It stands.
  record Posted(LedgerTransaction transaction) implements PostOutcome {}

  /// The same was posted under this key before; nothing was added.
  record AlreadyPosted(LedgerTransaction transaction) implements PostOutcome {}

  /// Another posting has this key.
  ///
  /// @param number of the transaction that has it
  record KeyUsedForAnotherPosting(long number) implements PostOutcome {}

  /// There is no such book.
  record UnknownBook(String book) implements PostOutcome {}

  /// Accounts that were not opened.
  record UnknownAccount(List<AccountName> accounts) implements PostOutcome {
    public UnknownAccount {
      accounts = List.copyOf(accounts);
    }
  }

  /// Debits less credits where they should be zero.
  ///
  /// @param money of accounts that hold money, by currency
  /// @param memorandum of pledges and commitments
  record Unbalanced(List<Money> money, List<Money> memorandum) implements PostOutcome {
    public Unbalanced {
      money = List.copyOf(money);
      memorandum = List.copyOf(memorandum);
    }
  }

  /// An account would go below its floor.
  ///
  /// @param balance what it holds now
  /// @param wouldBe what it would hold
  record BelowFloor(AccountName account, Money balance, Money wouldBe, Money floor)
      implements PostOutcome {}

  /// The day lies in a period that is closed.
  ///
  /// @param through the last day that is closed
  record PeriodClosed(LocalDate through) implements PostOutcome {}

  /// A closing of a period that is not over.
  ///
  /// @param latest the last day that can be closed now
  record PeriodNotOver(LocalDate latest) implements PostOutcome {}

  /// An account that only a posting of another nature may touch: `opening` an opening balance,
  /// `conversion` and `exchange-difference` one with a rate, in a currency of that rate.
  record WrongNature(AccountName account) implements PostOutcome {}

  /// A reversal of what is not there, cannot be reversed, or is not what the entries take back.
  record NothingToReverse(long number) implements PostOutcome {}

  /// The transaction was reversed before.
  ///
  /// @param by number of the transaction that did it
  record AlreadyReversed(long number, long by) implements PostOutcome {}
}
