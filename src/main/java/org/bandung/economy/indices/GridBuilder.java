package org.bandung.economy.indices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Collects figures of pairs of codes, in any order, until they are a `Grid`.
public final class GridBuilder {

  private final Map<String, Integer> rows = new HashMap<>();
  private final Map<String, Integer> columns = new HashMap<>();
  private int[] rowOf = new int[64];
  private int[] columnOf = new int[64];
  private double[] values = new double[64];
  private int size;

  GridBuilder() {}

  /// Adds a figure; of the same pair they add up. A number that is none is refused.
  public GridBuilder add(String row, String column, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(row + ", " + column + ": not a number: " + value);
    }
    if (size == values.length) {
      rowOf = Arrays.copyOf(rowOf, size * 2);
      columnOf = Arrays.copyOf(columnOf, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    rowOf[size] = number(rows, row);
    columnOf[size] = number(columns, column);
    values[size++] = value;
    return this;
  }

  /// How many figures were added.
  public int size() {
    return size;
  }

  public Grid build() {
    var rowPlaces = places(rows);
    var columnPlaces = places(columns);
    var sortedRows = new int[size];
    var sortedColumns = new int[size];
    Arrays.setAll(sortedRows, at -> rowPlaces[rowOf[at]]);
    Arrays.setAll(sortedColumns, at -> columnPlaces[columnOf[at]]);
    return Grid.of(
        sorted(rows), sorted(columns), sortedRows, sortedColumns, Arrays.copyOf(values, size));
  }

  private static int number(Map<String, Integer> known, String code) {
    var next = known.size();
    var old = known.putIfAbsent(code, next);
    return old == null ? next : old;
  }

  private static List<String> sorted(Map<String, Integer> codes) {
    return new ArrayList<>(new TreeSet<>(codes.keySet()));
  }

  // From the order in which codes were met to their sorted order.
  private static int[] places(Map<String, Integer> codes) {
    var places = new int[codes.size()];
    var place = 0;
    for (var code : sorted(codes)) {
      places[codes.getOrDefault(code, 0)] = place++;
    }
    return places;
  }
}
