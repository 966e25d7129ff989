package org.bandung.economy.indices;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Figures by two codes, such as exports by exporter and product: sorted codes of the rows, sorted
/// codes of the columns, and one number for each of their pairs.
///
/// A pair of which nothing was stated counts as nothing in every sum, but is told apart: `stated`
/// is false and `find` is empty. A stated zero is a zero. A number that is not defined is `NaN`.
public final class Grid {

  private final List<String> rows;
  private final List<String> columns;
  private final double[] cells;
  // Null: every cell is stated.
  private final @Nullable BitSet stated;

  private Grid(List<String> rows, List<String> columns, double[] cells, @Nullable BitSet stated) {
    if (cells.length != Math.multiplyExact(rows.size(), columns.size())) {
      throw new IllegalArgumentException(
          cells.length + " cells for " + rows.size() + " rows of " + columns.size());
    }
    this.rows = List.copyOf(rows);
    this.columns = List.copyOf(columns);
    this.cells = cells;
    this.stated = stated;
    requireSorted(this.rows);
    requireSorted(this.columns);
  }

  /// Collects (row, column, value); values of the same pair are added.
  public static GridBuilder builder() {
    return new GridBuilder();
  }

  /// All cells row by row; each of them is stated. The array is not copied.
  public static Grid of(List<String> rows, List<String> columns, double[] cells) {
    return new Grid(rows, columns, cells, null);
  }

  /// Sums of values by the positions of their row and column, as `observations.Cells` gives them.
  public static Grid of(
      List<String> rows, List<String> columns, int[] rowOf, int[] columnOf, double[] values) {
    var width = columns.size();
    var cells = new double[Math.multiplyExact(rows.size(), width)];
    var stated = new BitSet(cells.length);
    for (var at = 0; at < values.length; at++) {
      var cell = rowOf[at] * width + columnOf[at];
      cells[cell] += values[at];
      stated.set(cell);
    }
    return new Grid(rows, columns, cells, stated);
  }

  /// Cells of which only some were stated; nothing is copied.
  static Grid of(List<String> rows, List<String> columns, double[] cells, @Nullable BitSet stated) {
    return new Grid(rows, columns, cells, stated);
  }

  /// The codes of the rows, sorted.
  public List<String> rows() {
    return rows;
  }

  /// The codes of the columns, sorted.
  public List<String> columns() {
    return columns;
  }

  public int height() {
    return rows.size();
  }

  public int width() {
    return columns.size();
  }

  /// Where a code stands among the rows; negative if it is none of them.
  public int row(String code) {
    return Collections.binarySearch(rows, code);
  }

  /// Where a code stands among the columns; negative if it is none of them.
  public int column(String code) {
    return Collections.binarySearch(columns, code);
  }

  /// The number in a cell; zero where nothing was stated.
  public double get(int row, int column) {
    return cells[row * columns.size() + column];
  }

  /// The number of a pair; empty if a code is unknown, nothing was stated or nothing is defined.
  public OptionalDouble find(String rowCode, String columnCode) {
    var row = row(rowCode);
    var column = column(columnCode);
    if (row < 0 || column < 0 || !stated(row, column) || Double.isNaN(get(row, column))) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(get(row, column));
  }

  /// Whether anything was said of this pair, a zero included.
  public boolean stated(int row, int column) {
    return stated == null || stated.get(row * columns.size() + column);
  }

  /// Of how many pairs something was stated.
  public int statedCells() {
    return stated == null ? cells.length : stated.cardinality();
  }

  /// Of how many columns this row states something.
  public int statedInRow(int row) {
    return (int) IntStream.range(0, width()).filter(column -> stated(row, column)).count();
  }

  public double rowSum(int row) {
    var sum = 0.0;
    for (var column = 0; column < width(); column++) {
      sum += get(row, column);
    }
    return sum;
  }

  public double columnSum(int column) {
    var sum = 0.0;
    for (var row = 0; row < height(); row++) {
      sum += get(row, column);
    }
    return sum;
  }

  public double total() {
    return Arrays.stream(rowSums()).sum();
  }

  public double[] rowSums() {
    var sums = new double[height()];
    Arrays.setAll(sums, this::rowSum);
    return sums;
  }

  public double[] columnSums() {
    var sums = new double[width()];
    for (var row = 0; row < height(); row++) {
      for (var column = 0; column < width(); column++) {
        sums[column] += cells[row * width() + column];
      }
    }
    return sums;
  }

  /// A copy of a row's numbers.
  public double[] rowValues(int row) {
    return Arrays.copyOfRange(cells, row * width(), (row + 1) * width());
  }

  /// A copy of a column's numbers.
  public double[] columnValues(int column) {
    var values = new double[height()];
    Arrays.setAll(values, row -> get(row, column));
    return values;
  }

  /// Rows become columns.
  public Grid transposed() {
    var turned = new double[cells.length];
    var said = stated == null ? null : new BitSet(cells.length);
    for (var row = 0; row < height(); row++) {
      for (var column = 0; column < width(); column++) {
        turned[column * height() + row] = get(row, column);
        if (said != null && stated(row, column)) {
          said.set(column * height() + row);
        }
      }
    }
    return new Grid(columns, rows, turned, said);
  }

  /// The same figures with exactly these rows and columns: others are left out, and of a code that
  /// was not there nothing is stated. So two grids are brought over the same products.
  public Grid over(Collection<String> wantedRows, Collection<String> wantedColumns) {
    var newRows = List.copyOf(new TreeSet<>(wantedRows));
    var newColumns = List.copyOf(new TreeSet<>(wantedColumns));
    var picked = new double[Math.multiplyExact(newRows.size(), newColumns.size())];
    var said = new BitSet(picked.length);
    var from = newColumns.stream().mapToInt(this::column).toArray();
    for (var row = 0; row < newRows.size(); row++) {
      var old = row(newRows.get(row));
      for (var column = 0; old >= 0 && column < from.length; column++) {
        if (from[column] >= 0 && stated(old, from[column])) {
          picked[row * from.length + column] = get(old, from[column]);
          said.set(row * from.length + column);
        }
      }
    }
    return new Grid(newRows, newColumns, picked, said);
  }

  // The cells themselves, row by row: kernels read them, nobody else does.
  double[] cells() {
    return cells;
  }

  @Nullable BitSet statedBits() {
    return stated;
  }

  private static void requireSorted(List<String> codes) {
    for (var at = 1; at < codes.size(); at++) {
      if (codes.get(at - 1).compareTo(codes.get(at)) >= 0) {
        throw new IllegalArgumentException(
            "codes are sorted and told apart, not " + codes.get(at - 1) + ", " + codes.get(at));
      }
    }
  }
}
