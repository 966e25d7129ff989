package org.bandung.statistics.counting;

/// The figures of a table while they are counted; one for each thread.
final class Sums {

  /// One more cell for each row, column and for all: where a code is left out.
  final int rows;

  final int columns;
  final long[] values;
  final int[] records;
  final int[] missing;
  private final int[] lastRecord;
  private final int[] lastMissing;
  int considered;
  int withoutFigure;
  int notConverted;

  Sums(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    int cells = (rows + 1) * (columns + 1);
    values = new long[cells];
    records = new int[cells];
    missing = new int[cells];
    lastRecord = new int[cells];
    lastMissing = new int[cells];
  }

  /// Where the figure at a row and column stands; `rows` and `columns` stand for all of them.
  int cell(int row, int column) {
    return row * (columns + 1) + column;
  }

  /// @param record a number of the initiative, above 0 and not falling
  void add(int cell, long value, int record) {
    values[cell] += value;
    if (lastRecord[cell] != record) {
      lastRecord[cell] = record;
      records[cell]++;
    }
  }

  /// An initiative belongs here and has no figure here.
  void miss(int cell, int record) {
    if (lastMissing[cell] != record && lastRecord[cell] != record) {
      lastMissing[cell] = record;
      missing[cell]++;
    }
  }

  Sums plus(Sums other) {
    for (int i = 0; i < values.length; i++) {
      values[i] += other.values[i];
      records[i] += other.records[i];
      missing[i] += other.missing[i];
    }
    considered += other.considered;
    withoutFigure += other.withoutFigure;
    notConverted += other.notConverted;
    return this;
  }
}
