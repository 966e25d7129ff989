package org.bandung.concepts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells in which of the seven languages a text is written.
///
/// The script decides for Arabic, Chinese and Russian; among the four languages in Latin letters
/// the one with the most function words (`of`, `des`, `para`, `dos`) does, those that two of them
/// share counting for both. A text without any, such as two words of a query, is undecided.
///
/// A field of a source may hold a text and its translations one after the other, one of them in a
/// language that is none of the seven. Such a text is taken apart by its sentences.
final class LanguageGuess {

  private static final int READ = 4000;

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?;:。])\\s+|\\R+");

  /// Two function words of one language more than of any other tell that of a sentence.
  private static final int TELLING = 2;

  /// A language with less of a text is a name or a quotation in it.
  private static final double LEAST_PART = 0.15;

  private static final int LEAST_LETTERS = 80;

  private final Map<String, Set<String>> functionWords;
  private final Map<String, Set<String>> all;

  /// @param functionWords language -> its commonest words that carry no topic; those of other
  ///   languages than the seven tell foreign sentences only
  LanguageGuess(Map<String, Set<String>> functionWords) {
    this.all = Map.copyOf(functionWords);
    var known = new HashMap<>(functionWords);
    known.keySet().retainAll(ThesaurusFiles.LANGUAGES);
    this.functionWords = Map.copyOf(known);
  }

  /// The parts of a text by language, in the order in which the languages begin; a text in one
  /// language, or that tells none, is one part.
  ///
  /// @param whole what the text as a whole is taken for
  Map<String, String> parts(String text, String whole) {
    var parts = new LinkedHashMap<String, StringBuilder>();
    var waiting = new StringBuilder();
    String running = "";
    for (var sentence : SENTENCE.split(text)) {
      var told = sentence(sentence);
      running = told.orElse(running);
      if (running.isEmpty()) {
        waiting.append(sentence).append(' ');
      } else {
        parts.computeIfAbsent(running, l -> new StringBuilder()).append(waiting).append(sentence);
        parts.getOrDefault(running, waiting).append(' ');
        waiting.setLength(0);
      }
    }
    // What is little goes with what the text is mostly in.
    var most =
        parts.values().stream().max(Comparator.comparingInt(StringBuilder::length)).orElse(waiting);
    for (var part : List.copyOf(parts.values())) {
      if (part.length() < LEAST_LETTERS || part.length() < LEAST_PART * text.length()) {
        parts.values().removeIf(p -> p == part);
        most.append(part == most ? "" : part);
      }
    }
    if (parts.size() < 2) {
      return Map.of(parts.isEmpty() ? whole : parts.keySet().iterator().next(), text);
    }
    var told = new LinkedHashMap<String, String>();
    parts.forEach((language, part) -> told.put(language, part.toString().strip()));
    return told;
  }

  private Optional<String> sentence(String sentence) {
    var script = script(sentence);
    if (script.isPresent()) {
      return script;
    }
    var found = found(sentence, all);
    var order = new ArrayList<>(found.entrySet());
    order.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    if (order.isEmpty()) {
      return Optional.empty();
    }
    int second = order.size() > 1 ? order.get(1).getValue() : 0;
    return order.getFirst().getValue() - second >= TELLING
        ? Optional.of(order.getFirst().getKey())
        : Optional.empty();
  }

  /// @param undecided the languages that a text could be in
  record Guess(Optional<String> language, List<String> undecided) {}

  Guess guess(String text) {
    var part = text.length() > READ ? text.substring(0, READ) : text;
    var script = script(part);
    return script.isPresent() ? new Guess(script, List.of(script.get())) : latin(part);
  }

  /// The language that the script alone tells.
  private static Optional<String> script(String part) {
    int[] letters = new int[4];
    part.codePoints().forEach(c -> letters[script(c)]++);
    if (letters[1] > 0 && letters[1] >= letters[0] / 4) {
      return Optional.of("zh"); // a character says as much as a word of four letters
    }
    if (letters[2] > letters[0] && letters[2] >= letters[3]) {
      return Optional.of("ar");
    }
    if (letters[3] > letters[0]) {
      return Optional.of("ru");
    }
    return Optional.empty();
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

  private static Map<String, Integer> found(String text, Map<String, Set<String>> functionWords) {
    var found = new HashMap<String, Integer>();
    for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
      functionWords.forEach((language, words) -> {
        if (words.contains(word)) {
          found.merge(language, 1, Integer::sum);
        }
      });
    }
    return found;
  }

  private Guess latin(String text) {
    var found = found(text, functionWords);
    int most = found.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    var best =
        functionWords.keySet().stream()
            .filter(l -> found.getOrDefault(l, 0) == most)
            .sorted()
            .toList();
    return new Guess(best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty(), best);
  }
}
