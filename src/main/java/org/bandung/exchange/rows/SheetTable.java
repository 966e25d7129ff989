package org.bandung.exchange.rows;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/// A table on its way out as a workbook of one sheet. Texts are texts: nothing is ever a formula.
public final class SheetTable {

  private static final int LONGEST = 32_767;
  private static final int AT_ONCE = 500;

  /// A spreadsheet keeps fifteen digits of a number.
  private static final int DIGITS = 15;

  private SheetTable() {}

  /// Writes the table, which is held in memory meanwhile.
  ///
  /// @param name of the sheet: short, letters and digits
  public static void write(
      OutputStream out, String name, List<String> header, List<List<@Nullable Object>> rows)
      throws IOException {
    Workbooks.write(out, book -> fill(book, name, header, rows));
  }

  private static void fill(
      Workbook book, String name, List<String> header, List<List<@Nullable Object>> rows)
      throws IOException {
    var sheet = book.newWorksheet(name);
    for (int i = 0; i < header.size(); i++) {
      sheet.value(0, i, header.get(i));
      sheet.style(0, i).bold().set();
    }
    sheet.freezePane(0, 1);
    int line = 1;
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) {
        switch (row.get(i)) {
          case null -> {
            // nobody reported it
          }
          case BigDecimal n when n.precision() <= DIGITS && Math.abs(n.scale()) <= DIGITS ->
              sheet.value(line, i, n);
          case Integer n -> sheet.value(line, i, n);
          case Object o -> sheet.value(line, i, shortened(o.toString()));
        }
      }
      if (++line % AT_ONCE == 0) {
        sheet.flush();
      }
    }
    sheet.finish();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 2) + "…";
  }
}
