package org.bandung.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.bandung.kernel.Reader;
import org.bandung.registry.InitiativePage;

/// Counts the tags of lists, and remembers the counts until the index changes.
final class CountedTags {

  private static final int LISTS = 400;

  private record Key(long version, Reader reader, InitiativePage.Narrowing narrowing) {}

  private final Map<Key, Map<String, Long>> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Map<String, Long>> eldest) {
          return size() > LISTS;
        }
      };

  /// How many initiatives of a list carry each tag, some hidden ones left out.
  Map<String, Long> tags(
      IndexSearcher searcher, Reader reader, InitiativePage.Narrowing narrowing, Set<String> hidden)
      throws IOException {
    var all = all(searcher, reader, narrowing);
    if (hidden.isEmpty()) {
      return all;
    }
    var less = new HashMap<>(all);
    var gone =
        new BooleanQuery.Builder()
            .add(list(reader, narrowing), Occur.FILTER)
            .add(Queries.anyOf(Fields.ID, hidden), Occur.FILTER)
            .build();
    searcher
        .search(gone, new TagCounts())
        .tags()
        .forEach((tag, n) -> less.merge(tag, -n, Long::sum));
    return less;
  }

  private Map<String, Long> all(
      IndexSearcher searcher, Reader reader, InitiativePage.Narrowing narrowing)
      throws IOException {
    var key =
        new Key(((DirectoryReader) searcher.getIndexReader()).getVersion(), reader, narrowing);
    synchronized (remembered) {
      var known = remembered.get(key);
      if (known != null) {
        return known;
      }
    }
    var counted = Map.copyOf(searcher.search(list(reader, narrowing), new TagCounts()).tags());
    synchronized (remembered) {
      remembered.put(key, counted);
    }
    return counted;
  }

  static Query list(Reader reader, InitiativePage.Narrowing narrowing) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(Fields.KIND, IndexedRecord.INITIATIVE)), Occur.FILTER)
        .add(Queries.visible(reader, narrowing), Occur.FILTER)
        .build();
  }
}
