package org.bandung.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bandung.kernel.Reader;
import org.bandung.reference.Reference;
import org.bandung.store.ChangeFollower;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Remembers facets and flows of the lists asked for most, until anything changes; it follows the
/// changes, so that the first reader after them need not wait.
@Component
final class FacetCache implements ChangeFollower {

  private static final int LISTS = 200;
  private static final int MAPS = 40;
  private static final int LARGEST_MAP = 500;

  private record Key(Reader reader, InitiativeFilter filter, int limit) {}

  private final ChangeLog changes;
  private final InitiativeQueries queries;
  private final TieQueries ties;
  private final ObjectProvider<TagCounter> counter;
  private final Held<Facets> facets = new Held<>(LISTS);
  private final Held<CountryTies.Flows> flows = new Held<>(MAPS);

  /// @param counter asked for late: it is a reading of these facts
  FacetCache(
      ChangeLog changes,
      Database database,
      Reference reference,
      ObjectProvider<TagCounter> counter) {
    this.changes = changes;
    this.counter = counter;
    this.queries = new InitiativeQueries(database, reference);
    this.ties = new TieQueries(database, queries);
  }

  @Override
  public String name() {
    return "registry.facets";
  }

  @Override
  public void follow(List<ChangeLog.Change> changed) {
    get(Reader.PUBLIC, InitiativeFilter.ALL);
  }

  Facets get(Reader reader, InitiativeFilter filter) {
    return facets.get(
        changes.state(),
        new Key(reader, filter, 0),
        () -> elsewhere(reader, filter).orElseGet(() -> queries.counted(reader, filter).facets()));
  }

  /// Words of titles are compared in the facts only.
  private Optional<Facets> elsewhere(Reader reader, InitiativeFilter filter) {
    var faster = counter.getIfAvailable();
    return faster == null || filter.words().isPresent()
        ? Optional.empty()
        : faster
            .count(reader, queries.narrowing(filter))
            .map(counted -> Registry.facets(counted.total(), counted.tags()));
  }

  CountryTies.Flows flows(Reader reader, InitiativeFilter filter, int limit) {
    if (limit > LARGEST_MAP) {
      return ties.flows(reader, filter, limit); // somebody's download; too much to be kept
    }
    return flows.get(
        changes.state(), new Key(reader, filter, limit), () -> ties.flows(reader, filter, limit));
  }

  /// What was read in one state of the facts; the least used goes first.
  private static final class Held<V> {

    private final Map<Key, V> values;
    private String state = "";

    Held(int most) {
      this.values =
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, V> eldest) {
              return size() > most;
            }
          };
    }

    /// @param now the state of the facts, asked for before they are read
    V get(String now, Key key, Supplier<V> read) {
      synchronized (this) {
        if (!state.equals(now)) {
          values.clear();
          state = now;
        }
        var known = values.get(key);
        if (known != null) {
          return known;
        }
      }
      var fresh = read.get();
      synchronized (this) {
        if (state.equals(now)) {
          values.put(key, fresh);
        }
      }
      return fresh;
    }
  }
}
