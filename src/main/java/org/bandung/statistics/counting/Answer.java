package org.bandung.statistics.counting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the figures say to a question.
///
/// @param rows the codes that have anything, in no order; the empty text is "not reported"
/// @param columns the same; empty if the question has none
/// @param cells by row, then column; what has nothing has no cell
/// @param rowTotals by row; a total counts each initiative once and is not the sum of its cells
/// @param columnTotals by column
public record Answer(
    Question question,
    List<String> rows,
    List<String> columns,
    Map<String, Map<String, Cell>> cells,
    Map<String, Cell> rowTotals,
    Map<String, Cell> columnTotals,
    Cell total,
    Coverage coverage,
    Doubt doubt) {

  public Answer {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    cells = Map.copyOf(cells);
    rowTotals = Map.copyOf(rowTotals);
    columnTotals = Map.copyOf(columnTotals);
  }

  /// Figures of which nothing is in doubt.
  public Answer(
      Question question,
      List<String> rows,
      List<String> columns,
      Map<String, Map<String, Cell>> cells,
      Map<String, Cell> rowTotals,
      Map<String, Cell> columnTotals,
      Cell total,
      Coverage coverage) {
    this(question, rows, columns, cells, rowTotals, columnTotals, total, coverage, Doubt.NONE);
  }

  /// The same figures, of none of which bounds are known.
  Answer unbounded(Doubt other) {
    return new Answer(
        question,
        rows,
        columns,
        cells.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> unbounded(e.getValue()))),
        unbounded(rowTotals),
        unbounded(columnTotals),
        total.unbounded(),
        coverage,
        other);
  }

  private static Map<String, Cell> unbounded(Map<String, Cell> figures) {
    return figures.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().unbounded()));
  }

  Answer with(Doubt other) {
    return new Answer(
        question, rows, columns, cells, rowTotals, columnTotals, total, coverage, other);
  }

  /// How much of what is counted may be counted twice.
  ///
  /// @param groups of initiatives that may be one, with any in what was asked
  /// @param bounds whether figures tell at least and at most
  public record Doubt(int groups, Bounds bounds) {
    /// Nothing is in doubt.
    public static final Doubt NONE = new Doubt(0, Bounds.KNOWN);

    /// Whether figures tell at least and at most.
    public boolean bounded() {
      return bounds == Bounds.KNOWN;
    }

    /// Whether it is known at all what may count twice.
    public boolean looked() {
      return bounds != Bounds.NOT_LOOKED_AT;
    }
  }

  /// Whether bounds of figures are known.
  public enum Bounds {
    /// Every figure tells them.
    KNOWN,
    /// The table has too many cells.
    TOO_WIDE,
    /// Nobody looked which initiatives may be one, or there is too much to look at.
    NOT_LOOKED_AT;

    /// The word for it in tables and answers.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// One figure.
  ///
  /// @param value a number of initiatives, cents, thousandths, or a sum of days; see [Measure.Unit]
  /// @param records initiatives behind it, each once
  /// @param missing initiatives that belong here but report no figure for it
  /// @param least what it is at least, if initiatives that may be one are one
  /// @param most what it is at most
  public record Cell(long value, int records, int missing, long least, long most) {

    /// Nothing at all.
    public static final Cell NONE = new Cell(0, 0, 0);

    /// A figure that is not in doubt.
    public Cell(long value, int records, int missing) {
      this(value, records, missing, value, value);
    }

    /// The same figure, of which no bounds are known.
    Cell unbounded() {
      return reported() ? new Cell(value, records, missing, Long.MIN_VALUE, Long.MAX_VALUE) : this;
    }

    /// Whether its bounds are known.
    public boolean bounded() {
      return least != Long.MIN_VALUE;
    }

    /// Whether it lies between two bounds.
    public boolean unsure() {
      return bounded() && least != most;
    }

    /// Whether there is a figure: not reported is never zero.
    public boolean reported() {
      return records > 0;
    }

    /// The mean of what was added up; empty if nobody reported.
    public Optional<Double> mean() {
      return records == 0 ? Optional.empty() : Optional.of((double) value / records);
    }
  }

  /// What stands behind all figures.
  ///
  /// @param considered initiatives that fit the filter
  /// @param withoutFigure those of them that report no figure
  /// @param notConverted contributions whose amount is told, but cannot be brought into the
  ///   currency
  public record Coverage(int considered, int withoutFigure, int notConverted) {}

  /// The figure at a row and column.
  public Cell at(String row, String column) {
    return cells.getOrDefault(row, Map.of()).getOrDefault(column, Cell.NONE);
  }

  /// The figure of a row.
  public Cell at(String row) {
    return rowTotals.getOrDefault(row, Cell.NONE);
  }
}
