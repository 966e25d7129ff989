package org.bandung.registry;

import java.nio.file.Path;
import org.bandung.parties.Parties;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.Reference;
import org.bandung.store.TestDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// A registry of the invented world for tests of what stands above it.
public final class TestRegistry {

  private TestRegistry() {}

  public static Registry of(TestDatabase store) {
    return of(store, InventedWorld.reference());
  }

  /// The same with other reference data.
  public static Registry of(TestDatabase store, Reference reference) {
    return of(store, reference, InventedWorld.folder("parties-world"));
  }

  /// The same with another directory of organisations.
  public static Registry of(TestDatabase store, Reference reference, Path directory) {
    var parties = Parties.load(directory, store.database(), store.changes(), reference);
    return new Registry(
        store.database(),
        store.changes(),
        reference,
        parties,
        new FacetCache(
            store.changes(),
            store.database(),
            reference,
            new StaticListableBeanFactory().getBeanProvider(TagCounter.class)));
  }
}
