package org.bandung.linkage.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bandung.reference.Folding;

/// A text read in several ways: words, words with their inner marks dropped, triples of letters,
/// numbers and codes such as a model's.
///
/// @param words split at everything that is no letter or digit
/// @param joined split at blanks only, other marks dropped: `kx-tg1032s` is `kxtg1032s`
/// @param triples of letters, over the ends of words
/// @param numbers in their shortest form: `7.0` is `7`
/// @param codes joined words with digits and letters, of at least four characters
/// @param compact all letters and digits without a gap
record Reading(
    String text,
    List<String> words,
    List<String> joined,
    List<String> triples,
    List<String> numbers,
    List<String> codes,
    String compact) {

  private static final int MOST = 4_000;
  private static final int LEAST_CODE = 4;

  static Reading of(String raw) {
    var text = raw.length() > MOST ? raw.substring(0, MOST) : raw;
    var folded = Folding.fold(text);
    var words = folded.isEmpty() ? List.<String>of() : List.of(folded.split(" ", -1));
    var joined = new ArrayList<String>();
    var numbers = new ArrayList<String>();
    var codes = new ArrayList<String>();
    for (var part : text.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      var number = number(part);
      var whole = Folding.fold(part).replace(" ", "");
      if (!number.isEmpty()) {
        numbers.add(number);
        joined.add(number);
      } else if (!whole.isEmpty()) {
        joined.add(whole);
        if (whole.length() >= LEAST_CODE && isCode(whole)) {
          codes.add(whole);
        }
      }
    }
    return new Reading(
        folded, words, joined, triples(folded), numbers, codes, folded.replace(" ", ""));
  }

  /// A number in its shortest form, or nothing.
  static String number(String part) {
    var t = part.replaceAll("^[^0-9]+|[^0-9]+$", "");
    if (t.isEmpty() || t.length() > 15 || !part.matches("[^\\p{L}]*") || !t.matches("[0-9.,]+")) {
      return "";
    }
    try {
      var value = new java.math.BigDecimal(t.replace(",", ""));
      return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return "";
    }
  }

  private static boolean isCode(String word) {
    return word.chars().anyMatch(Character::isDigit) && word.chars().anyMatch(Character::isLetter);
  }

  private static List<String> triples(String folded) {
    var padded = " " + folded + " ";
    var some = new ArrayList<String>();
    for (int i = 0; i + 3 <= padded.length(); i++) {
      some.add(padded.substring(i, i + 3));
    }
    return some;
  }
}
