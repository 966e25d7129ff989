package org.bandung.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Gives words of one kind numbers, and counts in how many records each stands.
final class Lexicon {

  private final Map<String, Integer> numbers = new HashMap<>();
  private int[] records = new int[256];

  int number(String word) {
    return numbers.computeIfAbsent(word, w -> numbers.size());
  }

  int size() {
    return numbers.size();
  }

  /// Counts the words of one record.
  void count(int... words) {
    for (int word : words) {
      if (word >= records.length) {
        records = Arrays.copyOf(records, 2 * word + 2);
      }
      records[word]++;
    }
  }

  int records(int word) {
    return word < records.length ? records[word] : 0;
  }

  /// How rare each word is among so many records: `ln(1 + N / records)`.
  float[] rarity(int all) {
    var rarity = new float[size()];
    for (int w = 0; w < rarity.length; w++) {
      rarity[w] = (float) Math.log(1 + (double) all / Math.max(1, records(w)));
    }
    return rarity;
  }
}
