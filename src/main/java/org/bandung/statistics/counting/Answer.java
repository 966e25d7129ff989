package org.bandung.statistics.counting;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    Coverage coverage) {

  public Answer {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    cells = Map.copyOf(cells);
    rowTotals = Map.copyOf(rowTotals);
    columnTotals = Map.copyOf(columnTotals);
  }

  /// One figure.
  ///
  /// @param value a number of initiatives, cents, thousandths, or a sum of days; see [Measure.Unit]
  /// @param records initiatives behind it, each once
  /// @param missing initiatives that belong here but report no figure for it
  public record Cell(long value, int records, int missing) {

    /// Nothing at all.
    public static final Cell NONE = new Cell(0, 0, 0);

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
