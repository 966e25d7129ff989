package org.bandung.linkage.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Learns on labelled pairs and says how well it finds the same in others.
///
/// Five folds of the training pairs, by left record, each scored by trees grown on the other four,
/// tell from which probability on a pair counts as the same: the threshold with the best F, the
/// pairs given for validation counting along. The trees that score the test pairs are grown on all
/// training pairs, several times with other draws, and averaged. Labels of test pairs are read only
/// to count.
public final class PairsEvaluation {

  private static final int FOLDS = 5;
  private static final int DRAWS = 5;
  private static final int DRAWS_OF_A_FOLD = 2;
  private static final long SEED = 19_551_818L;

  private PairsEvaluation() {}

  /// What was found in the test pairs.
  ///
  /// @param precision share of the pairs found that are the same; 0 if none was found
  /// @param recall share of the same pairs that were found; 0 if there are none
  /// @param f1 harmonic mean of both
  /// @param threshold the probability from which on a pair counts as found
  /// @param tested how many pairs were scored
  public record Result(
      double precision,
      double recall,
      double f1,
      double threshold,
      int found,
      int right,
      int same,
      int tested,
      int trained) {}

  /// Learns and counts.
  ///
  /// @param valid further labelled pairs to choose the threshold on; may be empty
  public static Result evaluate(
      List<PairFile.Pair> train, List<PairFile.Pair> valid, List<PairFile.Pair> test) {
    var all = new ArrayList<>(train);
    all.addAll(valid);
    all.addAll(test);
    var features = new PairFeatures(new Tables(all));
    double[][] rows = train.parallelStream().map(features::of).toArray(double[][]::new);
    boolean[] labels = labels(train);
    var scores = new ArrayList<Scored>();
    double[] own = outOfFold(train, rows, labels);
    for (int i = 0; i < own.length; i++) {
      scores.add(new Scored(own[i], labels[i]));
    }
    var trees = grow(rows, labels, DRAWS);
    scores.addAll(score(trees, features, valid));
    double threshold = threshold(scores);
    return count(score(trees, features, test), threshold, train.size());
  }

  private record Scored(double probability, boolean same) {}

  private static boolean[] labels(List<PairFile.Pair> pairs) {
    var labels = new boolean[pairs.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = pairs.get(i).same();
    }
    return labels;
  }

  private static List<BoostedTrees> grow(double[][] rows, boolean[] labels, int draws) {
    return IntStream.range(0, draws)
        .parallel()
        .mapToObj(d -> BoostedTrees.grow(rows, labels, BoostedTrees.Growth.USUAL, SEED + d))
        .toList();
  }

  private static double probability(List<BoostedTrees> trees, double[] row) {
    return trees.stream().mapToDouble(t -> t.probability(row)).average().orElse(0);
  }

  private static List<Scored> score(
      List<BoostedTrees> trees, PairFeatures features, List<PairFile.Pair> pairs) {
    return pairs.parallelStream()
        .map(p -> new Scored(probability(trees, features.of(p)), p.same()))
        .toList();
  }

  private static double[] outOfFold(List<PairFile.Pair> train, double[][] rows, boolean[] labels) {
    var random = new Random(SEED);
    var foldOf = new java.util.IdentityHashMap<Object, Integer>();
    int[] folds =
        train.stream()
            .mapToInt(p -> foldOf.computeIfAbsent(p.left(), l -> random.nextInt(FOLDS)))
            .toArray();
    var scores = new double[rows.length];
    for (int fold = 0; fold < FOLDS; fold++) {
      int f = fold;
      int[] in = IntStream.range(0, rows.length).filter(i -> folds[i] != f).toArray();
      var ownRows = Arrays.stream(in).mapToObj(i -> rows[i]).toArray(double[][]::new);
      var ownLabels = new boolean[in.length];
      for (int i = 0; i < in.length; i++) {
        ownLabels[i] = labels[in[i]];
      }
      var trees = grow(ownRows, ownLabels, DRAWS_OF_A_FOLD);
      IntStream.range(0, rows.length)
          .filter(i -> folds[i] == f)
          .parallel()
          .forEach(i -> scores[i] = probability(trees, rows[i]));
    }
    return scores;
  }

  /// The probability from which on F is greatest; one half where nothing is the same.
  private static double threshold(List<Scored> scores) {
    var sorted = new ArrayList<>(scores);
    sorted.sort(Comparator.comparingDouble(Scored::probability).reversed());
    long same = scores.stream().filter(Scored::same).count();
    double best = 0;
    double threshold = 0.5;
    long right = 0;
    for (int i = 0; i < sorted.size(); i++) {
      right += sorted.get(i).same() ? 1 : 0;
      double f = 2.0 * right / (i + 1 + same);
      if (right > 0 && f > best) {
        best = f;
        double next = i + 1 < sorted.size() ? sorted.get(i + 1).probability() : 0;
        threshold = (sorted.get(i).probability() + next) / 2;
      }
    }
    return threshold;
  }

  private static Result count(List<Scored> scores, double threshold, int trained) {
    int found = 0;
    int right = 0;
    int same = 0;
    for (var one : scores) {
      boolean is = one.probability() >= threshold;
      found += is ? 1 : 0;
      right += is && one.same() ? 1 : 0;
      same += one.same() ? 1 : 0;
    }
    double precision = found == 0 ? 0 : (double) right / found;
    double recall = same == 0 ? 0 : (double) right / same;
    double f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return new Result(precision, recall, f1, threshold, found, right, same, scores.size(), trained);
  }
}
