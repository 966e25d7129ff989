package org.bandung.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.bandung.kernel.Reader;
import org.bandung.registry.InitiativePage;

/// Turns what is asked into queries of the index.
final class Queries {

  /// Longer texts are cut: nobody types more, and a clause for each word costs.
  static final int LONGEST = 2_000;

  private static final Pattern OPERATOR = Pattern.compile("[\"|*+()~]|(^|\\s)-");

  private Queries() {}

  /// What the reader may see and the filter leaves; scores nothing.
  static Query visible(Reader reader, InitiativePage.Narrowing narrowing) {
    var all = new BooleanQuery.Builder();
    all.add(anyOf(Fields.AUDIENCE, reader.audiences()), Occur.FILTER);
    narrowing.tags().forEach(t -> all.add(new TermQuery(new Term(Fields.TAG, t)), Occur.FILTER));
    narrowing.anyOf().forEach(group -> all.add(anyOf(Fields.TAG, group), Occur.FILTER));
    narrowing
        .organisations()
        .forEach(o -> all.add(new TermQuery(new Term(Fields.ORGANISATION, o)), Occur.FILTER));
    return all.build();
  }

  /// Entries that hold on a day, as far as their sources say.
  static Query holdsOn(LocalDate day) {
    int on = (int) day.toEpochDay();
    return IntPoint.newRangeQuery(
        Fields.VALID, new int[] {Integer.MIN_VALUE, on}, new int[] {on, Integer.MAX_VALUE});
  }

  static Query anyOf(String field, Collection<String> terms) {
    return new TermInSetQuery(field, terms.stream().map(BytesRef::new).toList());
  }

  /// The words as typed, in the fields of a language and without stems; a parser that makes the
  /// best of whatever is typed.
  ///
  /// @param every whether every word must be there
  static Query words(String text, String language, boolean every) {
    var weights = new HashMap<>(Fields.spoken(language));
    weights.put(Fields.WORDS, Boosts.of("search.words"));
    var parser = new SimpleQueryParser(Fields.analyzer(), weights);
    parser.setDefaultOperator(every ? Occur.MUST : Occur.SHOULD);
    var query = parser.parse(cut(text));
    return query instanceof MatchAllDocsQuery ? new MatchNoDocsQuery("no words") : query;
  }

  /// Whether a text is words only, and asks for no exact ones, no alternatives and none to be
  /// absent: whoever does so wants just these.
  static boolean plain(String text) {
    return !OPERATOR.matcher(text).find();
  }

  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /// Documents about topics, those about narrower ones less.
  static Query topics(Collection<String> topics) {
    var any = new BooleanQuery.Builder();
    topics.forEach(topic ->
        Fields.topics()
            .forEach(field ->
                any.add(
                    new BoostQuery(
                        new TermQuery(new Term(field, topic)), Boosts.of("search." + field)),
                    Occur.SHOULD)));
    return any.build();
  }

  /// Everything that fits the filter, all equally well.
  static Query everything() {
    return new ConstantScoreQuery(new MatchAllDocsQuery());
  }
}
