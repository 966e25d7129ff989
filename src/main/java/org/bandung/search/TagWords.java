package org.bandung.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;

/// The tags of a segment as words, by their numbers there: read once, since every count of a list
/// turns thousands of them into words. Forgotten when the segment is closed.
final class TagWords {

  private static final Map<IndexReader.CacheKey, String[]> BY_SEGMENT = new ConcurrentHashMap<>();

  private TagWords() {}

  static String[] of(LeafReaderContext context, SortedSetDocValues values) throws IOException {
    var segment = context.reader().getCoreCacheHelper();
    if (segment == null) {
      return read(values);
    }
    var known = BY_SEGMENT.get(segment.getKey());
    if (known == null) {
      known = read(values);
      if (BY_SEGMENT.putIfAbsent(segment.getKey(), known) == null) {
        segment.addClosedListener(BY_SEGMENT::remove);
      }
    }
    return known;
  }

  private static String[] read(SortedSetDocValues values) throws IOException {
    var words = new String[(int) values.getValueCount()];
    for (int ord = 0; ord < words.length; ord++) {
      words[ord] = values.lookupOrd(ord).utf8ToString();
    }
    return words;
  }
}
