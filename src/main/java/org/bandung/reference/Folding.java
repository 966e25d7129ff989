package org.bandung.reference;

import java.text.Normalizer;
import java.util.Locale;

/// Makes names comparable: without case, accents, punctuation and doubled spaces.
public final class Folding {

  private Folding() {}

  /// Small letters and digits of any script, words separated by one space.
  public static String fold(String text) {
    return isPlain(text) ? spaced(text) : spaced(Normalizer.normalize(text, Normalizer.Form.NFKD));
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static String spaced(String text) {
    var folded = new StringBuilder(text.length());
    boolean gap = false;
    var small = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < small.length(); ) {
      int letter = small.codePointAt(i);
      i += Character.charCount(letter);
      if (Character.isLetterOrDigit(letter)) {
        if (gap && !folded.isEmpty()) {
          folded.append(' ');
        }
        gap = false;
        append(folded, letter);
      } else if (letter == '&') {
        folded.append(folded.isEmpty() ? "and" : " and");
        gap = true;
      } else if (!isSilent(letter)) {
        gap = true;
      }
    }
    return folded.toString();
  }

  // Apostrophes inside words ("Cote d'Ivoire" beside "Cote dIvoire") are a gap: they part words in
  // the Romance languages. Marks, soft hyphens and the Arabic tatweel part nothing.
  private static boolean isSilent(int letter) {
    int type = Character.getType(letter);
    return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
  }

  private static void append(StringBuilder folded, int letter) {
    switch (letter) {
      case 'ß' -> folded.append("ss");
      case 'æ' -> folded.append("ae");
      case 'œ' -> folded.append("oe");
      case 'ø' -> folded.append('o');
      case 'ł' -> folded.append('l');
      case 'đ' -> folded.append('d');
      case 'ı' -> folded.append('i');
      case 'ة' -> folded.append('ه');
      case 'ى' -> folded.append('ي');
      case 'ـ' -> {} // tatweel, a letter to Unicode
      default -> folded.appendCodePoint(letter);
    }
  }
}
