package org.bandung.linkage.engine;

import java.util.Arrays;

/// Weights of evidence that two records are the same, learnt without labels (Fellegi and Sunter;
/// expectation-maximisation after Winkler).
///
/// A pair is either a match (with probability `prior`) or not; given that, its fields agree
/// independently: a match reaches level `l` of field `f` with probability `m[f][l]`, another pair
/// with `u[f][l]`. The weight of a pattern is `Σ log2(m / u)` in bits; the probability of a match
/// follows by Bayes. The rounds run over distinct patterns with their counts, so a million pairs
/// cost no more than a few hundred.
///
/// Degenerate cases: without pairs, or after no round, the start comes back; a level never seen
/// keeps a little probability (`SMOOTHING` pairs), so no weight is infinite; where no field can
/// tell two kinds of pairs apart (one single pattern) rounds end at once and the probability is the
/// prior; which of the two kinds is "match" is fixed by the start, and [Model#turned] says when a
/// model ended with agreement speaking against a match.
///
/// @see <a href="https://doi.org/10.1080/01621459.1969.10501049">Fellegi and Sunter 1969</a>
public final class FellegiSunter {

  private static final double SMOOTHING = 0.01;
  private static final double CEILING = 1 - 1e-9;
  private static final double LOG2 = Math.log(2);

  private FellegiSunter() {}

  /// Where the rounds begin, and what they leave alone.
  ///
  /// @param prior share of the pairs that are matches
  /// @param keepU `u` was counted elsewhere (in pairs drawn at random) and stays
  /// @param keepM `m` is known and stays
  public record Start(double prior, double[][] m, double[][] u, boolean keepM, boolean keepU) {

    /// The usual beginning: a match reaches the best level with .8, each lower level with a third
    /// of the one above; of other pairs .9 disagree, and each level above has a third of the one
    /// below.
    public static Start guess(Shape shape, double prior) {
      var m = new double[shape.fields()][];
      var u = new double[shape.fields()][];
      for (int f = 0; f < m.length; f++) {
        m[f] = falling(shape.levels(f), 0.8, true);
        u[f] = falling(shape.levels(f), 0.9, false);
      }
      return new Start(prior, m, u, false, false);
    }

    /// The same with `u` as it was counted in pairs drawn at random, of which next to none match.
    public Start withU(double[][] counted) {
      return new Start(prior, m, counted, keepM, true);
    }

    private static double[] falling(int levels, double first, boolean best) {
      var p = new double[levels];
      double share = 1;
      double rest = 0;
      for (int i = 1; i < levels; i++) {
        p[best ? levels - i : i] = share;
        rest += i == 1 ? 0 : share;
        share /= 3;
      }
      int top = best ? levels - 1 : 1;
      for (int l = 1; l < levels; l++) {
        p[l] = levels == 2 ? 1 : l == top ? first : p[l] / rest * (1 - first);
      }
      p[0] = 1;
      return p;
    }
  }

  /// What was learnt.
  ///
  /// @param rounds how many were run
  /// @param converged no probability moved by more than the tolerance in the last one
  /// @param logLikelihood natural logarithm, of all pairs
  public record Model(
      Shape shape,
      double prior,
      double[][] m,
      double[][] u,
      int rounds,
      boolean converged,
      double logLikelihood) {

    /// The same with other probabilities of matches.
    public Model withM(double[][] other) {
      return new Model(shape, prior, other, u, rounds, converged, logLikelihood);
    }

    /// The weight of one field at a level, in bits; 0 for level 0.
    public double weight(int field, int level) {
      return level == 0 ? 0 : Math.log(m[field][level] / u[field][level]) / LOG2;
    }

    /// The weight of a whole pattern, in bits, without the prior.
    public double weight(int pattern) {
      double sum = 0;
      for (int f = 0; f < shape.fields(); f++) {
        sum += weight(f, shape.level(pattern, f));
      }
      return sum;
    }

    /// The weights of every pattern there can be, for scoring many pairs.
    public float[] weights() {
      var all = new float[shape.patterns()];
      for (int p = 0; p < all.length; p++) {
        all[p] = (float) weight(p);
      }
      return all;
    }

    /// The probability of a match at a weight in bits.
    public double probability(double weight) {
      double odds = prior / (1 - prior) * Math.pow(2, weight);
      return Double.isInfinite(odds) ? 1 : odds / (1 + odds);
    }

    /// Whether the two kinds changed places: full agreement speaks against a match.
    public boolean turned() {
      double best = 0;
      for (int f = 0; f < shape.fields(); f++) {
        best += weight(f, shape.levels(f) - 1);
      }
      return best < 0;
    }
  }

