package org.bandung.exchange.rows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.files.WorkbookSurvey;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// Reads one sheet of an Office Open XML workbook, after a look at what it unpacks to.
final class WorkbookRows {

  private static final int MOST_DIGITS = 40;

  /// What one character of a row may take, its markup counted in.
  private static final long BYTES_OF_A_CHARACTER = 8;

  private final TableFormat format;
  private final TableLimits limits;
  private final TableSink sink;
  private final Columns columns;
  private int line;
  private long room;

  WorkbookRows(TableFormat format, TableLimits limits, TableSink sink) {
    this.format = format;
    this.limits = limits;
    this.sink = sink;
    this.columns = new Columns(limits, sink);
  }

  void read(InputStream in) throws IOException {
    var bytes = in.readNBytes(limits.workbook() + 1);
    if (bytes.length > limits.workbook()) {
      throw new UnreadableInput(
          "bandung.workbook-too-large", String.valueOf(limits.workbook() >> 20));
    }
    boolean styled =
        new WorkbookSurvey(limits.unpacked(), limits.record() * BYTES_OF_A_CHARACTER).look(bytes);
    var options = new ReadingOptions(styled, true);
    try (var workbook =
        guarded(() -> new ReadableWorkbook(new ByteArrayInputStream(bytes), options))) {
      var sheet = guarded(() -> sheet(workbook));
      try (var stream = guarded(sheet::openStream)) {
        var rows = guarded(stream::iterator);
        while (guarded(rows::hasNext)) {
          take(guarded(() -> cells(rows.next())));
        }
      }
    }
    columns.requireHeader();
  }

  private interface Step<T> {
    T take() throws IOException;
  }

  /// The library meets broken workbooks with many kinds of exceptions; none may end the import.
  /// Only it is watched here: what becomes of a row is not its fault.
  private static <T> T guarded(Step<T> step) throws UnreadableInput {
    try {
      return step.take();
    } catch (UnreadableInput e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new UnreadableInput("bandung.workbook-broken", Printable.of(reason, 120));
    }
  }

  private Sheet sheet(ReadableWorkbook workbook) throws UnreadableInput {
    if (format.sheet().isEmpty()) {
      return workbook.getFirstSheet();
    }
    var name = format.sheet().get();
    return workbook
        .findSheet(name)
        .orElseThrow(() -> {
          var names =
              workbook.getSheets().map(s -> Printable.of(s.getName(), 60)).limit(20).toList();
          return new UnreadableInput("bandung.no-such-sheet", name, String.join(", ", names));
        });
  }

  /// A row as the library has it.
  ///
  /// @param formulas which of the cells are calculated
  private record Cells(int number, List<String> texts, List<Integer> formulas) {}

  private Cells cells(Row row) throws UnreadableInput {
    room += row.getCellCount();
    if (room > limits.unpacked()) {
      throw new UnreadableInput("bandung.bomb");
    }
    var texts = new ArrayList<String>();
    var formulas = new ArrayList<Integer>();
    for (int i = 0; i < row.getCellCount(); i++) {
      var cell = row.getCell(i);
      texts.add(cell == null ? "" : text(cell));
      if (cell != null && cell.getType() == CellType.FORMULA) {
        formulas.add(i);
      }
    }
    return new Cells(row.getRowNum(), texts, formulas);
  }

  private void take(Cells row) throws IOException {
    // The number of a row is a claim like any other: it only ever grows.
    line = Math.max(line + 1, row.number);
    if (!columns.isEmpty()) {
      columns.row(row.texts, row.formulas, line);
    } else if (line >= format.headerRow()) {
      columns.header(row.texts, line);
    }
  }

  /// A date as ISO 8601, a number without a fraction that is none, a formula as last calculated.
  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      var shown = cell.getDataFormatString();
      return shown != null && isDate(shown) ? date(cell) : number(cell.asNumber());
    }
    if (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR) {
      var raw = cell.getRawValue();
      return raw == null || cell.getType() == CellType.ERROR ? "" : raw;
    }
    return cell.getText();
  }

  private static String date(Cell cell) {
    try {
      var date = cell.asDate().toString();
      return date.endsWith("T00:00") ? date.substring(0, 10) : date;
    } catch (RuntimeException e) {
      return number(cell.asNumber()); // a number that is no day of any calendar
    }
  }

  /// `1e999999999` would be a gigabyte of zeros.
  private static String number(BigDecimal number) {
    return Math.abs((long) number.scale()) > MOST_DIGITS
        ? number.toString()
        : number.stripTrailingZeros().toPlainString();
  }

  private static boolean isDate(String format) {
    var plain = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
    return plain.contains("y") || (plain.contains("d") && plain.contains("m"));
  }
}
