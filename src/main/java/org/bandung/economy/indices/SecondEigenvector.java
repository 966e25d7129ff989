package org.bandung.economy.indices;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The second eigenvector of countries that share products, by repeated multiplication.
final class SecondEigenvector {

  private static final int ROUNDS = 20_000;
  private static final double ENOUGH = 1e-13;

  private SecondEigenvector() {}

  static double[] standardised(Grid balassa) {
    var diversification = Advantage.diversification(balassa);
    var rows = countries(diversification);
    var matrix = shared(balassa, rows, diversification);
    var first = new double[rows.length];
    Arrays.setAll(first, at -> Math.sqrt(diversification[rows[at]]));
    normalise(first);
    var vector = second(matrix, first);
    var result = new double[balassa.height()];
    Arrays.fill(result, Double.NaN);
    for (var at = 0; at < rows.length; at++) {
      result[rows[at]] = vector[at] / Math.sqrt(diversification[rows[at]]);
    }
    standardise(result, rows, diversification);
    return result;
  }

  private static int[] countries(int[] diversification) {
    return IntStream.range(0, diversification.length)
        .filter(row -> diversification[row] > 0)
        .toArray();
  }

  // Similar to W and symmetric: the eigenvectors are W's times the root of diversification.
  private static double[][] shared(Grid balassa, int[] rows, int[] diversification) {
    var place = new int[balassa.height()];
    for (var at = 0; at < rows.length; at++) {
      place[rows[at]] = at;
    }
    var matrix = new double[rows.length][rows.length];
    for (var holders : Advantage.holders(balassa)) {
      for (var one : holders) {
        for (var other : holders) {
          matrix[place[one]][place[other]] += 1.0 / holders.length;
        }
      }
    }
    for (var at = 0; at < rows.length; at++) {
      for (var other = 0; other < rows.length; other++) {
        matrix[at][other] /=
            Math.sqrt((double) diversification[rows[at]] * diversification[rows[other]]);
      }
    }
    return matrix;
  }

  private static double[] second(double[][] matrix, double[] first) {
    var vector = new double[first.length];
    Arrays.setAll(vector, at -> Math.sin(at + 1.0));
    for (var round = 0; round < ROUNDS; round++) {
      var along = product(vector, first);
      for (var at = 0; at < vector.length; at++) {
        vector[at] -= along * first[at];
      }
      normalise(vector);
      var next = new double[vector.length];
      for (var at = 0; at < next.length; at++) {
        next[at] = product(matrix[at], vector);
      }
      normalise(next);
      var change = 0.0;
      for (var at = 0; at < next.length; at++) {
        change = Math.max(change, Math.abs(next[at] - vector[at]));
      }
      vector = next;
      if (change < ENOUGH) {
        break;
      }
    }
    return vector;
  }

  private static void standardise(double[] values, int[] rows, int[] diversification) {
    var mean = Arrays.stream(rows).mapToDouble(row -> values[row]).average().orElse(0);
    var meanCount = Arrays.stream(rows).map(row -> diversification[row]).average().orElse(0);
    var squares = 0.0;
    var together = 0.0;
    for (var row : rows) {
      values[row] -= mean;
      squares += values[row] * values[row];
      together += values[row] * (diversification[row] - meanCount);
    }
    var scale = Math.sqrt(squares / rows.length) * (together < 0 ? -1 : 1);
    for (var row : rows) {
      values[row] = scale == 0 ? Double.NaN : values[row] / scale;
    }
  }

  private static double product(double[] a, double[] b) {
    var sum = 0.0;
    for (var at = 0; at < a.length; at++) {
      sum += a[at] * b[at];
    }
    return sum;
  }

  private static void normalise(double[] vector) {
    var length = Math.sqrt(product(vector, vector));
    for (var at = 0; at < vector.length && length > 0; at++) {
      vector[at] /= length;
    }
  }
}
