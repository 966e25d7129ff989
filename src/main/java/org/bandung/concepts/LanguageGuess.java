package org.bandung.concepts;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells in which of the seven languages a text is written.
///
/// The script decides for Arabic, Chinese and Russian; among the four languages in Latin letters
/// the one with the most function words (`of`, `des`, `para`, `dos`) does, those that two of them
/// share counting for both. A text without any, such as two words of a query, is undecided.
final class LanguageGuess {

  private static final int READ = 4000;

  private final Map<String, Set<String>> functionWords;

  /// @param functionWords language -> its commonest words that carry no topic
  LanguageGuess(Map<String, Set<String>> functionWords) {
    this.functionWords = Map.copyOf(functionWords);
  }

  /// @param undecided the languages that a text could be in
  record Guess(Optional<String> language, List<String> undecided) {}

  Guess guess(String text) {
    var part = text.length() > READ ? text.substring(0, READ) : text;
    int[] letters = new int[4];
    part.codePoints().forEach(c -> letters[script(c)]++);
    if (letters[1] > 0 && letters[1] >= letters[0] / 4) {
      return decided("zh"); // a character says as much as a word of four letters
    }
    if (letters[2] > letters[0] && letters[2] >= letters[3]) {
      return decided("ar");
    }
    if (letters[3] > letters[0]) {
      return decided("ru");
    }
    return latin(part);
  }

  private static Guess decided(String language) {
    return new Guess(Optional.of(language), List.of(language));
  }

  private static int script(int c) {
    if (!Character.isLetter(c)) {
      return letterless(c);
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN -> 1;
      case ARABIC -> 2;
      case CYRILLIC -> 3;
      default -> 0;
    };
  }

  private static int letterless(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN ? 1 : 0;
  }

  private Guess latin(String text) {
    var found = new HashMap<String, Integer>();
    for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
      functionWords.forEach((language, words) -> {
        if (words.contains(word)) {
          found.merge(language, 1, Integer::sum);
        }
      });
    }
    int most = found.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    var best =
        functionWords.keySet().stream()
            .filter(l -> found.getOrDefault(l, 0) == most)
            .sorted()
            .toList();
    return new Guess(best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty(), best);
  }
}
