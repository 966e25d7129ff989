package org.bandung.economy.indices;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What two rows of shares have in common, `sum over k of min(a_ik, b_jk)`, of all pairs of rows.
///
/// Shares are whole numbers of parts of nearly 2^31: of a sum of smaller whole numbers the compiler
/// makes vector instructions, of one of fractions it must not, because their order matters. The
/// result is off by at most half a part for each column, 1.3e-6 for 5,199 products, and in practice
/// by 2e-8; it does not depend on any order or number of threads. Rows are taken sixteen at a time,
/// which stay in the processor's second cache while the others pass by.
final class MinimumSums {

  private static final int ROWS = 16;

  private MinimumSums() {}

  /// Of each row of a with each row of b: their common part, `NaN` where one of them has no sum.
  static double[] all(double[] a, int rows, double[] b, int others, int width) {
    var first = parts(a, rows, width);
    var second = parts(b, others, width);
    var result = new double[rows * others];
    tiles(rows)
        .forEach(from -> {
          for (var other = 0; other < others; other++) {
            for (var row = from; row < Math.min(rows, from + ROWS); row++) {
              result[row * others + other] = common(first[row], second[other]);
            }
          }
        });
    return result;
  }

  /// Of each row of a with each row of a, 1 with itself; the lower half is the upper one's mirror.
  static double[] own(double[] a, int rows, int width) {
    var parts = parts(a, rows, width);
    var result = new double[rows * rows];
    tiles(rows)
        .forEach(from -> {
          for (var other = from; other < rows; other++) {
            for (var row = from; row < Math.min(other, from + ROWS); row++) {
              result[row * rows + other] = common(parts[row], parts[other]);
              result[other * rows + row] = result[row * rows + other];
            }
            result[other * rows + other] = parts[other] == null ? Double.NaN : 1;
          }
        });
    return result;
  }

  // Where each tile of rows begins.
  private static IntStream tiles(int rows) {
    return IntStream.range(0, (rows + ROWS - 1) / ROWS).map(tile -> tile * ROWS).parallel();
  }

  private static double common(int @Nullable [] a, int @Nullable [] b) {
    return a == null || b == null ? Double.NaN : (double) sum(a, b) / whole(a.length);
  }

  private static int sum(int[] a, int[] b) {
    var sum = 0;
    for (var k = 0; k < a.length; k++) {
      sum += Math.min(a[k], b[k]);
    }
    return sum;
  }

  // So many parts that they cannot overflow, even if all shares were rounded up.
  private static int whole(int width) {
    return Integer.MAX_VALUE - width;
  }

  // Null for a row without a sum.
  private static int[] @Nullable [] parts(double[] values, int rows, int width) {
    var parts = new int[rows] @Nullable [];
    for (var row = 0; row < rows; row++) {
      var sum = 0.0;
      for (var at = row * width; at < (row + 1) * width; at++) {
        sum += values[at];
      }
      parts[row] = sum > 0 ? parts(values, row * width, width, whole(width) / sum) : null;
    }
    return parts;
  }

  private static int[] parts(double[] values, int from, int width, double factor) {
    var parts = new int[width];
    for (var k = 0; k < width; k++) {
      parts[k] = (int) (values[from + k] * factor + 0.5);
    }
    return parts;
  }
}
