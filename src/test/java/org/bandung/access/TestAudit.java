package org.bandung.access;

import org.bandung.store.Database;

/// The log of deeds for tests of other modules.
public final class TestAudit {

  private TestAudit() {}

  public static Audit of(Database database) {
    return new Audit(database);
  }
}
