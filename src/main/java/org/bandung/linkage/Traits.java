package org.bandung.linkage;

import java.util.List;

/// What of one statement is compared, as numbers that a [Lexicon] gave out; lists are sorted.
///
/// @param source who speaks
/// @param titleKey the whole title, folded and without numbers: two with the same key are equal
/// @param title its words
/// @param languages one bit for each language of the title
/// @param words the rarest of the description
/// @param start first day since 1970, or UNKNOWN
/// @param end last day, or UNKNOWN
/// @param amount the total in one currency, NaN if none or several
/// @param identifiers weak ones: numbers of projects, other ids, addresses
record Traits(
    int source,
    int titleKey,
    int[] title,
    int languages,
    int[] topics,
    int[] words,
    int[] countries,
    int start,
    int end,
    double amount,
    int currency,
    int[] organisations,
    int[] sectors,
    int[] identifiers) {

  static final int UNKNOWN = Integer.MIN_VALUE;

  /// Sorted, each once.
  static int[] set(List<Integer> some) {
    return some.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
  }

  /// How many two sorted lists share.
  static int shared(int[] a, int[] b) {
    int shared = 0;
    int j = 0;
    for (int i = 0; i < a.length && j < b.length; i++) {
      while (j < b.length && b[j] < a[i]) {
        j++;
      }
      if (j < b.length && b[j] == a[i]) {
        shared++;
      }
    }
    return shared;
  }

  /// What two sorted lists share, by weight.
  static float shared(int[] a, int[] b, float[] weights) {
    float shared = 0;
    int j = 0;
    for (int i = 0; i < a.length && j < b.length; i++) {
      while (j < b.length && b[j] < a[i]) {
        j++;
      }
      if (j < b.length && b[j] == a[i]) {
        shared += weights[a[i]];
      }
    }
    return shared;
  }
}
