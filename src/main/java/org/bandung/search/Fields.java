package org.bandung.search;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.bandung.concepts.Analyzers;
import org.bandung.concepts.Concepts;

/// The fields of a document of the index, how each is analysed and how it counts.
final class Fields {

  /// Changes whenever documents would come out differently; an index of another version is made
  /// anew.
  static final String VERSION = "4";

  static final String ID = "id";
  static final String KIND = "kind";
  static final String OWNER = "owner";
  static final String AUDIENCE = "audience";

  /// Codes a list can be narrowed by, for filters; [#TAGS] for counting.
  static final String TAG = "tag";

  static final String TAGS = "tags";

  /// What the code of a language that a document has a title or text in begins with.
  static final String SPOKEN = "spoken:";

  static final String ORGANISATION = "organisation";
  static final String DAY = "day";

  /// The first and the last day on which an entry holds, as a point of two dimensions.
  static final String VALID = "valid";

  /// Topics named in the text, topics above them, topics that its sector and goal codes stand for.
  static final String TOPIC = "topic";

  static final String ABOVE = "above";
  static final String CODED = "coded";

  /// Title and text of every language without stems: for names, beginnings of words and misspelt
  /// ones.
  static final String WORDS = "words";

  private static final String TITLE = "title_";
  private static final String TEXT = "text_";
  private static final float K1 = 0.9f;
  private static final float B = 0.4f;
  private static final Analyzer SPACES = new WhitespaceAnalyzer();

  private Fields() {}

  static String title(String language) {
    return TITLE + known(language);
  }

  static String text(String language) {
    return TEXT + known(language);
  }

  /// One of the seven languages, or the one that stands for all others.
  static String known(String language) {
    return Concepts.languages().contains(language) ? language : Analyzers.OTHER;
  }

  /// The fields of a language with the weight of each.
  static Map<String, Float> spoken(String language) {
    return Map.of(
        title(language), Boosts.of("search.title"), text(language), Boosts.of("search.text"));
  }

  static List<String> topics() {
    return List.of(TOPIC, ABOVE, CODED);
  }

  static Analyzer analyzer() {
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        if (topics().contains(field)) {
          return SPACES;
        }
        int under = field.indexOf('_');
        return Analyzers.of(under < 0 ? Analyzers.OTHER : field.substring(under + 1));
      }
    };
  }

  /// BM25 with the constants that do best on short texts.
  static Similarity similarity() {
    return new BM25Similarity(K1, B);
  }
}
