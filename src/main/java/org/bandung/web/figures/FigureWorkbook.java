package org.bandung.web.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.exchange.rows.Workbooks;
import org.bandung.statistics.indicators.Told;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Figures as a workbook, a sheet for each table. Texts are texts: nothing is ever a formula.
final class FigureWorkbook {

  private static final int LONGEST_NAME = 31;
  private static final double WIDE = 34;

  private FigureWorkbook() {}

  /// @param sheets tables by the names of their sheets
  static void write(OutputStream out, String heading, Map<String, Told> sheets, FigureWords words)
      throws IOException {
    var names = new HashSet<String>();
    Workbooks.write(
        out,
        book -> {
          for (var sheet : sheets.entrySet()) {
            fill(book.newWorksheet(name(sheet.getKey(), names)), heading, sheet, words);
          }
        });
  }

  /// Names of sheets are short, without signs that mean something, each once.
  private static String name(String wanted, Set<String> used) {
    var plain = wanted.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    var name = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    for (int n = 2; name.isEmpty() || !used.add(name.toLowerCase(java.util.Locale.ROOT)); n++) {
      var tail = " " + n;
      name = plain.substring(0, Math.min(LONGEST_NAME - tail.length(), plain.length())) + tail;
    }
    return name;
  }

  private static void fill(
      Worksheet sheet, String heading, Map.Entry<String, Told> table, FigureWords words) {
    var told = table.getValue();
    var question = told.question();
    sheet.width(0, WIDE);
    sheet.value(0, 0, heading);
    sheet.style(0, 0).bold().set();
    sheet.value(1, 0, table.getKey() + words.text("list.colon") + words.heading(told));
    sheet.value(2, 0, words.rule(told));
    if (!told.answer().doubt().looked()) {
      sheet.value(3, 0, words.text("figures.doubt.unlooked"));
    }
    int line = 4;
    int at = 0;
    sheet.value(line, at++, question.rows().map(words::dimension).orElse(""));
    var columns =
        question.columns().map(d -> words.sorted(d, told.columns())).orElse(java.util.List.of());
    for (var column : columns) {
      sheet.value(line, at++, words.code(question.columns().orElseThrow(), column));
    }
    sheet.value(line, at++, words.text("figures.total"));
    sheet.value(line, at++, words.text("figures.without-figure"));
    boolean unsure = told.answer().doubt().groups() > 0 && told.answer().doubt().bounded();
    if (unsure) {
      sheet.value(line, at++, words.text("figures.at-least"));
      sheet.value(line, at, words.text("figures.at-most"));
    }
    var rows = question.rows().map(d -> words.sorted(d, told.rows())).orElse(java.util.List.of());
    for (var row : rows) {
      line++;
      at = 0;
      sheet.value(line, at++, words.code(question.rows().orElseThrow(), row));
      for (var column : columns) {
        figure(sheet, line, at++, told.figure(row, column));
      }
      figure(sheet, line, at++, told.figure(row, null));
      tail(sheet, line, at, told, row, unsure);
    }
    line++;
    at = 0;
    sheet.value(line, at++, words.text("figures.total"));
    for (var column : columns) {
      figure(sheet, line, at++, told.figure(null, column));
    }
    figure(sheet, line, at++, told.figure(null, null));
    tail(sheet, line, at, told, null, unsure);
    sheet.freezePane(1, 5);
  }

  /// What is missing of a total, and between which bounds it lies.
  private static void tail(
      Worksheet sheet, int line, int column, Told told, @Nullable String row, boolean unsure) {
    sheet.value(line, column, told.cell(row, null).missing());
    if (unsure) {
      figure(sheet, line, column + 1, told.least(row, null));
      figure(sheet, line, column + 2, told.most(row, null));
    }
  }

  /// What nobody reported stays empty.
  private static void figure(Worksheet sheet, int line, int column, Optional<BigDecimal> figure) {
    figure.ifPresent(f -> sheet.value(line, column, f));
  }
}
