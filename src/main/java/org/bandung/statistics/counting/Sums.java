package org.bandung.statistics.counting;

/// The figures of a table while they are counted; one for each thread.
final class Sums {

  /// What is known of a cell stands side by side, so that one look into memory finds it: the value,
  /// how many initiatives have a figure with the last of them, how many have none with the last.
  private static final int STRIDE = 3;

  private static final long LAST = 0xffff_ffffL;

  private final int columns;
  private final long[] cells;
  int considered;
  int withoutFigure;
  int notConverted;

  /// One more cell for each row, column and for all: where a code is left out.
  Sums(int rows, int columns) {
    this.columns = columns;
    this.cells = new long[(rows + 1) * (columns + 1) * STRIDE];
  }

  /// Where the figure at a row and column stands; the numbers of rows and columns stand for all.
  int cell(int row, int column) {
    return (row * (columns + 1) + column) * STRIDE;
  }

  /// The cell so many columns after one.
  int beside(int cell, int columns) {
    return cell + columns * STRIDE;
  }

  long value(int cell) {
    return cells[cell];
  }

  int records(int cell) {
    return (int) (cells[cell + 1] >>> 32);
  }

  int missing(int cell) {
    return (int) (cells[cell + 2] >>> 32);
  }

  /// @param record a number of the initiative, above 0 and not falling
  void add(int cell, long value, int record) {
    cells[cell] += value;
    long seen = cells[cell + 1];
    cells[cell + 1] = seenWith(seen, record, other(seen, record));
  }

  /// An initiative belongs here and has no figure here.
  void miss(int cell, int record) {
    long seen = cells[cell + 2];
    long more = other(seen, record) & other(cells[cell + 1], record);
    cells[cell + 2] = seenWith(seen, record, more);
  }

  /// 1 if another initiative was seen last, else 0. Reckoned, not asked: whether it was is as good
  /// as chance, and a processor that guesses wrong waits longer than these steps take.
  private static long other(long seen, int record) {
    int differs = (int) seen ^ record;
    return (differs | -differs) >>> 31;
  }

  private static long seenWith(long seen, int record, long more) {
    return (seen & ~LAST) + (more << 32) | record;
  }

  Sums plus(Sums other) {
    for (int at = 0; at < cells.length; at += STRIDE) {
      cells[at] += other.cells[at];
      cells[at + 1] += other.cells[at + 1] & ~LAST;
      cells[at + 2] += other.cells[at + 2] & ~LAST;
    }
    considered += other.considered;
    withoutFigure += other.withoutFigure;
    notConverted += other.notConverted;
    return this;
  }
}
