package org.bandung.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.bandung.search.vectors.Nearest;

/// Puts the documents nearest in meaning among those found by words and topics.
final class Nearby {

  /// So many of each ranking are fused. What comes after them in the ranking by words keeps its
  /// order: its reciprocal rank is below that of every document fused.
  static final int PLACES = 50;

  /// Above any sum of BM25, and whole numbers up to twice as much are exact as `float`.
  private static final int ABOVE_ALL = 8_000_000;

  private static final Sort BEST =
      new Sort(SortField.FIELD_SCORE, new SortField(Fields.ID, SortField.Type.STRING));

  private Nearby() {}

  /// The documents that a query finds and those nearest to a direction, in the order of both.
  ///
  /// A query like any other, so that pages, counts and facets are of the same documents.
  ///
  /// @param found what words and topics find
  /// @param allowed what the reader may see and the filter leaves; nothing else is found, by
  ///   whichever way
  static Query among(
      IndexSearcher searcher, Query found, Query allowed, float[] direction, Nearest nearest)
      throws IOException {
    var near = near(searcher, direction, allowed, nearest);
    if (near.isEmpty()) {
      return found;
    }
    var first = ids(searcher, List.of(searcher.search(found, PLACES, BEST).scoreDocs));
    var ways = new ArrayList<Query>();
    ways.add(found);
    int place = 0;
    for (var ranked : Fusion.fuse(first, near)) {
      var one = new ConstantScoreQuery(new TermQuery(new Term(Fields.ID, ranked.id())));
      ways.add(new BoostQuery(one, ABOVE_ALL - place++));
    }
    return new BooleanQuery.Builder()
        .add(new DisjunctionMaxQuery(ways, 0), Occur.MUST)
        .add(allowed, Occur.FILTER)
        .build();
  }

  /// Equally near ones by id, so that pages stay as they are.
  private static List<String> near(
      IndexSearcher searcher, float[] direction, Query allowed, Nearest nearest)
      throws IOException {
    var found = nearest.find(searcher, direction, allowed, PLACES);
    var ids = ids(searcher, found);
    return IntStream.range(0, ids.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> -found.get(i).score).thenComparing(ids::get))
        .map(ids::get)
        .toList();
  }

  private static List<String> ids(IndexSearcher searcher, List<ScoreDoc> found) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var ids = new ArrayList<String>(found.size());
    for (var one : found) {
      var leaf = leaves.get(ReaderUtil.subIndex(one.doc, leaves));
      var values = DocValues.getSorted(leaf.reader(), Fields.ID);
      ids.add(
          values.advanceExact(one.doc - leaf.docBase)
              ? values.lookupOrd(values.ordValue()).utf8ToString()
              : "");
    }
    return ids;
  }
}
