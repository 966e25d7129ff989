package org.bandung.funds.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An account that was opened, with what was true of its kind then.
///
/// @param id number in this database
/// @param memorandum whether it holds pledges or commitments, which never mix with money
/// @param debit whether debits add to it
/// @param floor what its balance never goes below; none if it may
/// @param hash binds all of it but the number
public record Account(
    long id,
    AccountName name,
    boolean memorandum,
    boolean debit,
    @Nullable BigDecimal floor,
    String hash) {

  /// The balance as people tell it: what was added less what was taken away.
  ///
  /// @param debits debits less credits
  Money balance(BigDecimal debits) {
    return new Money(debit ? debits : debits.negate(), name.currency());
  }

  boolean isBelowFloor(BigDecimal debits) {
    return floor != null && balance(debits).amount().compareTo(floor) < 0;
  }
}
