package org.bandung.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.kernel.Reader;
import org.bandung.reference.Reference;
import org.bandung.store.ChangeFollower;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.springframework.stereotype.Component;

/// Remembers facets of the lists asked for most, until anything changes; it follows the changes, so
/// that the first reader after them need not wait.
@Component
final class FacetCache implements ChangeFollower {

  private static final int LISTS = 200;

  private record Key(Reader reader, InitiativeFilter filter) {}

  private final ChangeLog changes;
  private final InitiativeQueries queries;
  private final Map<Key, Facets> held =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Facets> eldest) {
          return size() > LISTS;
        }
      };
  private String heldAt = "";

  FacetCache(ChangeLog changes, Database database, Reference reference) {
    this.changes = changes;
    this.queries = new InitiativeQueries(database, reference);
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
    var now = changes.state();
    var key = new Key(reader, filter);
    synchronized (held) {
      if (!heldAt.equals(now)) {
        held.clear();
        heldAt = now;
      }
      var known = held.get(key);
      if (known != null) {
        return known;
      }
    }
    var fresh = queries.counted(reader, filter).facets();
    synchronized (held) {
      if (heldAt.equals(now)) {
        held.put(key, fresh);
      }
    }
    return fresh;
  }
}
