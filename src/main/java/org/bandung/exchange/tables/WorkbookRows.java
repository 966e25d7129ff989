package org.bandung.exchange.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// Reads one sheet of an Office Open XML workbook, after a look at what it unpacks to.
final class WorkbookRows {

  private static final int MOST_PARTS = 2_000;
  private static final int HIGHEST_RATIO = 200;
  private static final long RATIO_COUNTS_FROM = 8L << 20;
  private static final int MOST_SHARED_TEXT = 64 << 20;
  private static final int LETTERS_OF_A_COLUMN = 3;

  private final TableFormat format;
  private final TableLimits limits;
  private final TableSink sink;
  private final Columns columns;

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
    boolean styled = survey(bytes);
    try (var workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(styled, true))) {
      var sheet = sheet(workbook);
      try (var stream = sheet.openStream()) {
        for (var row : (Iterable<Row>) stream::iterator) {
          take(row);
        }
      }
    } catch (UnreadableInput e) {
      throw e;
    } catch (RuntimeException e) {
      // The library meets broken workbooks with many kinds of exceptions; none may end the import.
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

  private void take(Row row) throws IOException {
    int line = row.getRowNum();
    var cells = new ArrayList<String>();
    var formulas = new ArrayList<Integer>();
    for (int i = 0; i < row.getCellCount(); i++) {
      var cell = row.getCell(i);
      cells.add(cell == null ? "" : text(cell));
      if (cell != null && cell.getType() == CellType.FORMULA) {
        formulas.add(i);
      }
    }
    if (columns.isEmpty()) {
      if (line >= format.headerRow() && cells.stream().anyMatch(c -> !c.isBlank())) {
        columns.header(cells, line);
      }
    } else {
      columns.row(cells, formulas, line);
    }
  }

  /// A date as ISO 8601, a number without a fraction that is none, a formula as last calculated.
  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      var shown = cell.getDataFormatString();
      if (shown != null && isDate(shown)) {
        var date = cell.asDate().toString();
        return date.endsWith("T00:00") ? date.substring(0, 10) : date;
      }
      return cell.asNumber().stripTrailingZeros().toPlainString();
    }
    if (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR) {
      var raw = cell.getRawValue();
      return raw == null || cell.getType() == CellType.ERROR ? "" : raw;
    }
    return cell.getText();
  }

  private static boolean isDate(String format) {
    var plain = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
    return plain.contains("y") || (plain.contains("d") && plain.contains("m"));
  }

  /// Unpacks all parts once, keeping nothing: neither may they be far larger than the file, nor may
  /// a cell claim to stand where no column is.
  ///
  /// @return whether there are styles, without which no number is known to be a date
  private boolean survey(byte[] bytes) throws IOException {
    long unpacked = 0;
    int parts = 0;
    boolean styled = false;
    var buffer = new byte[1 << 16];
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++parts > MOST_PARTS) {
          throw new UnreadableInput("bandung.bomb");
        }
        boolean sheet = entry.getName().startsWith("xl/worksheets/");
        styled |= entry.getName().endsWith("styles.xml");
        boolean shared = entry.getName().equals("xl/sharedStrings.xml");
        var addresses = new ColumnLetters();
        long size = 0;
        for (int read; (read = zip.read(buffer)) > 0; ) {
          size += read;
          unpacked += read;
          boolean bomb =
              unpacked > limits.unpacked()
                  || (unpacked > RATIO_COUNTS_FROM && unpacked / bytes.length > HIGHEST_RATIO)
                  || (shared && size > MOST_SHARED_TEXT);
          if (bomb) {
            throw new UnreadableInput("bandung.bomb");
          }
          if (sheet) {
            addresses.look(buffer, read);
          }
        }
      }
      return styled;
    } catch (UnreadableInput e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableInput(
          "bandung.workbook-broken", Printable.of(String.valueOf(e.getMessage()), 120));
    }
  }

  /// Watches for `r="ABCD1"`: the library would make room for every column before it.
  private static final class ColumnLetters {
    private int state;
    private int letters;
    private byte before;

    void look(byte[] buffer, int length) throws UnreadableInput {
      for (int i = 0; i < length; i++) {
        byte b = buffer[i];
        if (state == 3 && isLetter(b)) {
          if (++letters > LETTERS_OF_A_COLUMN) {
            throw new UnreadableInput("bandung.workbook-broken", "column");
          }
        } else if (state == 0 || state == 3) {
          state = b == 'r' && before <= ' ' ? 1 : 0;
          letters = 0;
        } else if (state == 1) {
          state = b == '=' ? 2 : 0;
        } else {
          state = b == '"' || b == '\'' ? 3 : 0;
        }
        before = b;
      }
    }

    private static boolean isLetter(byte b) {
      return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
    }
  }
}
