package org.bandung.exchange.packages;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.bandung.exchange.rows.Workbooks;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A package as one workbook, a sheet for each table. Texts are texts: nothing is ever a formula.
final class PackageWorkbook {

  /// What a sheet and a cell hold in every program for spreadsheets.
  private static final int MOST_ROWS = 1_048_576;

  private static final int LONGEST = 32_767;
  private static final int AT_ONCE = 500;

  /// A spreadsheet keeps fifteen digits of a number.
  private static final int DIGITS = 15;

  private PackageWorkbook() {}

  static void write(OutputStream out, PackageFolder folder, String readme) throws IOException {
    Workbooks.write(
        out,
        book -> {
          var first = book.newWorksheet("README");
          int line = 0;
          for (var text : readme.split("\n")) {
            first.value(line++, 0, text);
          }
          first.finish();
          for (var table : PackageTable.all()) {
            sheets(book, table, folder);
          }
        });
  }

  /// A table that is longer than a sheet goes on in the next.
  private static void sheets(Workbook book, PackageTable table, PackageFolder folder)
      throws IOException {
    try (var rows = CsvReader.builder().ofCsvRecord(folder.file(table.name()))) {
      int number = 1;
      int line = 1;
      var sheet = begin(book, table, number);
      for (var row : rows) {
        if (row.getStartingLineNumber() == 1) {
          continue; // the names of the columns
        }
        if (line >= MOST_ROWS) {
          sheet.finish();
          sheet = begin(book, table, ++number);
          line = 1;
        }
        fill(sheet, line++, row, table.columns());
        if (line % AT_ONCE == 0) {
          sheet.flush();
        }
      }
      sheet.finish();
    }
  }

  private static Worksheet begin(Workbook book, PackageTable table, int number) {
    var sheet = book.newWorksheet(number == 1 ? table.name() : table.name() + " " + number);
    for (int i = 0; i < table.columns().size(); i++) {
      sheet.value(0, i, table.columns().get(i).name());
      sheet.style(0, i).bold().set();
    }
    sheet.freezePane(0, 1);
    return sheet;
  }

  private static void fill(
      Worksheet sheet, int line, CsvRecord row, List<PackageTable.Column> columns) {
    for (int i = 0; i < columns.size(); i++) {
      var cell = row.getField(i);
      if (!cell.isEmpty()) {
        switch (columns.get(i).type()) {
          case "integer", "year" -> sheet.value(line, i, Integer.valueOf(cell));
          case "number" -> number(sheet, line, i, cell);
          default -> sheet.value(line, i, cell.length() > LONGEST ? cut(cell) : cell);
        }
      }
    }
  }

  /// A number that a spreadsheet would round stays a text.
  private static void number(Worksheet sheet, int line, int column, String cell) {
    var number = new BigDecimal(cell);
    if (number.precision() <= DIGITS && Math.abs(number.scale()) <= DIGITS) {
      sheet.value(line, column, number);
    } else {
      sheet.value(line, column, cell);
    }
  }

  private static String cut(String text) {
    int end = LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
