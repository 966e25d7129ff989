package org.bandung.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.bandung.catalogue.EntryFacet;
import org.bandung.concepts.Analyzers;
import org.bandung.kernel.Reader;
import org.bandung.registry.InitiativePage;

/// Finds evidence: documents that share words and topics with a text, scored by the share of it
/// that they cover.
///
/// `relevance = Σ BM25(t, d) boost(t) / Σ idf(t) boost(t)` over the terms asked for, words by their
/// stems in title and text, topics by name, above and by code. BM25 of a term stays below its idf,
/// so the ratio stays below 1.
final class EvidenceQueries {

  private static final int MOST_WORDS = 60;
  private static final int MOST_TOPICS = 60;

  private EvidenceQueries() {}

  static List<Evidence.Hit> find(IndexSearcher searcher, Reader reader, Evidence.Asked asked)
      throws IOException {
    var terms = new LinkedHashMap<Term, Float>();
    if (asked.byWords()) {
      int most = MOST_WORDS;
      for (var stem :
          Snippets.stems(Queries.cut(asked.text()), Analyzers.of(Fields.known(asked.language())))) {
        if (most-- > 0) {
          terms.put(new Term(Fields.title(asked.language()), stem), Boosts.of("evidence.title"));
          terms.put(new Term(Fields.text(asked.language()), stem), Boosts.of("evidence.text"));
        }
      }
    }
    if (asked.byTopics()) {
      for (var topic : asked.topics().stream().limit(MOST_TOPICS).toList()) {
        terms.put(new Term(Fields.TOPIC, topic), Boosts.of("evidence.topic"));
        terms.put(new Term(Fields.ABOVE, topic), Boosts.of("evidence.above"));
        terms.put(new Term(Fields.CODED, topic), Boosts.of("evidence.coded"));
      }
    }
    if (!holds(searcher, asked.kinds())) {
      return List.of();
    }
    var weighed = weighed(searcher, terms);
    if (weighed.bound() == 0) {
      return List.of();
    }
    var top = searcher.search(query(weighed.any(), reader, asked), asked.limit());
    return hits(searcher, top.scoreDocs, weighed.bound());
  }

  private static boolean holds(IndexSearcher searcher, Set<String> kinds) throws IOException {
    for (var kind : kinds) {
      if (searcher.getIndexReader().docFreq(new Term(Fields.KIND, kind)) > 0) {
        return true;
      }
    }
    return false;
  }

  private static Query query(Query any, Reader reader, Evidence.Asked asked) {
    var all =
        new BooleanQuery.Builder()
            .add(any, Occur.MUST)
            .add(Queries.anyOf(Fields.KIND, asked.kinds()), Occur.FILTER)
            .add(Queries.visible(reader, asked.narrowing()), Occur.FILTER);
    asked.on().ifPresent(day -> all.add(Queries.holdsOn(day), Occur.FILTER));
    if (!asked.hidden().isEmpty()) {
      all.add(Queries.anyOf(Fields.ID, keys(asked.hidden())), Occur.MUST_NOT);
    }
    return all.build();
  }

  /// An id may be that of an initiative or of an entry.
  private static List<String> keys(Set<String> ids) {
    return ids.stream()
        .flatMap(id -> Stream.of(id, IndexedNames.key(IndexedRecord.ENTRY, id)))
        .toList();
  }

  /// The terms that there are, and the most a document could score by them, from how rare each is.
  private record Weighed(Query any, double bound) {}

  /// Each term is looked up once, for its rarity and for the search.
  private static Weighed weighed(IndexSearcher searcher, Map<Term, Float> terms)
      throws IOException {
    var any = new BooleanQuery.Builder();
    double bound = 0;
    var speaking = new HashMap<String, Long>();
    for (var term : terms.entrySet()) {
      var states = TermStates.build(searcher, term.getKey(), true);
      int holding = states.docFreq();
      if (holding > 0) {
        long all = speaking.computeIfAbsent(term.getKey().field(), f -> holdingAny(searcher, f));
        bound += Math.log(1 + (all - holding + 0.5) / (holding + 0.5)) * term.getValue();
        any.add(
            new BoostQuery(new TermQuery(term.getKey(), states), term.getValue()), Occur.SHOULD);
      }
    }
    return new Weighed(any.build(), bound);
  }

  /// How many documents have a field at all. Rarity is counted among those, as BM25 counts it: of
  /// the few documents in French, not of all, or whatever is asked in French would seem rare and
  /// every answer far from it.
  private static long holdingAny(IndexSearcher searcher, String field) {
    try {
      var counts = searcher.collectionStatistics(field);
      return counts == null ? 0 : counts.docCount();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Evidence.Hit> hits(IndexSearcher searcher, ScoreDoc[] top, double bound)
      throws IOException {
    var hits = new ArrayList<Evidence.Hit>(top.length);
    var leaves = searcher.getIndexReader().leaves();
    var values = new HashMap<Integer, Leaf>();
    // Values of a segment are read forwards only, so in the order of documents.
    var inOrder = top.clone();
    java.util.Arrays.sort(inOrder, java.util.Comparator.comparingInt(d -> d.doc));
    for (var found : inOrder) {
      int ord = ReaderUtil.subIndex(found.doc, leaves);
      var leaf = values.get(ord);
      if (leaf == null) {
        leaf = Leaf.of(leaves.get(ord));
        values.put(ord, leaf);
      }
      int document = found.doc - leaves.get(ord).docBase;
      hits.add(leaf.hit(document, Math.min(1, found.score / bound)));
    }
    hits.sort(
        java.util.Comparator.comparingDouble((Evidence.Hit h) -> -h.relevance())
            .thenComparing(Evidence.Hit::id));
    return hits;
  }

  private record Leaf(
      SortedSetDocValues tags,
      org.apache.lucene.index.NumericDocValues days,
      org.apache.lucene.index.SortedDocValues ids) {

    static Leaf of(LeafReaderContext context) throws IOException {
      return new Leaf(
          DocValues.getSortedSet(context.reader(), Fields.TAGS),
          DocValues.getNumeric(context.reader(), Fields.DAY),
          DocValues.getSorted(context.reader(), Fields.ID));
    }

    Evidence.Hit hit(int document, double relevance) throws IOException {
      var key = ids.advanceExact(document) ? ids.lookupOrd(ids.ordValue()).utf8ToString() : "";
      int colon = key.indexOf(':');
      var kind = IndexedRecord.INITIATIVE;
      var countries = new ArrayList<InitiativePage.CountryRole>();
      if (tags.advanceExact(document)) {
        for (int i = tags.docValueCount(); i > 0; i--) {
          var tag = tags.lookupOrd(tags.nextOrd()).utf8ToString();
          InitiativePage.CountryRole.ofTag(tag).ifPresent(countries::add);
          kind = EntryFacet.KIND.counted(tag).orElse(kind);
        }
      }
      return new Evidence.Hit(kind, key.substring(colon + 1), relevance, countries, day(document));
    }

    int day(int document) throws IOException {
      return days.advanceExact(document) ? (int) days.longValue() : Integer.MIN_VALUE;
    }
  }
}
