package org.bandung.reference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds countries by name in any language; a name that two countries share finds none.
final class CountryNames {

  // Whole words that names come with or without: articles, and the words for "and".
  private static final Set<String> PASSED_OVER =
      Set.of(
          "the", "and", "le", "la", "les", "l", "el", "los", "las", "o", "a", "os", "as", "et", "y",
          "e", "и");

  private final Map<String, CountryResolution> byName = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();

  /// Adds a name that means this and nothing else.
  void add(String name, CountryResolution meaning) {
    var key = key(name);
    if (key.isEmpty() || ambiguous.contains(key)) {
      return;
    }
    var before = byName.putIfAbsent(key, meaning);
    if (before != null && !before.equals(meaning)) {
      byName.remove(key);
      ambiguous.add(key);
    }
  }

  /// Adds a former name, unless a country of today has it.
  void addFormer(String name, CountryResolution meaning) {
    var key = key(name);
    if (!key.isEmpty() && !ambiguous.contains(key)) {
      byName.putIfAbsent(key, meaning);
    }
  }

  Optional<CountryResolution> find(String name) {
    @Nullable CountryResolution found = byName.get(key(name));
    return Optional.ofNullable(found);
  }

  static String key(String name) {
    var folded = Folding.fold(name);
    var key = new StringBuilder(folded.length());
    for (int start = 0; start < folded.length(); ) {
      int end = folded.indexOf(' ', start);
      end = end < 0 ? folded.length() : end;
      var word = folded.substring(start, end);
      if (!PASSED_OVER.contains(word)) {
        key.append(key.isEmpty() ? "" : " ").append(withoutArabicArticle(word));
      }
      start = end + 1;
    }
    return key.isEmpty() ? folded : key.toString();
  }

  private static String withoutArabicArticle(String word) {
    return word.length() > 4 && word.startsWith("ال") ? word.substring(2) : word;
  }
}
