package org.bandung.economy.gravity.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Zero flows that no finite PPML estimate fits: a combination of regressors and effects that is
/// zero wherever there is a flow and positive at some of the zeros would fit those ever better the
/// larger it becomes. They carry no information on the other coefficients and are left out.
///
/// @see <a href="https://arxiv.org/abs/1903.01633">Correia, Guimarães, Zylkin 2019</a>
final class Separation {

  private static final double HEAVY = 1e5;
  private static final double NOTHING = 1e-4;
  private static final double HIGH = 1e-2;
  private static final double TOLERANCE = 1e-10;
  private static final int MOST_ROUNDS = 200;

  private Separation() {}

  /// Of some rows those whose groups all have a flow; leaving out repeats until nothing changes.
  static int[] withoutOnlyZeros(Model model, int[] rows) {
    var flow = model.flow().values();
    int[] left = rows;
    for (boolean again = true; again; ) {
      int before = left.length;
      for (var effect : model.effects()) {
        var sums = new double[effect.count()];
        for (int i : left) {
          sums[effect.of(i)] += flow[i];
        }
        left = Arrays.stream(left).filter(i -> sums[effect.of(i)] > 0).toArray();
      }
      again = left.length < before;
    }
    return left;
  }

  /// Rows that are not separated.
  ///
  /// @param model rows sorted for an [Absorber]
  static int[] notSeparated(Model model) {
    var flow = model.flow().values();
    if (Arrays.stream(flow).allMatch(y -> y > 0)) {
      return IntStream.range(0, flow.length).toArray();
    }
    var suspects = suspects(model);
    boolean any = false;
    for (boolean suspect : suspects) {
      any |= suspect;
    }
    var certain = any ? rectified(model, suspects) : new boolean[flow.length];
    return IntStream.range(0, flow.length).filter(i -> !certain[i]).toArray();
  }

  /// Zeros whose index is not determined by the flows: the values of a random combination of all
  /// effects are looked at where there are flows only; where the combination found there goes on to
  /// other values than the first one, a zero can be separated, and nowhere else.
  private static boolean[] suspects(Model model) {
    var flow = model.flow().values();
    var suspects = new boolean[flow.length];
    var there =
        Ppml.sort(model, IntStream.range(0, flow.length).filter(i -> flow[i] > 0).toArray());
    var sub = model.at(there);
    var absorber = new Absorber(sub.effects(), there.length);
    var ones = ones(there.length);
    if (!sub.regressors().isEmpty()) {
      var columns = new Absorbed(absorber, sub.columns(), there.length);
      columns.run(ones, ones, TOLERANCE);
      if (columns.independent(ones).size() < sub.regressors().size()) {
        for (int i = 0; i < flow.length; i++) {
          suspects[i] = flow[i] == 0;
        }
        return suspects;
      }
    }
    var drawn = drawn(model);
    var wanted = new double[there.length];
    Arrays.setAll(wanted, i -> sum(model, drawn, there[i]));
    absorber.weigh(ones);
    var found = onwards(model, sub, there, absorber.effects(wanted, TOLERANCE));
    for (int i = 0; i < flow.length; i++) {
      double off = sum(model, found, i) - sum(model, drawn, i);
      suspects[i] = flow[i] == 0 && Math.abs(off) > NOTHING;
    }
    return suspects;
  }

  private static List<double[]> drawn(Model model) {
    var random = new Random(1955);
    return model.effects().stream().map(e -> random.doubles(e.count()).toArray()).toList();
  }

  /// Values by the groups of the smaller model as values by the groups of the whole one.
  private static List<double[]> onwards(
      Model whole, Model part, int[] rows, List<double[]> values) {
    var onwards = new ArrayList<double[]>();
    for (int e = 0; e < values.size(); e++) {
      var all = new double[whole.effects().get(e).count()];
      for (int i = 0; i < rows.length; i++) {
        all[whole.effects().get(e).of(rows[i])] = values.get(e)[part.effects().get(e).of(i)];
      }
      onwards.add(all);
    }
    return onwards;
  }

  private static double sum(Model model, List<double[]> values, int row) {
    double sum = 0;
    for (int e = 0; e < values.size(); e++) {
      sum += values.get(e)[model.effects().get(e).of(row)];
    }
    return sum;
  }

  private static double[] ones(int rows) {
    var ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  /// The iterative rectifier: a least squares fit that must be zero where there are flows (a heavy
  /// weight sees to it) is cut off below zero and fitted again until nothing is below zero; what is
  /// above zero then is separated.
  ///
  /// Residuals are orthogonal to every combination that is zero where there are flows. Once their
  /// sum over the rounds is positive at all suspects, no such combination can be positive at one
  /// and negative at none: nothing is separated, and the search ends early.
  private static boolean[] rectified(Model model, boolean[] suspects) {
    int rows = model.rows();
    var weights = new double[rows];
    var target = new double[rows];
    for (int i = 0; i < rows; i++) {
      weights[i] = suspects[i] ? 1 : HEAVY;
      target[i] = suspects[i] ? 1 : 0;
    }
    var absorbed = new Absorbed(new Absorber(model.effects(), rows), model.columns(), rows);
    var left = new double[rows];
    var against = new double[rows];
    var certain = new boolean[rows];
    for (int round = 0; round < MOST_ROUNDS; round++) {
      absorbed.run(target, weights, 1e-7);
      absorbed.remainder(absorbed.coefficients(weights), left);
      double lowest = 0;
      double weakest = 1;
      double highest = 0;
      for (int i = 0; i < rows; i++) {
        double fitted = target[i] - left[i];
        lowest = suspects[i] ? Math.min(lowest, fitted) : lowest;
        highest = suspects[i] ? Math.max(highest, fitted) : highest;
        target[i] = suspects[i] && fitted > 0 ? fitted : 0;
        against[i] += left[i];
        weakest = suspects[i] ? Math.min(weakest, against[i]) : weakest;
        certain[i] = suspects[i] && fitted > HIGH;
      }
      if (weakest > HIGH) {
        return new boolean[rows];
      }
      if (lowest > -HIGH / 10 || highest < HIGH) {
        return highest < HIGH ? new boolean[rows] : certain;
      }
    }
    return new boolean[rows];
  }
}
