package org.bandung.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bandung.linkage.engine.FellegiSunter;

/// What people's decisions tell of how often statements of one initiative agree.
///
/// With `n[f][l]` confirmed pairs that reach level `l >= 1` of field `f`, and `K` = [#WORTH]:
///
/// `m'[f][l] = (K m[f][l] + n[f][l]) / (K + Σ n[f][k])`
///
/// Without a decision `m` stays as it is, with many it becomes what was counted. Only pairs that
/// were proposed can be confirmed, so what the weights never see they never learn.
final class Confirmed {

  /// What is known beforehand counts like so many confirmed pairs.
  static final int WORTH = 100;

  private static final int MOST = 10_000;

  /// How ids begin of what a collection round handed over. A correction is written upon what is
  /// known already: that it agrees tells nothing of how two reporters agree. The form is stored
  /// data, so no arrow to collection is needed.
  private static final String HANDED_OVER = "BANDUNG-COLLECTED-";

  private Confirmed() {}

  /// Pairs of faces of two statements, of which the closest counts.
  record Pair(int[] left, int[] right) {}

  /// The pairs of statements that are told as one because somebody decided so.
  ///
  /// @param statement of each face, the number of its statement
  static List<Pair> pairs(List<Told> told, int[] statement) {
    Map<String, List<Integer>> groups = new HashMap<>();
    for (int t = 0; t < told.size(); t++) {
      if (!told.get(t).originalId().startsWith(HANDED_OVER)) {
        groups.computeIfAbsent(told.get(t).initiative(), i -> new ArrayList<>()).add(t);
      }
    }
    Map<Integer, List<Integer>> faces = new HashMap<>();
    for (int f = 0; f < statement.length; f++) {
      faces.computeIfAbsent(statement[f], s -> new ArrayList<>()).add(f);
    }
    var pairs = new ArrayList<Pair>();
    for (var group : groups.values()) {
      for (int left : group) {
        for (int right : group) {
          boolean decided = !told.get(left).own().equals(told.get(right).own());
          if (left < right && decided && pairs.size() < MOST) {
            pairs.add(new Pair(of(faces, left), of(faces, right)));
          }
        }
      }
    }
    return pairs;
  }

  private static int[] of(Map<Integer, List<Integer>> faces, int statement) {
    return faces.getOrDefault(statement, List.of()).stream().mapToInt(f -> f).toArray();
  }

  /// How often matches agree, with what was confirmed.
  ///
  /// @param model tells which faces of two statements fit best
  static double[][] learned(
      FellegiSunter.Model model, Comparison comparison, List<Pair> confirmed) {
    var seen = new double[Field.values().length][];
    for (var field : Field.values()) {
      seen[field.ordinal()] = new double[field.most() + 1];
    }
    for (var pair : confirmed) {
      int pattern = closest(model, comparison, pair);
      for (var field : Field.values()) {
        seen[field.ordinal()][field.level(pattern)]++;
      }
    }
    var m = new double[seen.length][];
    for (int f = 0; f < m.length; f++) {
      m[f] = blend(model.m()[f], seen[f]);
    }
    return m;
  }

  private static int closest(FellegiSunter.Model model, Comparison comparison, Pair pair) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int left : pair.left()) {
      for (int right : pair.right()) {
        int pattern = comparison.pattern(left, right);
        double weight = model.weight(pattern);
        if (weight > most) {
          most = weight;
          best = pattern;
        }
      }
    }
    return best;
  }

  /// Level 0, where nothing can be compared, takes no part.
  static double[] blend(double[] known, double[] seen) {
    double all = 0;
    for (int l = 1; l < seen.length; l++) {
      all += seen[l];
    }
    var m = known.clone();
    for (int l = 1; l < seen.length; l++) {
      m[l] = (WORTH * known[l] + seen[l]) / (WORTH + all);
    }
    return m;
  }
}
