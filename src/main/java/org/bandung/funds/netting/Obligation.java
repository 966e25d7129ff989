package org.bandung.funds.netting;

import java.time.LocalDate;
import org.bandung.funds.ledger.Money;

/// What one participant owes another.
///
/// @param id unique in its round
/// @param amount above zero
/// @param due the day it falls due: where not all can be cleared, what is due first is
public record Obligation(String id, String debtor, String creditor, Money amount, LocalDate due) {

  /// @throws IllegalArgumentException if it is nothing, or owed to oneself
  public Obligation {
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException(id + " is not above zero");
    }
    if (debtor.equals(creditor)) {
      throw new IllegalArgumentException(debtor + " owes itself nothing");
    }
  }
}
