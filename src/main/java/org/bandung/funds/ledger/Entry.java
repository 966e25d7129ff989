package org.bandung.funds.ledger;

/// A line of a transaction.
///
/// @param amount above zero for a debit, below for a credit; never zero, at most 10^15, in the
///   currency of the account
public record Entry(AccountName account, Money amount) {

  public Entry {
    if (!account.currency().equals(amount.currency())) {
      throw new IllegalArgumentException(amount + " on an account of " + account.currency());
    }
    if (amount.signum() == 0) {
      throw new IllegalArgumentException("an entry of nothing on " + account);
    }
    LedgerText.inBounds(amount);
  }

  /// @param amount above zero
  public static Entry debit(AccountName account, Money amount) {
    return new Entry(account, positive(amount));
  }

  /// @param amount above zero
  public static Entry credit(AccountName account, Money amount) {
    return new Entry(account, positive(amount).negated());
  }

  /// The same on the other side.
  public Entry reversed() {
    return new Entry(account, amount.negated());
  }

  private static Money positive(Money amount) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("an amount below zero: " + amount);
    }
    return amount;
  }
}
