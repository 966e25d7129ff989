package org.bandung.linkage.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A classifier of two classes: a sum of small trees, each fitted to what those before got wrong
/// (gradient boosting on the logistic loss, second order, on histograms).
///
/// `score = Σ rate × leaf`, `probability = 1 / (1 + e^-score)`; the leaf of examples with gradients
/// `g = p - y` and curvatures `h = p (1 - p)` is `-Σg / (Σh + λ)`, and a split is worth
/// `G²left/(Hleft+λ) + G²right/(Hright+λ) - G²/(H+λ)`. A value that is missing (NaN) has a bin of
/// its own and goes to the side where it helps most. Equal seeds give equal trees.
///
/// @see <a href="https://doi.org/10.1145/2939672.2939785">Chen and Guestrin 2016</a>
final class BoostedTrees {

  private static final int BINS = 64;

  private final List<Node> trees;
  private final double rate;
  private final double base;

  /// How trees are grown.
  ///
  /// @param rate how much of each tree counts
  /// @param lambda pulls leaves to 0
  /// @param leastCurvature of a leaf: about four times the least number of undecided examples
  /// @param rows share of the examples each tree sees
  /// @param columns share of the features each tree sees
  record Growth(
      int trees,
      int depth,
      double rate,
      double lambda,
      double leastCurvature,
      double rows,
      double columns) {

    static final Growth USUAL = new Growth(300, 5, 0.05, 2, 1, 0.7, 0.3);
  }

  /// A leaf where `feature` is below 0.
  private record Node(
      int feature, double threshold, boolean missingLeft, Node[] below, double value) {}

  private BoostedTrees(List<Node> trees, double rate, double base) {
    this.trees = trees;
    this.rate = rate;
    this.base = base;
  }

  double probability(double[] features) {
    return 1 / (1 + Math.exp(-score(features)));
  }

  private double score(double[] features) {
    double score = base;
    for (var tree : trees) {
      var node = tree;
      while (node.feature() >= 0) {
        double v = features[node.feature()];
        boolean left = Double.isNaN(v) ? node.missingLeft() : v <= node.threshold();
        node = node.below()[left ? 0 : 1];
      }
      score += rate * node.value();
    }
    return score;
  }

  static BoostedTrees grow(double[][] examples, boolean[] labels, Growth growth, long seed) {
    return new Grower(examples, labels, growth, seed).grow();
  }

  /// One fit.
  private static final class Grower {
    private final double[][] examples;
    private final boolean[] labels;
    private final Growth growth;
    private final Random random;
    private final double[][] edges;
    private final byte[][] bins;
    private final double[] score;
    private final double[] gradient;
    private final double[] curvature;

    Grower(double[][] examples, boolean[] labels, Growth growth, long seed) {
      this.examples = examples;
      this.labels = labels;
      this.growth = growth;
      this.random = new Random(seed);
      int features = examples.length == 0 ? 0 : examples[0].length;
      this.edges = new double[features][];
      this.bins = new byte[features][examples.length];
      this.score = new double[examples.length];
      this.gradient = new double[examples.length];
      this.curvature = new double[examples.length];
      for (int f = 0; f < features; f++) {
        bin(f);
      }
    }

    /// The edges are quantiles of the distinct values; bin 0 holds what is missing.
    private void bin(int feature) {
      var values = new double[examples.length];
      int n = 0;
      for (var example : examples) {
        if (!Double.isNaN(example[feature])) {
          values[n++] = example[feature];
        }
      }
      var sorted = Arrays.copyOf(values, n);
      Arrays.sort(sorted);
      var cuts = new double[BINS - 1];
      int held = 0;
      for (int b = 1; b < BINS && n > 0; b++) {
        double cut = sorted[(int) ((long) b * (n - 1) / BINS)];
        if (held == 0 || cut > cuts[held - 1]) {
          cuts[held++] = cut;
        }
      }
      edges[feature] = Arrays.copyOf(cuts, held);
      for (int i = 0; i < examples.length; i++) {
        double v = examples[i][feature];
        int at = Double.isNaN(v) ? -1 : Arrays.binarySearch(edges[feature], v);
        bins[feature][i] = (byte) (Double.isNaN(v) ? 0 : 1 + (at >= 0 ? at : -at - 1));
      }
    }

