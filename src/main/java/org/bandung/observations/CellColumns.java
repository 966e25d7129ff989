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
    for (int d = positions.length - 1; d >= 0; d--) {
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
    return new Cells(codes, columns, sums, counts);
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
    var picked = new int[rows];
    for (int i = 0; i < rows; i++) {
      picked[i] = column[order == null ? i : order[i]];
    }
    return picked;
  }
}
