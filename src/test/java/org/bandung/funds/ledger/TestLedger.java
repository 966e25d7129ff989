package org.bandung.funds.ledger;

import org.bandung.access.TestAudit;
import org.bandung.store.Database;

/// The ledger for tests of other modules.
public final class TestLedger {

  private TestLedger() {}

  public static Ledger of(Database database) {
    return new Ledger(database);
  }

  public static LedgerCheck check(Database database) {
    return new LedgerCheck(database, TestAudit.of(database));
  }

  public static LedgerAnchors anchors(Database database) {
    return new LedgerAnchors(database, TestAudit.of(database));
  }
}
