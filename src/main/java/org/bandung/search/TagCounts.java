package org.bandung.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/// Counts the documents that fit, and how many of them carry each tag.
final class TagCounts implements CollectorManager<TagCounts.Counting, TagCounts.Counted> {

  /// @param tags tag -> documents that carry it
  record Counted(long total, Map<String, Long> tags) {}

  /// Counts by the numbers of a segment's tags, and turns them into words once it is done.
  static final class Counting implements Collector {
    private final Map<String, Long> tags = new HashMap<>();
    private long total;

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
      var values = DocValues.getSortedSet(context.reader(), Fields.TAGS);
      return new Leaf(values, TagWords.of(context, values));
    }

    private final class Leaf implements LeafCollector {
      private final SortedSetDocValues values;
      private final String[] words;
      private final int[] counts;

      Leaf(SortedSetDocValues values, String[] words) {
        this.values = values;
        this.words = words;
        this.counts = new int[(int) values.getValueCount()];
      }

      @Override
      public void setScorer(Scorable scorer) {
        // counting needs no scores
      }

      @Override
      public void collect(int document) throws IOException {
        total++;
        if (values.advanceExact(document)) {
          for (int i = values.docValueCount(); i > 0; i--) {
            counts[(int) values.nextOrd()]++;
          }
        }
      }

      @Override
      public void finish() {
        for (int ord = 0; ord < counts.length; ord++) {
          if (counts[ord] > 0) {
            tags.merge(words[ord], (long) counts[ord], Long::sum);
          }
        }
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  @Override
  public Counting newCollector() {
    return new Counting();
  }

  @Override
  public Counted reduce(Collection<Counting> parts) {
    var tags = new HashMap<String, Long>();
    long total = 0;
    for (var part : parts) {
      total += part.total;
      part.tags.forEach((tag, n) -> tags.merge(tag, n, Long::sum));
    }
    return new Counted(total, tags);
  }
}
