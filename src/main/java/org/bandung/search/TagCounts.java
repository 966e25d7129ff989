package org.bandung.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/// Counts the documents that fit, and how many of them carry each tag: exactly, whatever fits.
///
/// Hits are gathered as bits, a window of `w = 65,536` documents at a time. With `h` hits in a
/// window, `t` tags a document and [SegmentTags] of `r` rows and `s` other tags a document,
/// counting costs `h t` reads of the index where `h` is small, else `r w / 64` words and `h s`
/// numbers from memory, never more than the window has.
final class TagCounts implements CollectorManager<TagCounts.Counting, TagCounts.Counted> {

  private static final int WINDOW = 1 << 16;

  /// Up to so many hits in a window reading their tags from the index costs less than the rows.
  private static final int FEW = WINDOW / 512;

  /// @param tags tag -> documents that carry it
  record Counted(long total, Map<String, Long> tags) {}

  /// Counts by the numbers of each segment's tags; they become words when all is done.
  static final class Counting implements Collector {
    private final Map<LeafReader, int[]> segments = new LinkedHashMap<>();
    private long total;

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
      var reader = context.reader();
      var values = DocValues.getSortedSet(reader, Fields.TAGS);
      var counts = segments.computeIfAbsent(reader, r -> new int[(int) values.getValueCount()]);
      return new Leaf(reader, values, counts);
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    private final class Leaf implements LeafCollector {
      private final LeafReader reader;
      private final SortedSetDocValues values;
      private final int[] counts;
      private final long[] hits = new long[WINDOW >>> 6];
      private int first;

      Leaf(LeafReader reader, SortedSetDocValues values, int[] counts) {
        this.reader = reader;
        this.values = values;
        this.counts = counts;
      }

      @Override
      public void setScorer(Scorable scorer) {
        // counting needs no scores
      }

      @Override
      public void collect(int document) throws IOException {
        if (document - first >= WINDOW) {
          countWindow();
          first = document & -WINDOW;
        }
        hits[(document - first) >>> 6] |= 1L << document;
      }

      @Override
      public void finish() throws IOException {
        countWindow();
      }

      private void countWindow() throws IOException {
        int found = 0;
        for (long word : hits) {
          found += Long.bitCount(word);
        }
        total += found;
        if (found > FEW) {
          SegmentTags.of(reader).count(first, hits, counts);
        } else if (found > 0) {
          countFew();
        }
        Arrays.fill(hits, 0);
      }

      private void countFew() throws IOException {
        for (int word = 0; word < hits.length; word++) {
          for (long bits = hits[word]; bits != 0; bits &= bits - 1) {
            if (values.advanceExact(first + (word << 6) + Long.numberOfTrailingZeros(bits))) {
              for (int i = values.docValueCount(); i > 0; i--) {
                counts[(int) values.nextOrd()]++;
              }
            }
          }
        }
      }
    }
  }

  @Override
  public Counting newCollector() {
    return new Counting();
  }

  @Override
  public Counted reduce(Collection<Counting> parts) {
    var segments = new LinkedHashMap<LeafReader, int[]>();
    long total = 0;
    for (var part : parts) {
      total += part.total;
      part.segments.forEach((reader, counts) -> segments.merge(reader, counts, TagCounts::sum));
    }
    int most = segments.values().stream().mapToInt(c -> c.length).max().orElse(0);
    var tags = HashMap.<String, Long>newHashMap(most);
    segments.forEach((reader, counts) -> {
      var words = SegmentTags.of(reader).words();
      for (int tag = 0; tag < words.length; tag++) {
        if (counts[tag] > 0) {
          tags.merge(words[tag], (long) counts[tag], Long::sum);
        }
      }
    });
    return new Counted(total, tags);
  }

  private static int[] sum(int[] some, int[] more) {
    for (int i = 0; i < some.length; i++) {
      some[i] += more[i];
    }
    return some;
  }
}
