package org.bandung.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bandung.access.Reader;
import org.bandung.store.ChangeLog;

/// Remembers facets of the lists asked for most, until anything changes.
final class FacetCache {

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
  private long heldAt = -1;

  FacetCache(ChangeLog changes, InitiativeQueries queries) {
    this.changes = changes;
    this.queries = queries;
  }

  Facets get(Reader reader, InitiativeFilter filter) {
    long now = changes.lastSeq();
    var key = new Key(reader, filter);
    synchronized (held) {
      if (heldAt != now) {
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
      if (heldAt == now) {
        held.put(key, fresh);
      }
    }
    return fresh;
  }
}
