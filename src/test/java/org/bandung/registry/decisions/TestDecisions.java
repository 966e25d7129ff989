package org.bandung.registry.decisions;

import org.bandung.access.TestAccess;
import org.bandung.registry.Registry;
import org.bandung.store.TestDatabase;

/// Decisions for tests of others.
public final class TestDecisions {

  private TestDecisions() {}

  public static Decisions of(TestDatabase store, Registry registry, TestAccess access) {
    return new Decisions(store.database(), registry, access.mandates(), access.audit());
  }
}
