package org.bandung.funds.ledger;

import org.bandung.store.Database;

/// The ledger for tests of what posts to it.
public final class TestLedger {

  private TestLedger() {}

  public static Ledger of(Database database) {
    return new Ledger(database);
  }
}
