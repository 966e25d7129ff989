package org.bandung.concepts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The words of one language as numbers: two forms of a word that the language's analyzer takes for
/// the same have the same number.
///
/// A stemmer cuts too much at times: `cooperatives` and `cooperation` have one stem. Words that
/// mean something else than others of their stem have one of their own, from a data file.
///
/// A word form is analysed once and remembered; what is remembered is bounded.
final class WordForms {

  /// A word that counts for nothing, such as an article.
  static final int SILENT = -2;

  /// A word that no label contains.
  static final int UNKNOWN = -1;

  private static final int REMEMBERED = 200_000;
  private static final int LONGEST = 60;

  /// No stem of an analyzer begins so.
  private static final String OWN = "=";

  private final Analyzer analyzer;
  private final Map<String, String> ownStems;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> remembered = new ConcurrentHashMap<>();

  /// @param ownStems word -> its stem, where the analyzer's is not to be used
  WordForms(Analyzer analyzer, Map<String, String> ownStems) {
    this.analyzer = analyzer;
    this.ownStems = Map.copyOf(ownStems);
  }

  /// The number of a word of a label, a new one if need be. Only while labels are learned.
  int learn(String word) {
    var stem = stem(word);
    return stem.isEmpty() ? SILENT : numbers.computeIfAbsent(stem, s -> numbers.size());
  }

  /// The number of a word of a text.
  int number(String word) {
    var known = remembered.get(word);
    if (known != null) {
      return known;
    }
    if (word.length() > LONGEST) {
      return UNKNOWN;
    }
    var stem = stem(word);
    int number = stem.isEmpty() ? SILENT : numbers.getOrDefault(stem, UNKNOWN);
    if (remembered.size() >= REMEMBERED) {
      remembered.clear();
    }
    remembered.put(word, number);
    return number;
  }

  private String stem(String word) {
    var own = ownStems.get(word);
    if (own != null) {
      return OWN + own;
    }
    var stem = new StringBuilder();
    try (var words = analyzer.tokenStream("word", word)) {
      var term = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        stem.append(term);
      }
      words.end();
    } catch (IOException e) {
      throw new UncheckedIOException("analysing a word", e);
    }
    return stem.toString();
  }
}
