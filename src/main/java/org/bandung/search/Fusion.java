package org.bandung.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Two rankings made one, by reciprocal rank.
final class Fusion {

  /// Keeps the first places of one ranking from silencing the other.
  private static final int K = 60;

  private Fusion() {}

  /// A document with its score in both rankings together.
  record Ranked(String id, double score) {}

  /// Reciprocal rank fusion: places count, scores of rankings that cannot be compared do not.
  ///
  /// - Formula: `score(d) = Σ 1 / (60 + rank(d))` over the rankings that hold d, ranks from 1.
  /// - Unit and range: none; above 0, at most 2/61, the first of both.
  /// - Source: <a href="https://doi.org/10.1145/1571941.1572114">Cormack, Clarke, Büttcher
  ///   2009</a>, k = 60 as there.
  /// - Assumes: no ranking names a document twice.
  /// - Limit: both rankings are believed alike, however far its first answers are from the
  ///   question.
  ///
  /// @return all of both, the highest score first, ties by id
  static List<Ranked> fuse(List<String> first, List<String> second) {
    var scores = new LinkedHashMap<String, Double>();
    for (var ranking : List.of(first, second)) {
      for (int i = 0; i < ranking.size(); i++) {
        scores.merge(ranking.get(i), 1.0 / (K + i + 1), Double::sum);
      }
    }
    var fused = new ArrayList<Ranked>(scores.size());
    scores.forEach((id, score) -> fused.add(new Ranked(id, score)));
    fused.sort(Comparator.comparingDouble((Ranked r) -> -r.score()).thenComparing(Ranked::id));
    return fused;
  }
}
