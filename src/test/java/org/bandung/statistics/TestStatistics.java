package org.bandung.statistics;

import java.util.Optional;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.ReferenceSettings;
import org.bandung.reference.money.Rates;
import org.bandung.registry.Registry;
import org.bandung.statistics.counting.Figures;
import org.bandung.statistics.doubts.Ties;
import org.bandung.statistics.doubts.UnsurePairs;
import org.bandung.statistics.facts.FactKeeper;
import org.bandung.store.TestDatabase;

/// Figures of the invented world for tests of what stands above them.
public final class TestStatistics {

  private TestStatistics() {}

  public static Statistics of(TestDatabase store, Registry registry) {
    return of(store, registry, () -> Ties.NONE);
  }

  /// @param pairs what may be one
  public static Statistics of(TestDatabase store, Registry registry, UnsurePairs pairs) {
    var reference = InventedWorld.reference();
    var facts = new FactKeeper(registry, reference, store.changes(), store.database());
    var rates =
        new Rates(
            store.database(), store.changes(), new ReferenceSettings(Optional.empty(), "test"));
    return new Statistics(new Figures(facts, reference, rates, pairs), facts, reference, registry);
  }
}
