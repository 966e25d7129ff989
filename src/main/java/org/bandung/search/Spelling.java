package org.bandung.search;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.bandung.concepts.Analyzers;

/// Puts a word that the index holds in the place of one that it does not.
final class Spelling {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{4,40}");
  private static final int MOST_WORDS = 12;

  private Spelling() {}

  /// The text with its unknown words replaced by the likeliest known ones; empty if nothing
  /// changes.
  static Optional<String> correct(IndexReader reader, String text) throws IOException {
    var checker = new DirectSpellChecker();
    var corrected = new StringBuilder();
    var words = WORD.matcher(text);
    int at = 0;
    int seen = 0;
    boolean changed = false;
    while (words.find() && seen++ < MOST_WORDS) {
      var folded = Analyzers.of(Analyzers.OTHER).normalize(Fields.WORDS, words.group());
      var term = new Term(Fields.WORDS, folded);
      corrected.append(text, at, words.start());
      at = words.end();
      var likely =
          reader.docFreq(term) > 0
              ? new org.apache.lucene.search.spell.SuggestWord[0]
              : checker.suggestSimilar(term, 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
      corrected.append(likely.length == 0 ? words.group() : likely[0].string);
      changed |= likely.length > 0;
    }
    corrected.append(text.substring(at));
    return changed ? Optional.of(corrected.toString()) : Optional.empty();
  }
}
