package org.bandung.economy.indices;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What two rows of shares have in common, `sum over k of min(a_ik, b_jk)`, of all pairs of rows.
///
/// The minimum is taken as `(a + b - |a - b|) / 2`, for the machine has an instruction for an
/// absolute value but none for a minimum as Java defines it. The innermost loop runs along j over
/// turned-round b, so that it is no reduction and the compiler makes vector instructions of it; k
/// is cut into blocks that stay in the processor's cache. Results do not depend on the number of
/// threads; rounding is below 1e-12.
final class MinimumSums {

  // Products at a time: with 220 countries a block of doubles is 225 KB, within the second cache.
  private static final int BLOCK = 128;
  // Rows of a that one task takes.
  private static final int ROWS = 16;

  private MinimumSums() {}

  /// Of each row of a with each row of b: their common part, `NaN` where one of them has no sum.
  static double[] all(double[] a, int rows, double[] b, int others, int width) {
    var turned = turned(shares(b, others, width), others, width);
    var shares = shares(a, rows, width);
    var result = new double[rows * others];
    var tasks = (rows + ROWS - 1) / ROWS;
    IntStream.range(0, tasks)
        .parallel()
        .forEach(task ->
            differences(
                shares,
                task * ROWS,
                Math.min(rows, (task + 1) * ROWS),
                0,
                turned,
                others,
                width,
                result));
    Arrays.setAll(result, at -> 1 - result[at] / 2);
    return result;
  }

  /// Of each row of a with each other row of a; the lower half is the upper one's mirror.
  static double[] own(double[] a, int rows, int width) {
    var shares = shares(a, rows, width);
    var turned = turned(shares, rows, width);
    var result = new double[rows * rows];
    var tasks = (rows + ROWS - 1) / ROWS;
    IntStream.range(0, tasks)
        .parallel()
        .forEach(task ->
            differences(
                shares,
                task * ROWS,
                Math.min(rows, (task + 1) * ROWS),
                task * ROWS,
                turned,
                rows,
                width,
                result));
    for (var row = 0; row < rows; row++) {
      for (var other = row; other < rows; other++) {
        var common = 1 - result[row * rows + other] / 2;
        result[row * rows + other] = common;
        result[other * rows + row] = common;
      }
    }
    return result;
  }

  private static void differences(
      double[] a,
      int from,
      int to,
      int first,
      double[] turned,
      int others,
      int width,
      double[] result) {
    var sums = new double[others];
    for (var block = 0; block < width; block += BLOCK) {
      var end = Math.min(width, block + BLOCK);
      for (var row = from; row < to; row++) {
        System.arraycopy(result, row * others, sums, 0, others);
        var at = block;
        for (; at + 4 <= end; at += 4) {
          addFour(a, row * width + at, turned, at * others, others, first, sums);
        }
        for (; at < end; at++) {
          addOne(a[row * width + at], turned, at * others, first, sums);
        }
        System.arraycopy(sums, 0, result, row * others, others);
      }
    }
  }

  private static void addFour(
      double[] a, int from, double[] turned, int at, int others, int first, double[] sums) {
    var a0 = a[from];
    var a1 = a[from + 1];
    var a2 = a[from + 2];
    var a3 = a[from + 3];
    var second = at + others;
    var third = second + others;
    var fourth = third + others;
    for (var j = first; j < others; j++) {
      sums[j] +=
          (Math.abs(a0 - turned[at + j]) + Math.abs(a1 - turned[second + j]))
              + (Math.abs(a2 - turned[third + j]) + Math.abs(a3 - turned[fourth + j]));
    }
  }

  private static void addOne(double a, double[] turned, int at, int first, double[] sums) {
    for (var j = first; j < sums.length; j++) {
      sums[j] += Math.abs(a - turned[at + j]);
    }
  }

  private static double[] shares(double[] values, int rows, int width) {
    var shares = new double[values.length];
    for (var row = 0; row < rows; row++) {
      var sum = 0.0;
      for (var at = row * width; at < (row + 1) * width; at++) {
        sum += values[at];
      }
      var factor = sum > 0 ? 1 / sum : Double.NaN;
      for (var at = row * width; at < (row + 1) * width; at++) {
        shares[at] = values[at] * factor;
      }
    }
    return shares;
  }

  private static double[] turned(double[] values, int rows, int width) {
    var turned = new double[values.length];
    for (var first = 0; first < width; first += 16) {
      var end = Math.min(width, first + 16);
      for (var row = 0; row < rows; row++) {
        for (var at = first; at < end; at++) {
          turned[at * rows + row] = values[row * width + at];
        }
      }
    }
    return turned;
  }
}
