package org.bandung.economy.gravity.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What of a variable is left when all fixed effects are taken out of it, in weighted least
/// squares.
///
/// `residual = v - D a`, where `a` minimises `sum w (v - D a)^2` and `D` holds the dummies of all
/// effects (Frisch, Waugh and Lovell). The effect with the most levels is solved exactly within
/// each step; the others by conjugate gradients on what is left of the normal equations, with their
/// diagonal as preconditioner. The solution is kept and is the start of the next one, because in
/// iterated reweighting weights move little.
///
/// Rows must be sorted by the effect that is solved exactly: [#order] tells how.
public final class Absorber {

  private static final int MOST_STEPS = 3000;

  private final List<Groups> given;
  private final int exact;
  private final int rows;
  private final int[] start;
  private final int others;
  private final int[] levels;
  private final int unknowns;
  private double[] weights = {};
  private double[] exactWeight = {};
  private double[] diagonal = {};

  /// @param effects of rows in the order of [#order]
  public Absorber(List<Groups> effects, int rows) {
    this.rows = rows;
    this.given = List.copyOf(effects);
    this.exact = largest(effects);
    this.start = exact < 0 ? new int[] {0, rows} : starts(effects.get(exact));
    this.others = Math.max(0, effects.size() - 1);
    this.levels = new int[rows * others];
    int offset = 0;
    int k = 0;
    for (int e = 0; e < effects.size(); e++) {
      if (e == exact) {
        continue;
      }
      for (int i = 0; i < rows; i++) {
        levels[i * others + k] = offset + effects.get(e).of(i);
      }
      offset += effects.get(e).count();
      k++;
    }
    this.unknowns = offset;
  }

  /// The order in which rows must stand: by the groups of the effect with the most levels.
  public static int[] order(List<Groups> effects, int rows) {
    var order = new int[rows];
    int exact = largest(effects);
    if (exact < 0) {
      Arrays.setAll(order, i -> i);
      return order;
    }
    var groups = effects.get(exact);
    var next = new int[groups.count() + 1];
    for (int i = 0; i < rows; i++) {
      next[groups.of(i) + 1]++;
    }
    for (int g = 0; g < groups.count(); g++) {
      next[g + 1] += next[g];
    }
    for (int i = 0; i < rows; i++) {
      order[next[groups.of(i)]++] = i;
    }
    return order;
  }

  private static int largest(List<Groups> effects) {
    return java.util.stream.IntStream.range(0, effects.size())
        .boxed()
        .max(Comparator.comparingInt(e -> effects.get(e).count()))
        .orElse(-1);
  }

  private static int[] starts(Groups sorted) {
    var start = new int[sorted.count() + 1];
    int at = 0;
    for (int i = 1; i < sorted.rows(); i++) {
      if (sorted.of(i) != sorted.of(i - 1)) {
        start[++at] = i;
      }
    }
    if (at + 1 != sorted.count()) {
      throw new IllegalArgumentException("rows are not sorted by the largest effect");
    }
    start[sorted.count()] = sorted.rows();
    return start;
  }

  /// An empty solution to begin with.
  double[] begin() {
    return new double[unknowns];
  }

  /// The weights of the rows for the calls that follow; all positive.
  public void weigh(double[] newWeights) {
    weights = newWeights;
    exactWeight = new double[start.length - 1];
    diagonal = new double[unknowns];
    for (int g = 0; g + 1 < start.length; g++) {
      double sum = 0;
      for (int i = start[g]; i < start[g + 1]; i++) {
        sum += weights[i];
      }
      exactWeight[g] = sum;
      for (int i = start[g]; i < start[g + 1]; i++) {
        double own = weights[i] * (1 - weights[i] / sum);
        for (int k = i * others; k < (i + 1) * others; k++) {
          diagonal[levels[k]] += own;
        }
      }
    }
  }

  /// Takes the effects out of a variable.
  ///
  /// @param solution the start, and afterwards the solution, for the same variable
  /// @param residual what is left; may not be the variable itself
  /// @param tolerance how far the normal equations may be missed, relative to their right side
  /// @return how many steps it took; negative if the tolerance was not met
  int residual(double[] variable, double[] solution, double[] residual, double tolerance) {
    if (exact < 0) {
      System.arraycopy(variable, 0, residual, 0, rows);
      return 0;
    }
    int steps = unknowns == 0 ? 0 : solve(variable, solution, tolerance);
    for (int g = 0; g + 1 < start.length; g++) {
      double mean = 0;
      for (int i = start[g]; i < start[g + 1]; i++) {
        double value = variable[i];
        for (int k = i * others; k < (i + 1) * others; k++) {
          value -= solution[levels[k]];
        }
        residual[i] = value;
        mean += weights[i] * value;
      }
      mean /= exactWeight[g];
      for (int i = start[g]; i < start[g + 1]; i++) {
        residual[i] -= mean;
      }
    }
    return steps;
  }

