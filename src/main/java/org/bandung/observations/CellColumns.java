package org.bandung.observations;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Columns of an answer while it is read.
final class CellColumns {
  final int[][] positions;
  double[] values = new double[1 << 12];
  int[] counts = new int[1 << 12];
  int rows;

  CellColumns(int dimensions) {
    positions = new int[dimensions][1 << 12];
  }

  void reserve(int more) {
    int length = values.length;
    if (rows + more > length) {
      length = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(rows + more, length * 3L / 2));
      values = Arrays.copyOf(values, length);
      counts = Arrays.copyOf(counts, length);
      for (int d = 0; d < positions.length; d++) {
        positions[d] = Arrays.copyOf(positions[d], length);
      }
    }
  }

  /// In the order of the first dimension, then the second and so on: the engine gives rows out in
  /// any order, and sums over them must not differ from one time to the next.
  Cells cells(List<Dimension> by, Map<Dimension, List<String>> codes) {
    int @Nullable [] order = null;
    // Large files lie in the order of the questions to them: then nothing is to be done.
    for (int d = isInOrder() ? -1 : positions.length - 1; d >= 0; d--) {
      order = sorted(order, positions[d], codes.getOrDefault(by.get(d), List.of()).size());
    }
    Map<Dimension, int[]> columns = new EnumMap<>(Dimension.class);
    for (int d = 0; d < positions.length; d++) {
      columns.put(by.get(d), picked(positions[d], order));
      positions[d] = new int[0];
    }
    counts = picked(counts, order);
    var sums = new double[rows];
    for (int i = 0; i < rows; i++) {
      sums[i] = values[order == null ? i : order[i]];
    }
    return merged(codes, columns, sums);
  }

  /// Rows that tell the same apart become one: their values are added up.
  private Cells merged(
      Map<Dimension, List<String>> codes, Map<Dimension, int[]> columns, double[] sums) {
    var sides = columns.values().toArray(int[][]::new);
    int last = 0;
    double rest = 0;
    for (int row = 1; row < rows; row++) {
      if (!same(sides, last, row)) {
        sums[last] += rest;
        rest = 0;
        last++;
        for (var side : sides) {
          side[last] = side[row];
        }
        sums[last] = sums[row];
        counts[last] = counts[row];
      } else {
        // What adding up loses is kept aside (Neumaier).
        double sum = sums[last] + sums[row];
        rest +=
            Math.abs(sums[last]) >= Math.abs(sums[row])
                ? sums[last] - sum + sums[row]
                : sums[row] - sum + sums[last];
        sums[last] = sum;
        counts[last] += counts[row];
      }
    }
    if (rows == 0 || last == rows - 1) {
      return new Cells(codes, columns, sums, counts);
    }
    sums[last] += rest;
    int left = last + 1;
    columns.replaceAll((dimension, column) -> Arrays.copyOf(column, left));
    return new Cells(codes, columns, Arrays.copyOf(sums, left), Arrays.copyOf(counts, left));
  }

  private static boolean same(int[][] sides, int one, int other) {
    for (var side : sides) {
      if (side[one] != side[other]) {
        return false;
      }
    }
    return true;
  }

  private boolean isInOrder() {
    for (int row = 1; row < rows; row++) {
      int d = 0;
      while (d < positions.length && positions[d][row - 1] == positions[d][row]) {
        d++;
      }
      if (d < positions.length && positions[d][row - 1] > positions[d][row]) {
        return false;
      }
    }
    return true;
  }

  private int[] sorted(int @Nullable [] order, int[] keys, int codes) {
    var starts = new int[codes + 1];
    for (int i = 0; i < rows; i++) {
      starts[keys[i] + 1]++;
    }
    for (int c = 0; c < codes; c++) {
      starts[c + 1] += starts[c];
    }
    var sorted = new int[rows];
    for (int i = 0; i < rows; i++) {
      int row = order == null ? i : order[i];
      sorted[starts[keys[row]]++] = row;
    }
    return sorted;
  }

  private int[] picked(int[] column, int @Nullable [] order) {
    if (order == null) {
      return Arrays.copyOf(column, rows);
    }
    var picked = new int[rows];
    for (int i = 0; i < rows; i++) {
      picked[i] = column[order[i]];
    }
    return picked;
  }
}
