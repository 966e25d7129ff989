package org.bandung.web.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.bandung.exchange.rows.CsvTable;
import org.bandung.exchange.rows.Workbooks;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// A table of a report that is more than the figures of one question: as a page, as CSV, as a
/// workbook.
///
/// @param columns their codes in a download, and their names
public record PlainTable(List<Column> columns, List<List<Cell>> rows) {

  private static final double WIDE = 34;

  public PlainTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// A column.
  public record Column(String code, String name, boolean number) {}

  /// What stands in a cell.
  ///
  /// @param text as a page shows it; null if nobody reported it
  /// @param number exact, of a figure
  /// @param href what it opens to
  /// @param detail a word beside it
  public record Cell(
      @Nullable String text,
      @Nullable BigDecimal number,
      @Nullable String href,
      @Nullable String detail) {

    static Cell of(String text) {
      return new Cell(text, null, null, null);
    }

    static Cell of(
        @Nullable BigDecimal number, Words words, @Nullable String href, @Nullable String detail) {
      return new Cell(
          number == null ? null : words.decimal(number.stripTrailingZeros()), number, href, detail);
    }

    /// As a download has it: what nobody reported stays empty.
    String plain() {
      return number != null ? number.toPlainString() : text == null ? "" : text;
    }
  }

  String[] codes() {
    return columns.stream().map(Column::code).toArray(String[]::new);
  }

  void write(CsvTable csv) {
    rows.forEach(row -> csv.row(row.stream().map(Cell::plain).toArray()));
  }

  /// Texts are texts: nothing is ever a formula.
  void write(OutputStream out, String heading, List<String> notes) throws IOException {
    Workbooks.write(
        out,
        book -> {
          var sheet = book.newWorksheet("Bandung");
          sheet.width(0, WIDE);
          sheet.value(0, 0, heading);
          sheet.style(0, 0).bold().set();
          int line = 1;
          for (var note : notes) {
            sheet.value(line++, 0, note);
          }
          line++;
          for (int c = 0; c < columns.size(); c++) {
            sheet.value(line, c, columns.get(c).name());
          }
          for (var row : rows) {
            line++;
            for (int c = 0; c < row.size(); c++) {
              var cell = row.get(c);
              if (cell.number() != null) {
                sheet.value(line, c, cell.number());
              } else if (cell.text() != null) {
                sheet.value(line, c, cell.text());
              }
            }
          }
        });
  }
}
