package org.bandung.concepts;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/// One analyzer for each of the seven languages, and one for text of any other: words become the
/// terms under which `search` finds them and the tagger compares them.
///
/// All fold accents and widths of letters, so that a word typed without them finds the one with
/// them. Where a stemmer reads the accents it comes first (Russian, Arabic), else after.
public final class Analyzers {

  /// The language of text in none of the seven.
  public static final String OTHER = "und";

  private static final Map<String, Analyzer> BY_LANGUAGE =
      Map.of(
          "en",
          chain(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET, Analyzers::english),
          "fr",
          chain(FrenchAnalyzer.getDefaultStopSet(), Analyzers::french),
          "es",
          chain(SpanishAnalyzer.getDefaultStopSet(), s -> new SpanishLightStemFilter(fold(s))),
          "pt",
          chain(
              PortugueseAnalyzer.getDefaultStopSet(), s -> new PortugueseLightStemFilter(fold(s))),
          "ar",
          chain(ArabicAnalyzer.getDefaultStopSet(), Analyzers::arabic),
          "ru",
          chain(RussianAnalyzer.getDefaultStopSet(), s -> fold(new RussianLightStemFilter(s))),
          "zh",
          chinese(),
          OTHER,
          chain(CharArraySet.EMPTY_SET, Analyzers::fold));

  private Analyzers() {}

  /// The analyzer of a language; of any but the seven one that only folds.
  public static Analyzer of(String language) {
    var known = BY_LANGUAGE.get(language);
    return known == null ? java.util.Objects.requireNonNull(BY_LANGUAGE.get(OTHER)) : known;
  }

  private static TokenStream english(TokenStream words) {
    return new PorterStemFilter(fold(words));
  }

  private static TokenStream french(TokenStream words) {
    return new FrenchLightStemFilter(fold(words));
  }

  private static TokenStream arabic(TokenStream words) {
    return fold(new ArabicStemFilter(new ArabicNormalizationFilter(new DecimalDigitFilter(words))));
  }

  private static TokenStream fold(TokenStream words) {
    return new ICUFoldingFilter(words);
  }

  private static Analyzer chain(CharArraySet stopWords, UnaryOperator<TokenStream> stem) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream small =
            new LowerCaseFilter(
                new ElisionFilter(
                    new EnglishPossessiveFilter(words), FrenchAnalyzer.DEFAULT_ARTICLES));
        return new TokenStreamComponents(words, stem.apply(new StopFilter(small, stopWords)));
      }

      @Override
      protected TokenStream normalize(String field, TokenStream in) {
        return fold(new LowerCaseFilter(in));
      }
    };
  }

  private static Analyzer chinese() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new HMMChineseTokenizer();
        TokenStream small = new PorterStemFilter(fold(new LowerCaseFilter(words)));
        return new TokenStreamComponents(
            words, new StopFilter(small, SmartChineseAnalyzer.getDefaultStopSet()));
      }

      @Override
      protected TokenStream normalize(String field, TokenStream in) {
        return fold(new LowerCaseFilter(in));
      }
    };
  }
}
