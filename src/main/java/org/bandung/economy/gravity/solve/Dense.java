package org.bandung.economy.gravity.solve;

import java.util.ArrayList;
import java.util.List;

/// Small symmetric matrices of sums of squares and products.
final class Dense {

  /// Of a regressor less than this part of its squares is left: it says nothing new.
  static final double NOTHING_LEFT = 1e-9;

  private Dense() {}

  /// `X' W Z` of two sets of columns.
  static double[][] products(List<double[]> left, List<double[]> right, double[] weights) {
    var products = new double[left.size()][right.size()];
    for (int a = 0; a < left.size(); a++) {
      for (int b = 0; b < right.size(); b++) {
        products[a][b] = product(left.get(a), right.get(b), weights);
      }
    }
    return products;
  }

  /// `sum w x z`.
  static double product(double[] x, double[] z, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * x[i] * z[i];
    }
    return sum;
  }

  /// Which columns, taken in order, add to those before them.
  ///
  /// @param gram `X' W X` of columns from which effects are taken out
  /// @param whole sums of squares of the columns before that; sets what counts as nothing
  static List<Integer> independent(double[][] gram, double[] whole) {
    var kept = new ArrayList<Integer>();
    var lower = new ArrayList<double[]>();
    for (int c = 0; c < gram.length; c++) {
      var row = new double[kept.size() + 1];
      double left = gram[c][c];
      for (int k = 0; k < kept.size(); k++) {
        double value = gram[c][kept.get(k)];
        for (int m = 0; m < k; m++) {
          value -= row[m] * lower.get(k)[m];
        }
        row[k] = value / lower.get(k)[k];
        left -= row[k] * row[k];
      }
      if (left > NOTHING_LEFT * whole[c] && left > 0) {
        row[kept.size()] = Math.sqrt(left);
        kept.add(c);
        lower.add(row);
      }
    }
    return kept;
  }

  /// The inverse of a positive definite matrix.
  static double[][] inverse(double[][] matrix) {
    int n = matrix.length;
    var scale = new double[n];
    for (int i = 0; i < n; i++) {
      scale[i] = 1 / Math.sqrt(matrix[i][i]);
    }
    var a = new double[n][2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = matrix[i][j] * scale[i] * scale[j];
      }
      a[i][n + i] = 1;
    }
    for (int c = 0; c < n; c++) {
      pivot(a, c);
      for (int r = 0; r < n; r++) {
        double factor = a[r][c];
        for (int j = 0; r != c && factor != 0 && j < 2 * n; j++) {
          a[r][j] -= factor * a[c][j];
        }
      }
    }
    var inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        inverse[i][j] = a[i][n + j] * scale[i] * scale[j];
      }
    }
    return inverse;
  }

  private static void pivot(double[][] a, int c) {
    int best = c;
    for (int r = c + 1; r < a.length; r++) {
      best = Math.abs(a[r][c]) > Math.abs(a[best][c]) ? r : best;
    }
    var swapped = a[c];
    a[c] = a[best];
    a[best] = swapped;
    double by = a[c][c];
    if (by == 0) {
      throw new ArithmeticException("singular matrix");
    }
    for (int j = 0; j < a[c].length; j++) {
      a[c][j] /= by;
    }
  }

  static double[] times(double[][] matrix, double[] vector) {
    var result = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        result[i] += matrix[i][j] * vector[j];
      }
    }
    return result;
  }

  static double[][] times(double[][] left, double[][] right) {
    var result = new double[left.length][];
    for (int i = 0; i < left.length; i++) {
      result[i] = new double[right[0].length];
      for (int k = 0; k < right.length; k++) {
        for (int j = 0; j < right[0].length; j++) {
          result[i][j] += left[i][k] * right[k][j];
        }
      }
    }
    return result;
  }
}
