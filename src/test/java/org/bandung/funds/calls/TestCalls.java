package org.bandung.funds.calls;

import org.bandung.access.Mandates;
import org.bandung.store.Database;

/// Parts of calls for tests of other packages.
public final class TestCalls {

  private TestCalls() {}

  public static Approvals approvals(Database database, Mandates mandates) {
    return new Approvals(database, new Conflicts(mandates));
  }
}
