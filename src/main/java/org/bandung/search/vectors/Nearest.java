package org.bandung.search.vectors;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.HitQueue;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/// The documents of the index that lie nearest to a direction.
///
/// Up to [#EXACT] documents every one that may be seen is compared; above it a graph (HNSW) is
/// followed, which may miss one in a while.
public final class Nearest {

  /// So many, of 384 numbers, are compared one by one within some 70 ms of one processor.
  public static final int EXACT = 300_000;

  /// Segments below some 100,000 documents get no graph: `n < ln(n) · this`. They are compared one
  /// by one anyway, and a graph would be made anew with every merge.
  private static final int NO_GRAPH_BELOW = 8_700;

  /// So many are kept while a graph is followed: the more, the fewer are missed.
  private static final int FOLLOWED = 200;

  private static final double HALF_RANGE_OF_BYTES = 1 << 15;

  /// The encoder is part of the field's name: directions of another one are never compared.
  private final String field;

  private final double least;

  /// @param encoder the fingerprint of it
  /// @param least the least cosine of what is near
  public Nearest(String encoder, double least) {
    this.field = "vector_" + encoder;
    this.least = least;
  }

  /// A document's direction, as the index keeps it.
  public Field field(float[] unit) {
    return new KnnByteVectorField(field, Int8.of(unit), VectorSimilarityFunction.DOT_PRODUCT);
  }

  /// Lucene's own codec, but for graphs, which only large segments get. Any reader can read it.
  public static Codec codec() {
    return codec(NO_GRAPH_BELOW);
  }

  static Codec codec(int noGraphBelow) {
    var large =
        new Lucene99HnswVectorsFormat(
            Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
            Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
            Lucene99HnswVectorsFormat.DEFAULT_NUM_MERGE_WORKER,
            null,
            noGraphBelow);
    return new Lucene104Codec() {
      @Override
      public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return large;
      }
    };
  }

  /// @param among what may be found
  /// @return documents with their cosine, the nearest first
  public List<ScoreDoc> find(IndexSearcher searcher, float[] unit, Query among, int limit)
      throws IOException {
    return find(searcher, unit, among, limit, EXACT);
  }

  List<ScoreDoc> find(IndexSearcher searcher, float[] unit, Query among, int limit, int exact)
      throws IOException {
    var target = Int8.of(unit);
    long count = 0;
    for (var leaf : searcher.getIndexReader().leaves()) {
      var values = values(leaf, target.length);
      count += values == null ? 0 : values.size();
    }
    if (count == 0) {
      return List.of();
    }
    var found =
        count <= exact
            ? searcher.search(among, new Scan(target, limit))
            : followed(searcher, target, among, limit);
    return Arrays.stream(found).filter(d -> d.score >= least).toList();
  }

  private ScoreDoc[] followed(IndexSearcher searcher, byte[] target, Query among, int limit)
      throws IOException {
    var query = new KnnByteVectorQuery(field, target, Math.max(limit, FOLLOWED), among);
    var top = searcher.search(query, limit).scoreDocs;
    for (var found : top) {
      double dot = (found.score - 0.5) * target.length * HALF_RANGE_OF_BYTES;
      found.score = Int8.cosine(dot, target.length);
    }
    return top;
  }

  /// The directions of a segment, if it has any.
  private @Nullable ByteVectorValues values(LeafReaderContext leaf, int dimensions)
      throws IOException {
    var info = leaf.reader().getFieldInfos().fieldInfo(field);
    return info == null || info.getVectorDimension() != dimensions
        ? null
        : leaf.reader().getByteVectorValues(field);
  }

  /// Compares every document that a query lets through.
  private final class Scan implements CollectorManager<Comparing, ScoreDoc[]> {
    private final int[] wide;
    private final int limit;

    Scan(byte[] target, int limit) {
      this.wide = Int8.wide(target);
      this.limit = limit;
    }

    @Override
    public Comparing newCollector() {
      return new Comparing(wide, limit);
    }

    @Override
    public ScoreDoc[] reduce(Collection<Comparing> parts) {
      return parts.stream()
          .flatMap(part -> Arrays.stream(part.best()))
          .sorted(Comparator.comparingDouble((ScoreDoc d) -> -d.score).thenComparingInt(d -> d.doc))
          .limit(limit)
          .toArray(ScoreDoc[]::new);
    }
  }

  /// The best of a part of the index.
  private final class Comparing extends SimpleCollector {
    private final int[] wide;
    private final int limit;
    private final HitQueue best;
    private int base;
    private @Nullable ByteVectorValues values;
    private ByteVectorValues.@Nullable DocIndexIterator documents;

    Comparing(int[] wide, int limit) {
      this.wide = wide;
      this.limit = limit;
      this.best = new HitQueue(limit, false);
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      base = leaf.docBase;
      values = values(leaf, wide.length);
      documents = values == null ? null : values.iterator();
    }

    @Override
    public void collect(int document) throws IOException {
      if (values == null || documents == null) {
        return;
      }
      if (documents.docID() < document) {
        documents.advance(document);
      }
      if (documents.docID() == document) {
        int dot = Int8.dot(wide, values.vectorValue(documents.index()));
        if (best.size() < limit || best.top().score < dot) {
          best.insertWithOverflow(new ScoreDoc(base + document, dot));
        }
      }
    }

    ScoreDoc[] best() {
      var all = new ScoreDoc[best.size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = best.pop();
        all[i].score = Int8.cosine(all[i].score, wide.length);
      }
      return all;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
