package org.bandung.economy.preferences;

import java.util.Optional;

/// Solves `A x = b` by elimination with row pivoting and one step of refinement: systems of some
/// thirty regions, for which no library is worth its place.
final class LinearSystem {

  /// A pivot below this part of the largest element counts as none.
  private static final double SINGULAR = 1e-13;

  private LinearSystem() {}

  /// @param matrix square, not changed
  /// @return nothing if there is not exactly one solution
  static Optional<double[]> solve(double[][] matrix, double[] right) {
    int n = right.length;
    var lu = new double[n][];
    for (int i = 0; i < n; i++) {
      lu[i] = matrix[i].clone();
    }
    var order = factor(lu);
    if (order == null) {
      return Optional.empty();
    }
    var solution = substituted(lu, order, right);
    var rest = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = right[i];
      for (int j = 0; j < n; j++) {
        sum -= matrix[i][j] * solution[j];
      }
      rest[i] = sum;
    }
    var correction = substituted(lu, order, rest);
    for (int i = 0; i < n; i++) {
      solution[i] += correction[i];
      if (!Double.isFinite(solution[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(solution);
  }

  /// Leaves both triangles in the matrix.
  ///
  /// @return the order of its rows; null if it is singular
  private static int @org.jspecify.annotations.Nullable [] factor(double[][] lu) {
    int n = lu.length;
    double largest = 0;
    var order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
      for (double element : lu[i]) {
        largest = Math.max(largest, Math.abs(element));
      }
    }
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        pivot = Math.abs(lu[i][k]) > Math.abs(lu[pivot][k]) ? i : pivot;
      }
      if (!(Math.abs(lu[pivot][k]) > SINGULAR * largest)) {
        return null;
      }
      var row = lu[k];
      lu[k] = lu[pivot];
      lu[pivot] = row;
      int place = order[k];
      order[k] = order[pivot];
      order[pivot] = place;
      eliminate(lu, k);
    }
    return order;
  }

  private static void eliminate(double[][] lu, int k) {
    for (int i = k + 1; i < lu.length; i++) {
      double factor = lu[i][k] / lu[k][k];
      lu[i][k] = factor;
      for (int j = k + 1; j < lu.length && factor != 0; j++) {
        lu[i][j] -= factor * lu[k][j];
      }
    }
  }

  private static double[] substituted(double[][] lu, int[] order, double[] right) {
    int n = right.length;
    var x = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = right[order[i]];
      for (int j = 0; j < i; j++) {
        sum -= lu[i][j] * x[j];
      }
      x[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = x[i];
      for (int j = i + 1; j < n; j++) {
        sum -= lu[i][j] * x[j];
      }
      x[i] = sum / lu[i][i];
    }
    return x;
  }
}