  /// Learns from patterns with their counts.
  ///
  /// @param counts how often each pattern of the shape was seen
  /// @param tolerance rounds end when no probability moves by more
  public static Model learn(
      Shape shape, long[] counts, Start start, int mostRounds, double tolerance) {
    if (counts.length != shape.patterns()) {
      throw new IllegalArgumentException(counts.length + " counts for another shape");
    }
    var seen = seen(counts);
    var now =
        new Model(shape, start.prior(), copy(start.m()), copy(start.u()), 0, seen.length == 0, 0);
    while (now.rounds() < mostRounds && !now.converged()) {
      now = round(now, seen, counts, start, tolerance);
    }
    return now;
  }

  private static int[] seen(long[] counts) {
    int[] seen = new int[counts.length];
    int n = 0;
    for (int p = 0; p < counts.length; p++) {
      if (counts[p] > 0) {
        seen[n++] = p;
      }
    }
    return Arrays.copyOf(seen, n);
  }

  private static double[][] copy(double[][] some) {
    return Arrays.stream(some).map(double[]::clone).toArray(double[][]::new);
  }

  private static Model round(Model old, int[] seen, long[] counts, Start start, double tolerance) {
    var shape = old.shape();
    var m = zeros(shape);
    var u = zeros(shape);
    double matches = 0;
    double all = 0;
    double likelihood = 0;
    for (int p : seen) {
      double ifMatch = old.prior();
      double ifNot = 1 - old.prior();
      for (int f = 0; f < shape.fields(); f++) {
        int l = shape.level(p, f);
        if (l > 0) {
          ifMatch *= old.m()[f][l];
          ifNot *= old.u()[f][l];
        }
      }
      double either = ifMatch + ifNot;
      double share = either > 0 ? ifMatch / either : old.prior();
      likelihood += counts[p] * Math.log(Math.max(either, Double.MIN_NORMAL));
      matches += counts[p] * share;
      all += counts[p];
      for (int f = 0; f < shape.fields(); f++) {
        m[f][shape.level(p, f)] += counts[p] * share;
        u[f][shape.level(p, f)] += counts[p] * (1 - share);
      }
    }
    double moved = start.keepM() ? keep(m, old.m()) : normalise(m, old.m());
    moved = Math.max(moved, start.keepU() ? keep(u, old.u()) : normalise(u, old.u()));
    double prior = Math.clamp(matches / all, 1 - CEILING, CEILING);
    moved = Math.max(moved, Math.abs(prior - old.prior()));
    return new Model(shape, prior, m, u, old.rounds() + 1, moved <= tolerance, likelihood);
  }

  private static double[][] zeros(Shape shape) {
    var some = new double[shape.fields()][];
    for (int f = 0; f < some.length; f++) {
      some[f] = new double[shape.levels(f)];
    }
    return some;
  }

  private static double keep(double[][] counted, double[][] old) {
    for (int f = 0; f < counted.length; f++) {
      counted[f] = old[f].clone();
    }
    return 0;
  }

  /// Makes probabilities of counts; level 0, not reported, is left out.
  private static double normalise(double[][] counted, double[][] old) {
    double moved = 0;
    for (int f = 0; f < counted.length; f++) {
      probabilities(counted[f]);
      for (int l = 1; l < counted[f].length; l++) {
        moved = Math.max(moved, Math.abs(counted[f][l] - old[f][l]));
      }
    }
    return moved;
  }

  /// Counts of the levels of one field become probabilities, in place; level 0 becomes 1.
  public static void probabilities(double[] counts) {
    double sum = 0;
    for (int l = 1; l < counts.length; l++) {
      counts[l] += SMOOTHING;
      sum += counts[l];
    }
    for (int l = 1; l < counts.length; l++) {
      counts[l] /= sum;
    }
    counts[0] = 1;
  }
}
