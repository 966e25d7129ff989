package org.bandung.web.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Dimension;
import org.jspecify.annotations.Nullable;

/// A table of figures as a page shows it; every figure is a door to its records.
///
/// @param corner what rows are
/// @param columns names of the columns
/// @param totals beneath the columns, that of all last
/// @param moreRows how many rows only the download has
public record FigureTable(
    String heading,
    String corner,
    List<String> columns,
    List<Row> rows,
    List<Door> totals,
    int moreRows,
    int moreColumns) {

  static final int ROWS = 260;
  static final int COLUMNS = 30;

  /// A row with its total.
  public record Row(String name, List<Door> cells, Door total) {}

  /// A figure, or why there is none.
  ///
  /// @param figure null if nothing is reported
  /// @param missing how many initiatives belong here but report no figure for it
  /// @param range between which bounds it lies; null if nothing of it is in doubt
  /// @param pairs address of the pairs that may be one
  public record Door(
      @Nullable String figure,
      int missing,
      @Nullable String href,
      @Nullable String range,
      @Nullable String pairs) {}

  static FigureTable of(Answer answer, FigureWords words) {
    return new Maker(answer, words).table();
  }

  private record Maker(Answer answer, FigureWords words) {

    FigureTable table() {
      var question = answer.question();
      var rows = codes(question.rows().orElse(null), answer.rows());
      var columns = codes(question.columns().orElse(null), answer.columns());
      var shownRows = rows.subList(0, Math.min(ROWS, rows.size()));
      var shownColumns = shown(columns);
      return new FigureTable(
          words.heading(question),
          question.rows().map(words::dimension).orElse(""),
          question
              .columns()
              .map(d -> shownColumns.stream().map(c -> words.code(d, c)).toList())
              .orElse(List.of()),
          shownRows.stream().map(r -> row(r, shownColumns)).toList(),
          totals(shownColumns),
          rows.size() - shownRows.size(),
          columns.size() - shownColumns.size());
    }

    private List<String> codes(@Nullable Dimension dimension, List<String> codes) {
      return dimension == null ? List.of() : words.sorted(dimension, codes);
    }

    /// The latest years; of anything else the first.
    private List<String> shown(List<String> columns) {
      if (columns.size() <= COLUMNS) {
        return columns;
      }
      boolean years = answer.question().columns().filter(Dimension.YEAR::equals).isPresent();
      return years
          ? columns.subList(columns.size() - COLUMNS, columns.size())
          : columns.subList(0, COLUMNS);
    }

    private Row row(String code, List<String> columns) {
      var question = answer.question();
      var rows = question.rows().orElseThrow();
      var cells = new ArrayList<Door>();
      for (var column : columns) {
        cells.add(
            door(
                answer.at(code, column),
                Map.of(rows, code, question.columns().orElseThrow(), column)));
      }
      return new Row(words.code(rows, code), cells, door(answer.at(code), Map.of(rows, code)));
    }

    private List<Door> totals(List<String> columns) {
      var totals = new ArrayList<Door>();
      for (var column : columns) {
        totals.add(
            door(
                answer.columnTotals().getOrDefault(column, Cell.NONE),
                Map.of(answer.question().columns().orElseThrow(), column)));
      }
      totals.add(door(answer.total(), Map.of()));
      return totals;
    }

    private Door door(Cell cell, Map<Dimension, String> at) {
      var narrowed = answer.question();
      for (var one : at.entrySet()) {
        // A partner is a second country that takes part too.
        narrowed = narrowed.where(one.getKey(), one.getValue());
      }
      return words.door(cell, answer.question(), narrowed);
    }
  }
}
