package org.bandung.web.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Answer.Cell;
import org.jspecify.annotations.Nullable;

/// Figures as lines of a download: one for each figure, so that any program can read them.
record FigureLines(Answer answer, FigureWords words) {

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
          "prices_of");

  void write(Consumer<List<String>> line) {
    var question = answer.question();
    var rows = question.rows();
    if (rows.isPresent()) {
      for (var row : words.sorted(rows.get(), answer.rows())) {
        if (question.columns().isPresent()) {
          for (var column : words.sorted(question.columns().get(), answer.columns())) {
            line(line, row, column, answer.at(row, column));
          }
        }
        line(line, row, null, answer.at(row));
      }
    }
    for (var column : answer.columns()) {
      line(line, null, column, answer.columnTotals().getOrDefault(column, Cell.NONE));
    }
    line(line, null, null, answer.total());
  }

  private void line(
      Consumer<List<String>> line, @Nullable String row, @Nullable String column, Cell cell) {
    if (cell.equals(Cell.NONE)) {
      return;
    }
    var question = answer.question();
    line.accept(
        List.of(
            row == null ? "" : question.rows().orElseThrow().word(),
            row == null ? "" : QuestionText.written(row),
            row == null ? "" : words.code(question.rows().orElseThrow(), row),
            column == null ? "" : question.columns().orElseThrow().word(),
            column == null ? "" : QuestionText.written(column),
            column == null ? "" : words.code(question.columns().orElseThrow(), column),
            question.measure().word(),
            question.in(),
            question.measure().figure(cell).map(BigDecimal::toPlainString).orElse(""),
            Integer.toString(cell.records()),
            Integer.toString(cell.missing()),
            question.measure().least(cell).map(BigDecimal::toPlainString).orElse(""),
            question.measure().most(cell).map(BigDecimal::toPlainString).orElse(""),
            question.prices().map(p -> Integer.toString(p.year())).orElse("")));
  }
}
