package org.bandung.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Which known word somebody probably meant by a word that is not known.
public final class Closest {

  private static final int LONGEST = 100;

  private Closest() {}

  /// The known word that is nearest by Levenshtein distance, capitals apart; empty when none is
  /// near (more than a third of the letters, and more than two, would have to change).
  public static Optional<String> to(String given, Collection<String> known) {
    if (given.length() > LONGEST) {
      return Optional.empty();
    }
    var word = given.toLowerCase(Locale.ROOT);
    return known.stream()
        .min(Comparator.comparingInt(k -> distance(word, k.toLowerCase(Locale.ROOT))))
        .filter(k -> distance(word, k.toLowerCase(Locale.ROOT)) <= Math.max(2, k.length() / 3));
  }

  static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
