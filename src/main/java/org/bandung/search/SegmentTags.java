package org.bandung.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.FixedBitSet;

/// The tags of a segment, laid out in memory for counting: read once, forgotten when the segment is
/// closed.
///
/// Of `n` documents and a tag that `f` of them carry:
/// - a *frequent* tag, `f >= n / 32`, is a row of `n` bits: `n / 8` bytes, no more than `4 f`;
/// - all other tags stand document by document as numbers: `4 f` bytes, and `4 n` for where each
///   document begins.
///
/// A million documents with 109 frequent tags, and 4.5 others each, take 14 + 4 + 18 MB.
final class SegmentTags {

  private static final int FREQUENT = 32;

  private static final Map<IndexReader.CacheKey, SegmentTags> BY_SEGMENT =
      new ConcurrentHashMap<>();

  private final String[] words;
  private final int[] frequent;
  private final long[][] rows;
  private final int[] begins;
  private final int[] others;

  /// The tags of a segment; whoever asks while they are read waits.
  static SegmentTags of(LeafReader reader) {
    var segment = reader.getCoreCacheHelper();
    if (segment == null) {
      return read(reader);
    }
    return BY_SEGMENT.computeIfAbsent(
        segment.getKey(),
        key -> {
          segment.addClosedListener(BY_SEGMENT::remove);
          return read(reader);
        });
  }

  private static SegmentTags read(LeafReader reader) {
    try {
      return new SegmentTags(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the tags of a segment", e);
    }
  }

  private SegmentTags(LeafReader reader) throws IOException {
    int documents = reader.maxDoc();
    var values = DocValues.getSortedSet(reader, Fields.TAGS);
    words = new String[(int) values.getValueCount()];
    for (int tag = 0; tag < words.length; tag++) {
      words[tag] = values.lookupOrd(tag).utf8ToString().intern(); // found at once in maps
    }
    var carriers = carriers(values);
    var row = new int[words.length];
    frequent = new int[words.length];
    int many = 0;
    int rest = 0;
    for (int tag = 0; tag < words.length; tag++) {
      if ((long) carriers[tag] * FREQUENT >= documents) {
        row[tag] = many;
        frequent[many++] = tag;
      } else {
        row[tag] = -1;
        rest += carriers[tag];
      }
    }
    rows = new long[many][FixedBitSet.bits2words(documents)];
    begins = new int[documents + 1];
    others = new int[rest];
    fill(DocValues.getSortedSet(reader, Fields.TAGS), row);
  }

  private static int[] carriers(SortedSetDocValues values) throws IOException {
    var carriers = new int[(int) values.getValueCount()];
    while (values.nextDoc() != SortedSetDocValues.NO_MORE_DOCS) {
      for (int i = values.docValueCount(); i > 0; i--) {
        carriers[(int) values.nextOrd()]++;
      }
    }
    return carriers;
  }

  private void fill(SortedSetDocValues values, int[] row) throws IOException {
    int written = 0;
    for (int document = 0; document < begins.length - 1; document++) {
      begins[document] = written;
      int carried = values.advanceExact(document) ? values.docValueCount() : 0;
      for (int i = 0; i < carried; i++) {
        int tag = (int) values.nextOrd();
        if (row[tag] < 0) {
          others[written++] = tag;
        } else {
          rows[row[tag]][document >>> 6] |= 1L << document;
        }
      }
    }
    begins[begins.length - 1] = written;
  }

  /// The tags as words, by their numbers.
  String[] words() {
    return words;
  }

  /// Adds to `counts` how many of some documents carry each tag.
  ///
  /// @param first the first document of `hits`, a multiple of 64
  /// @param hits a bit for each document
  void count(int first, long[] hits, int[] counts) {
    int from = first >>> 6;
    for (int i = 0; i < rows.length; i++) {
      counts[frequent[i]] += both(rows[i], from, hits);
    }
    for (int word = 0; word < hits.length; word++) {
      for (long bits = hits[word]; bits != 0; bits &= bits - 1) {
        int document = first + (word << 6) + Long.numberOfTrailingZeros(bits);
        for (int i = begins[document]; i < begins[document + 1]; i++) {
          counts[others[i]]++;
        }
      }
    }
  }

  /// `|row ∩ hits|`, a loop that the compiler turns into vectors.
  private static int both(long[] row, int from, long[] hits) {
    int words = Math.min(hits.length, row.length - from);
    int both = 0;
    for (int i = 0; i < words; i++) {
      both += Long.bitCount(row[from + i] & hits[i]);
    }
    return both;
  }
}
