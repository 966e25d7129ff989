package org.bandung.web.substitution;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.bandung.exchange.rows.Workbooks;
import org.bandung.web.frame.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// A table as a file: numbers as numbers, what the data do not tell empty.
///
/// @param notes what a reader must know of it, above the table in a workbook
final class FlatTable {

  private final List<String> columns;
  private final List<String> notes;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  FlatTable(List<String> columns, List<String> notes) {
    this.columns = List.copyOf(columns);
    this.notes = List.copyOf(notes);
  }

  void row(List<@Nullable Object> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns.size());
    }
    rows.add(cells);
  }

  static @Nullable Double told(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  void csv(HttpServletResponse response, String name) throws IOException {
    try (var table = Download.table(response, name, columns.toArray(String[]::new))) {
      for (var row : rows) {
        table.row(row.stream().map(FlatTable::plain).toArray());
      }
    }
  }

  private static Object plain(@Nullable Object cell) {
    return cell == null ? "" : cell instanceof Double number ? Numbers.exact(number) : cell;
  }

  void xlsx(HttpServletResponse response, String name) throws IOException {
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bandung-" + name + ".xlsx\"");
    Workbooks.write(
        response.getOutputStream(),
        book -> {
          var sheet = book.newWorksheet("Bandung");
          int line = 0;
          for (var note : notes) {
            sheet.value(line++, 0, note);
          }
          line++;
          for (int c = 0; c < columns.size(); c++) {
            sheet.value(line, c, columns.get(c));
          }
          for (var row : rows) {
            line++;
            for (int c = 0; c < row.size(); c++) {
              if (row.get(c) instanceof Number number) {
                sheet.value(line, c, number);
              } else if (row.get(c) != null) {
                sheet.value(line, c, String.valueOf(row.get(c)));
              }
            }
          }
        });
  }
}
