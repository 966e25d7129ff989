package org.bandung.web.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.indicators.Told;
import org.jspecify.annotations.Nullable;

/// Figures as lines of a download: one for each figure, so that any program can read them.
record FigureLines(Told told, FigureWords words) {

  static final List<String> COLUMNS =
      List.of(
          "row_dimension",
          "row",
          "row_name",
          "column_dimension",
          "column",
          "column_name",
          "measure",
          "in",
          "value",
          "initiatives",
          "initiatives_without_figure",
          "at_least",
          "at_most",
          "prices_of",
          "bounds");

  void write(Consumer<List<String>> line) {
    var question = told.question();
    var rows = question.rows();
    var columns = question.columns();
    if (rows.isPresent()) {
      for (var row : words.sorted(rows.get(), told.rows())) {
        if (columns.isPresent()) {
          for (var column : words.sorted(columns.get(), told.columns())) {
            line(line, row, column);
          }
        }
        line(line, row, null);
      }
    }
    if (columns.isPresent()) {
      words.sorted(columns.get(), told.columns()).forEach(column -> line(line, null, column));
    }
    line(line, null, null);
  }

  private void line(Consumer<List<String>> line, @Nullable String row, @Nullable String column) {
    var cell = told.cell(row, column);
    var figure = told.figure(row, column);
    if (cell.equals(Cell.NONE) && figure.isEmpty()) {
      return;
    }
    var question = told.question();
    line.accept(
        List.of(
            dimension(question.rows(), row),
            row == null ? "" : QuestionText.written(row),
            name(question.rows(), row),
            dimension(question.columns(), column),
            column == null ? "" : QuestionText.written(column),
            name(question.columns(), column),
            told.indicator().map(i -> i.code()).orElse(question.measure().word()),
            words.unit(told),
            plain(figure),
            Integer.toString(cell.records()),
            Integer.toString(cell.missing()),
            plain(told.least(row, column)),
            plain(told.most(row, column)),
            question.prices().map(p -> Integer.toString(p.year())).orElse(""),
            bounds(row, column)));
  }

  /// Whether bounds are known; empty of what has none.
  private String bounds(@Nullable String row, @Nullable String column) {
    var doubt = told.answer().doubt();
    return doubt.bounded() && told.least(row, column).isEmpty() ? "" : doubt.bounds().code();
  }

  private static String dimension(Optional<Dimension> dimension, @Nullable String code) {
    return code == null ? "" : dimension.orElseThrow().word();
  }

  private String name(Optional<Dimension> dimension, @Nullable String code) {
    return code == null ? "" : words.code(dimension.orElseThrow(), code);
  }

  private static String plain(Optional<BigDecimal> figure) {
    return figure.map(BigDecimal::toPlainString).orElse("");
  }
}
