package org.bandung.search;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.bandung.concepts.Analyzers;

/// Puts a word that is there in the place of one that is not.
final class Spelling {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{4,40}");
  private static final int MOST_WORDS = 12;
  private static final int GUESSES = 5;

  private Spelling() {}

  /// The text with its unknown words replaced by the likeliest known ones; empty if nothing
  /// changes.
  ///
  /// @param visible what the reader may see: a word that stands elsewhere only is not known to him
  static Optional<String> correct(IndexSearcher searcher, String text, Query visible)
      throws IOException {
    var corrected = new StringBuilder();
    var words = WORD.matcher(text);
    int at = 0;
    int seen = 0;
    boolean changed = false;
    while (words.find() && seen++ < MOST_WORDS) {
      corrected.append(text, at, words.start());
      at = words.end();
      var likely = likely(searcher, words.group(), visible);
      corrected.append(likely.orElse(words.group()));
      changed |= likely.isPresent();
    }
    corrected.append(text.substring(at));
    return changed ? Optional.of(corrected.toString()) : Optional.empty();
  }

  private static Optional<String> likely(IndexSearcher searcher, String word, Query visible)
      throws IOException {
    var folded = Analyzers.of(Analyzers.OTHER).normalize(Fields.WORDS, word);
    var term = new Term(Fields.WORDS, folded);
    if (seen(searcher, term, visible)) {
      return Optional.empty();
    }
    var guesses =
        new DirectSpellChecker()
            .suggestSimilar(term, GUESSES, searcher.getIndexReader(), SuggestMode.SUGGEST_ALWAYS);
    for (var guess : guesses) {
      if (seen(searcher, new Term(Fields.WORDS, guess.string), visible)) {
        return Optional.of(guess.string);
      }
    }
    return Optional.empty();
  }

  private static boolean seen(IndexSearcher searcher, Term term, Query visible) throws IOException {
    return searcher.getIndexReader().docFreq(term) > 0
        && searcher.count(
                new BooleanQuery.Builder()
                    .add(new TermQuery(term), Occur.FILTER)
                    .add(visible, Occur.FILTER)
                    .build())
            > 0;
  }
}