  /// The values of all effects that come nearest to a variable, in the order in which the effects
  /// were given. Each is determined up to what it has in common with the others.
  public List<double[]> effects(double[] variable, double tolerance) {
    var solution = begin();
    var left = new double[rows];
    residual(variable, solution, left, tolerance);
    var values = new ArrayList<double[]>();
    int from = 0;
    for (int e = 0; e < given.size(); e++) {
      if (e == exact) {
        values.add(exactValues(variable, solution, left));
      } else {
        values.add(Arrays.copyOfRange(solution, from, from + given.get(e).count()));
        from += given.get(e).count();
      }
    }
    return values;
  }

  private double[] exactValues(double[] variable, double[] solution, double[] left) {
    var values = new double[given.get(exact).count()];
    for (int i = 0; i < rows; i++) {
      double value = variable[i] - left[i];
      for (int k = i * others; k < (i + 1) * others; k++) {
        value -= solution[levels[k]];
      }
      values[given.get(exact).of(i)] = value;
    }
    return values;
  }

  private int solve(double[] variable, double[] x, double tolerance) {
    var r = new double[unknowns];
    var scratch = new double[widest()];
    gather(variable, r, scratch);
    double aim = tolerance * tolerance * norm(r);
    var product = new double[unknowns];
    apply(x, product, scratch);
    for (int j = 0; j < unknowns; j++) {
      r[j] -= product[j];
    }
    double rz = norm(r);
    var p = new double[unknowns];
    for (int j = 0; j < unknowns; j++) {
      p[j] = preconditioned(r, j);
    }
    int step = 0;
    while (rz > aim) {
      if (step == MOST_STEPS) {
        return -step;
      }
      Arrays.fill(product, 0);
      apply(p, product, scratch);
      double curvature = 0;
      for (int j = 0; j < unknowns; j++) {
        curvature += p[j] * product[j];
      }
      if (!(curvature > 0)) {
        return step; // what is left lies in what the effects have in common
      }
      double alpha = rz / curvature;
      for (int j = 0; j < unknowns; j++) {
        x[j] += alpha * p[j];
        r[j] -= alpha * product[j];
      }
      double next = norm(r);
      double beta = next / rz;
      rz = next;
      for (int j = 0; j < unknowns; j++) {
        p[j] = preconditioned(r, j) + beta * p[j];
      }
      step++;
    }
    return step;
  }

  private double preconditioned(double[] r, int j) {
    return diagonal[j] > 0 ? r[j] / diagonal[j] : 0;
  }

  private double norm(double[] r) {
    double sum = 0;
    for (int j = 0; j < unknowns; j++) {
      sum += r[j] * preconditioned(r, j);
    }
    return sum;
  }

  private int widest() {
    int widest = 0;
    for (int g = 0; g + 1 < start.length; g++) {
      widest = Math.max(widest, start[g + 1] - start[g]);
    }
    return widest;
  }

  /// `out += D' W (v - mean of v in the exact groups)`.
  private void gather(double[] v, double[] out, double[] scratch) {
    for (int g = 0; g + 1 < start.length; g++) {
      double mean = 0;
      for (int i = start[g]; i < start[g + 1]; i++) {
        mean += weights[i] * v[i];
      }
      mean /= exactWeight[g];
      for (int i = start[g]; i < start[g + 1]; i++) {
        scratch[i - start[g]] = weights[i] * (v[i] - mean);
      }
      scatter(g, scratch, out);
    }
  }

  /// The same of `v = D p`, without writing `v` down.
  private void apply(double[] p, double[] out, double[] scratch) {
    for (int g = 0; g + 1 < start.length; g++) {
      int from = start[g];
      int to = start[g + 1];
      double mean = 0;
      for (int i = from; i < to; i++) {
        double value = 0;
        for (int k = i * others; k < (i + 1) * others; k++) {
          value += p[levels[k]];
        }
        scratch[i - from] = value;
        mean += weights[i] * value;
      }
      mean /= exactWeight[g];
      for (int i = from; i < to; i++) {
        scratch[i - from] = weights[i] * (scratch[i - from] - mean);
      }
      scatter(g, scratch, out);
    }
  }

  private void scatter(int g, double[] scratch, double[] out) {
    int from = start[g];
    for (int i = from; i < start[g + 1]; i++) {
      double value = scratch[i - from];
      for (int k = i * others; k < (i + 1) * others; k++) {
        out[levels[k]] += value;
      }
    }
  }
}
