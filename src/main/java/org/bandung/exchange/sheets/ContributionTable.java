package org.bandung.exchange.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.rows.CsvTable;
import org.bandung.exchange.rows.SheetTable;
import org.bandung.exchange.rows.TableFile;
import org.bandung.exchange.rows.TableFormat;
import org.bandung.exchange.rows.TableLimits;
import org.bandung.exchange.rows.TableRow;
import org.bandung.exchange.rows.TableSink;
import org.bandung.kernel.Note;
import org.bandung.registry.sheets.SheetRow;
import org.jspecify.annotations.Nullable;

/// A sheet of contributions as a file.
public final class ContributionTable {

  /// Rows of one sheet that are read.
  public static final int MOST_ROWS = 500;

  private static final String FORMULA = "=+-@\t\r\n|\uFF1D\uFF0B\uFF0D\uFF20";

  private ContributionTable() {}

  /// A sheet as it was understood.
  ///
  /// @param remarks on its columns and rows
  /// @param unreadable why it, or its rest, cannot be read
  public record Sheet(List<SheetRow> rows, List<Note> remarks, Optional<Note> unreadable) {
    public Sheet {
      rows = List.copyOf(rows);
      remarks = List.copyOf(remarks);
    }
  }

  /// Reads a sheet that anybody may have sent.
  public static Sheet read(InputStream in) throws IOException {
    var sink = new Sink();
    Optional<Note> unreadable = Optional.empty();
    try {
      TableFile.read(in, TableFormat.SEEN, TableLimits.VISITOR, sink);
    } catch (Enough e) {
      unreadable = Optional.of(note(0, "bandung.too-many-rows", "" + MOST_ROWS));
    } catch (UnreadableInput e) {
      unreadable = Optional.of(note(0, e.code(), e.arguments().toArray(String[]::new)));
    }
    return new Sheet(sink.rows, sink.remarks, unreadable.or(() -> Optional.ofNullable(sink.bad)));
  }

  private static Note note(int line, String code, String... arguments) {
    return new Note(line, "", Note.Severity.REFUSED, code, "", List.of(arguments));
  }

  /// The sheet has more rows than are read.
  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Sink implements TableSink {
    private final List<SheetRow> rows = new ArrayList<>();
    private final List<Note> remarks = new ArrayList<>();
    private @Nullable Note bad;

    @Override
    public void columns(List<String> columns) {
      var known = columns.stream().map(ContributionTable::column).toList();
      columns.stream()
          .filter(c -> !SheetRow.COLUMNS.contains(column(c)))
          .forEach(c -> remarks.add(note(1, "bandung.column-unmapped", c)));
      if (!known.contains("initiative")) {
        bad = note(1, "bandung.mapping-column-missing", "initiative");
      }
    }

    @Override
    public void row(TableRow row) throws IOException {
      if (rows.size() == MOST_ROWS) {
        throw new Enough();
      }
      var cells = new LinkedHashMap<String, String>();
      row.cells()
          .forEach((name, values) -> {
            var column = column(name);
            var value = unguarded(values.getFirst().strip());
            if (SheetRow.COLUMNS.contains(column) && !value.isEmpty()) {
              cells.put(column, value);
            }
          });
      rows.add(
          new SheetRow(
              row.line(), cells, row.formulas().stream().map(ContributionTable::column).toList()));
    }

    /// A row that cannot be read is a fault of the whole: nobody may think it was taken.
    @Override
    public void refused(int line, String code, String... arguments) {
      bad = note(line, code, arguments);
    }

    @Override
    public void remark(int line, String code, String... arguments) {
      remarks.add(note(line, code, arguments));
    }
  }

  private static String column(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /// Without the apostrophe that our own template put before what looks like a formula.
  private static String unguarded(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  /// Writes a template as CSV.
  public static void csv(OutputStream out, List<List<@Nullable Object>> rows) {
    try (var table = CsvTable.download(out, SheetRow.COLUMNS)) {
      rows.forEach(row -> table.row(row.toArray()));
    }
  }

  /// Writes a template as a workbook.
  public static void workbook(OutputStream out, List<List<@Nullable Object>> rows)
      throws IOException {
    SheetTable.write(out, "contributions", SheetRow.COLUMNS, rows);
  }
}