    BoostedTrees grow() {
      double positive = 0;
      for (boolean label : labels) {
        positive += label ? 1 : 0;
      }
      double share = Math.clamp(positive / Math.max(1, labels.length), 1e-6, 1 - 1e-6);
      double base = Math.log(share / (1 - share));
      Arrays.fill(score, base);
      var trees = new ArrayList<Node>();
      for (int t = 0; t < growth.trees() && examples.length > 0; t++) {
        for (int i = 0; i < score.length; i++) {
          double p = 1 / (1 + Math.exp(-score[i]));
          gradient[i] = p - (labels[i] ? 1 : 0);
          curvature[i] = Math.max(p * (1 - p), 1e-9);
        }
        var tree = split(drawn(examples.length, growth.rows()), columns(), growth.depth());
        trees.add(tree);
        var one = new BoostedTrees(List.of(tree), growth.rate(), 0);
        for (int i = 0; i < score.length; i++) {
          score[i] += one.score(examples[i]);
        }
      }
      return new BoostedTrees(trees, growth.rate(), base);
    }

    private int[] columns() {
      var drawn = drawn(edges.length, growth.columns());
      return drawn.length > 0 ? drawn : new int[] {random.nextInt(Math.max(1, edges.length))};
    }

    private int[] drawn(int of, double share) {
      var some = new int[of];
      int n = 0;
      for (int i = 0; i < of; i++) {
        if (random.nextDouble() < share) {
          some[n++] = i;
        }
      }
      return Arrays.copyOf(some, n);
    }

    private Node split(int[] rows, int[] columns, int depth) {
      double g = 0;
      double h = 0;
      for (int row : rows) {
        g += gradient[row];
        h += curvature[row];
      }
      var best = depth == 0 ? Cut.NONE : best(rows, columns, g, h);
      if (best.feature() < 0) {
        return new Node(-1, 0, false, new Node[0], -g / (h + growth.lambda()));
      }
      var sides = new int[][] {new int[rows.length], new int[rows.length]};
      var sizes = new int[2];
      for (int row : rows) {
        int bin = bins[best.feature()][row];
        int side = (bin == 0 ? best.missingLeft() : bin <= best.bin()) ? 0 : 1;
        sides[side][sizes[side]++] = row;
      }
      var below =
          new Node[] {
            split(Arrays.copyOf(sides[0], sizes[0]), columns, depth - 1),
            split(Arrays.copyOf(sides[1], sizes[1]), columns, depth - 1)
          };
      double threshold = edges[best.feature()][best.bin() - 1];
      return new Node(best.feature(), threshold, best.missingLeft(), below, 0);
    }

    /// Where to cut: bins up to this one go left.
    private record Cut(int feature, int bin, boolean missingLeft, double worth) {
      static final Cut NONE = new Cut(-1, 0, false, 1e-6);
    }

    private Cut best(int[] rows, int[] columns, double g, double h) {
      var best = Cut.NONE;
      for (int feature : columns) {
        var sumG = new double[BINS + 1];
        var sumH = new double[BINS + 1];
        for (int row : rows) {
          int bin = bins[feature][row];
          sumG[bin] += gradient[row];
          sumH[bin] += curvature[row];
        }
        for (int side = 0; side < 2; side++) {
          double leftG = side == 0 ? sumG[0] : 0;
          double leftH = side == 0 ? sumH[0] : 0;
          for (int bin = 1; bin <= edges[feature].length; bin++) {
            leftG += sumG[bin];
            leftH += sumH[bin];
            double worth = worth(leftG, leftH, g - leftG, h - leftH, g, h);
            if (worth > best.worth()) {
              best = new Cut(feature, bin, side == 0, worth);
            }
          }
        }
      }
      return best;
    }

    private double worth(double lg, double lh, double rg, double rh, double g, double h) {
      if (lh < growth.leastCurvature() || rh < growth.leastCurvature()) {
        return 0;
      }
      double lambda = growth.lambda();
      return lg * lg / (lh + lambda) + rg * rg / (rh + lambda) - g * g / (h + lambda);
    }
  }
}
