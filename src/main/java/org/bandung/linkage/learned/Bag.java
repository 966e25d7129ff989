package org.bandung.linkage.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// The terms of a text with their weights: the rarer in all texts, the heavier.
///
/// @param ids sorted
/// @param weights `ln(1 + N / df)` each
/// @param norm Euclidean length of the weights
/// @param sum of the weights
record Bag(int[] ids, double[] weights, double norm, double sum) {

  /// Gives terms numbers and counts in how many texts each stands.
  static final class Vocabulary {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> terms = new ArrayList<>();
    private int[] texts = new int[1024];
    private int all;

    /// The numbers of the terms of one text, each once, sorted.
    int[] count(List<String> some) {
      var ids =
          new LinkedHashSet<>(some)
              .stream()
                  .mapToInt(t -> {
                    int id = numbers.computeIfAbsent(t, x -> numbers.size());
                    if (id == terms.size()) {
                      terms.add(t);
                    }
                    return id;
                  })
                  .sorted()
                  .toArray();
      for (int id : ids) {
        if (id >= texts.length) {
          texts = Arrays.copyOf(texts, 2 * id + 1);
        }
        texts[id]++;
      }
      all++;
      return ids;
    }

    String term(int id) {
      return terms.get(id);
    }

    int size() {
      return terms.size();
    }

    /// In how many texts a term stands.
    int texts(int id) {
      return texts[id];
    }

    Bag bag(int[] ids) {
      var weights = new double[ids.length];
      double squares = 0;
      double sum = 0;
      for (int i = 0; i < ids.length; i++) {
        weights[i] = Math.log(1 + (double) all / Math.max(1, texts[ids[i]]));
        squares += weights[i] * weights[i];
        sum += weights[i];
      }
      return new Bag(ids, weights, Math.sqrt(squares), sum);
    }
  }

  boolean isEmpty() {
    return ids.length == 0;
  }

  /// What two bags share.
  ///
  /// @param count terms
  /// @param sum of their weights
  /// @param squares of their weights
  record Shared(int count, double sum, double squares) {}

  Shared shared(Bag other) {
    int count = 0;
    double sum = 0;
    double squares = 0;
    int j = 0;
    for (int i = 0; i < ids.length; i++) {
      while (j < other.ids.length && other.ids[j] < ids[i]) {
        j++;
      }
      if (j < other.ids.length && other.ids[j] == ids[i]) {
        count++;
        sum += weights[i];
        squares += weights[i] * weights[i];
      }
    }
    return new Shared(count, sum, squares);
  }

  /// Cosine of the angle, 0 to 1; NaN if one is empty.
  double cosine(Bag other) {
    return isEmpty() || other.isEmpty()
        ? Double.NaN
        : Math.min(1, shared(other).squares() / (norm * other.norm));
  }

  boolean holds(int id) {
    return Arrays.binarySearch(ids, id) >= 0;
  }
}
