package org.bandung.registry;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Folds text so that words are found whatever their case and accents.
final class Words {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Words() {}

  static String fold(String text) {
    if (isPlain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    var decomposed = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return BLANKS.matcher(decomposed.toLowerCase(Locale.ROOT)).replaceAll(" ");
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 126 || text.charAt(i) < 32) {
        return false;
      }
    }
    return true;
  }
}
