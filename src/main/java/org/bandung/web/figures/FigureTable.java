package org.bandung.web.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Question;
import org.bandung.statistics.indicators.Indicated;
import org.bandung.statistics.indicators.Told;
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
  /// @param detail of what an indicator is calculated; null if of nothing else
  /// @param missing how many initiatives belong here but report no figure for it
  /// @param range between which bounds it lies; null if nothing of it is in doubt
  /// @param pairs address of the pairs that may be one
  public record Door(
      @Nullable String figure,
      @Nullable String detail,
      int missing,
      @Nullable String href,
      @Nullable String range,
      @Nullable String pairs) {}

  /// The table of an answer.
  public static FigureTable of(Told told, FigureWords words) {
    return new Maker(told, words).table();
  }

  private record Maker(Told told, FigureWords words) {

    FigureTable table() {
      var question = told.question();
      var rows = codes(question.rows().orElse(null), told.rows());
      var columns = codes(question.columns().orElse(null), told.columns());
      var shownRows = rows.subList(0, Math.min(ROWS, rows.size()));
      var shownColumns = shown(columns);
      return new FigureTable(
          words.heading(told),
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
      boolean years = told.question().columns().filter(Dimension.YEAR::equals).isPresent();
      return years
          ? columns.subList(columns.size() - COLUMNS, columns.size())
          : columns.subList(0, COLUMNS);
    }

    private Row row(String code, List<String> columns) {
      var cells = columns.stream().map(column -> door(code, column)).toList();
      return new Row(
          words.code(told.question().rows().orElseThrow(), code), cells, door(code, null));
    }

    private List<Door> totals(List<String> columns) {
      var totals = new ArrayList<Door>();
      columns.forEach(column -> totals.add(door(null, column)));
      totals.add(door(null, null));
      return totals;
    }

    private Door door(@Nullable String row, @Nullable String column) {
      var cell = told.cell(row, column);
      var figure = told.figure(row, column).map(f -> words.figure(told, f)).orElse(null);
      if (cell.equals(Cell.NONE) && figure == null) {
        return new Door(null, null, 0, null, null, null);
      }
      var narrowed = narrowed(row, column);
      var range = range(row, column);
      return new Door(
          figure,
          detail(row, column),
          cell.missing(),
          FigureAddress.records(narrowed),
          range,
          range == null ? null : FigureAddress.pairs(narrowed));
    }

    private Question narrowed(@Nullable String row, @Nullable String column) {
      // A partner is a second country that takes part too.
      var question = told.question();
      if (row != null) {
        question = question.where(told.question().rows().orElseThrow(), row);
      }
      if (column != null) {
        question = question.where(told.question().columns().orElseThrow(), column);
      }
      return question;
    }

    private @Nullable String range(@Nullable String row, @Nullable String column) {
      var least = told.least(row, column);
      var most = told.most(row, column);
      return least.isPresent() && most.isPresent() && !least.equals(most)
          ? words.text(
              "figures.range", words.figure(told, least.get()), words.figure(told, most.get()))
          : null;
    }

    /// Of a quotient, what stands above and below the line.
    private @Nullable String detail(@Nullable String row, @Nullable String column) {
      if (!(told instanceof Indicated indicated)) {
        return null;
      }
      var above = indicated.above(row, column);
      var below = indicated.below(row, column);
      return above.isPresent() && below.isPresent()
          ? words.text("figures.of", whole(above.get()), whole(below.get()))
          : null;
    }

    private String whole(BigDecimal figure) {
      return words.figure(figure.setScale(0, RoundingMode.HALF_EVEN));
    }
  }
}
