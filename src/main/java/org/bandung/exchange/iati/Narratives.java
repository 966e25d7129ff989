package org.bandung.exchange.iati;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bandung.exchange.iati.LossReport.Field;
import org.bandung.exchange.iati.LossReport.Where;
import org.bandung.kernel.LocalizedText;

/// Texts as narratives, each with a language that IATI knows.
final class Narratives {

  private final UnaryOperator<String> guess;
  private final LossReport.Tally loss;

  /// @param guess the language a text is in, where its source did not say
  Narratives(UnaryOperator<String> guess, LossReport.Tally loss) {
    this.guess = guess;
    this.loss = loss;
  }

  /// An element with the texts in it; empty if there are none.
  Optional<Xml> in(Xml element, LocalizedText text) {
    var narratives = of(text);
    return narratives.isEmpty() ? Optional.empty() : Optional.of(element.add(narratives));
  }

  List<Xml> of(LocalizedText text) {
    var narratives = new ArrayList<Xml>();
    text.byLanguage()
        .forEach((language, words) -> {
          if (!words.isBlank()) {
            narratives.add(Xml.of("narrative").in(language(language, words)).text(words.strip()));
          }
        });
    return narratives;
  }

  private String language(String tag, String words) {
    var plain = IatiCodes.language(tag);
    if (plain.isPresent()) {
      return plain.get();
    }
    loss.note(Field.LANGUAGE, Where.FILLED);
    return IatiCodes.language(guess.apply(words)).orElse("en");
  }

  /// Texts whose languages are all known to IATI, such as our own words.
  static List<Xml> plain(LocalizedText text) {
    var narratives = new ArrayList<Xml>();
    var seen = new LinkedHashSet<String>();
    text.byLanguage()
        .forEach((tag, words) -> {
          var language = IatiCodes.language(tag).orElse("en");
          if (!words.isBlank() && seen.add(language + words.strip())) {
            narratives.add(Xml.of("narrative").in(language).text(words.strip()));
          }
        });
    return narratives;
  }
}
