package org.bandung.funds.ledger;

import org.bandung.store.Database;

/// A ledger for tests of other packages.
public final class TestLedger {

  private TestLedger() {}

  public static Ledger of(Database database) {
    return new Ledger(database);
  }
}
