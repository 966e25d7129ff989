package org.bandung.kernel;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One text in several languages, by BCP 47 language tag in lower case; `und` where the source did
/// not say which.
public record LocalizedText(Map<String, String> byLanguage) {

  /// The tag of a text whose language nobody stated.
  public static final String UNDETERMINED = "und";

  /// A text that was not reported.
  public static final LocalizedText EMPTY = new LocalizedText(Map.of());

  private static final List<String> FALLBACKS =
      List.of("en", "es", "fr", "pt", "ru", "ar", "zh", UNDETERMINED);

  public LocalizedText {
    byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
  }

  /// A text in one language.
  public static LocalizedText of(String language, String text) {
    return new LocalizedText(Map.of(language, text));
  }

  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }

  /// The text for a reader of the language, else in another with its own tag, so that the door can
  /// mark the change of language. Empty only if nothing was reported.
  public Optional<Spoken> in(String language) {
    var exact = byLanguage.get(language);
    if (exact != null) {
      return Optional.of(new Spoken(language, exact));
    }
    for (var candidate : FALLBACKS) {
      var text = byLanguage.get(candidate);
      if (text != null) {
        return Optional.of(new Spoken(candidate, text));
      }
    }
    return byLanguage.entrySet().stream()
        .findFirst()
        .map(e -> new Spoken(e.getKey(), e.getValue()));
  }

  /// A text and the language it is in.
  public record Spoken(String language, String text) {}
}
