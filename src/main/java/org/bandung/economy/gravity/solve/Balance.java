package org.bandung.economy.gravity.solve;

import java.util.Arrays;

/// Matrix balancing (RAS, iterative proportional fitting): factors of rows and columns that give a
/// matrix of trade costs the row and column sums of trade.
///
/// With exporter and importer effects and an offset, PPML's first-order conditions say just this,
/// so the structural gravity model needs no regression: `X = a_i T_ij b_j` with `a_i = rows_i /
/// sum_j T_ij b_j` and `b_j = columns_j / sum_i a_i T_ij`. Factors are kept as the start of the
/// next balancing. After some rounds, when it is known how fast they come nearer, they are moved
/// further than sums ask for (successive over-relaxation), which takes a third of the rounds.
final class Balance {

  private static final double TOLERANCE = 1e-12;
  private static final int ROUNDS_TO_LEARN = 12;
  private static final int MOST_ROUNDS = 20_000;

  private final int n;
  private final double[] costs;
  private final double[] turned;
  private final double[] rowFactors;
  private final double[] columnFactors;
  private final double[] scratch;
  private double learned = 1;

  /// @param costs `T_ij`, row by row, all positive
  Balance(double[] costs, int n) {
    this.n = n;
    this.costs = costs;
    this.turned = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        turned[j * n + i] = costs[i * n + j];
      }
    }
    this.rowFactors = new double[n];
    this.columnFactors = new double[n];
    this.scratch = new double[n];
    Arrays.fill(columnFactors, 1);
  }

  /// Balances.
  ///
  /// @param reference the country whose column factor is one
  /// @return how many rounds it took; negative if sums were not met
  int run(double[] rows, double[] columns, int reference) {
    double relaxation = learned;
    double before = 1;
    double atChange = Double.POSITIVE_INFINITY;
    for (int round = 1; round <= MOST_ROUNDS; round++) {
      combine(turned, columnFactors, scratch);
      move(rowFactors, rows, relaxation);
      combine(costs, rowFactors, scratch);
      double off = move(columnFactors, columns, relaxation);
      if (off < TOLERANCE) {
        normalise(reference);
        return round;
      }
      if (round == 1) {
        atChange = off;
      } else if (off > 10 * atChange) {
        relaxation = 1; // too bold: go on plainly, which always ends
        learned = 1;
        atChange = Double.POSITIVE_INFINITY;
      } else if (round == ROUNDS_TO_LEARN && relaxation == 1 && off < before) {
        relaxation = 2 / (1 + Math.sqrt(1 - Math.min(off / before, 0.99)));
        learned = relaxation;
        atChange = off;
      }
      before = off;
    }
    normalise(reference);
    return -MOST_ROUNDS;
  }

  /// Moves factors to what sums ask for, or beyond it.
  ///
  /// @return the largest relative move
  private double move(double[] factors, double[] sums, double relaxation) {
    double off = 0;
    for (int i = 0; i < n; i++) {
      double next = sums[i] / scratch[i];
      if (relaxation > 1 && factors[i] > 0) {
        next = factors[i] * Math.pow(next / factors[i], relaxation);
      }
      off = Math.max(off, Math.abs(next / factors[i] - 1));
      factors[i] = next;
    }
    return off;
  }

  private void normalise(int reference) {
    double by = columnFactors[reference];
    for (int i = 0; i < n; i++) {
      rowFactors[i] *= by;
      columnFactors[i] /= by;
    }
  }

  /// `out_j = sum_i factors_i matrix_ij`, row by row, which runs on vectors.
  private void combine(double[] matrix, double[] factors, double[] out) {
    Arrays.fill(out, 0);
    for (int i = 0; i < n; i++) {
      double factor = factors[i];
      int at = i * n;
      for (int j = 0; j < n; j++) {
        out[j] += factor * matrix[at + j];
      }
    }
  }

  /// Exporter factors; not a copy.
  double[] rowFactors() {
    return rowFactors;
  }

  /// Importer factors; not a copy.
  double[] columnFactors() {
    return columnFactors;
  }

  /// The balanced matrix.
  double[] flows() {
    var flows = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        flows[i * n + j] = rowFactors[i] * costs[i * n + j] * columnFactors[j];
      }
    }
    return flows;
  }
}
