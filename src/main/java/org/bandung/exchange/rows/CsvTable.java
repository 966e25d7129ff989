package org.bandung.exchange.rows;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bandung.reference.money.Conversion;
import org.jspecify.annotations.Nullable;

/// A table on its way out as CSV, safe to open in a spreadsheet: what anybody may have written is
/// never taken for a formula.
public final class CsvTable implements AutoCloseable {

  /// What begins a formula, in the wide forms of East Asian keyboards too.
  private static final String FORMULA = "=+-@\t\r\n|\uFF1D\uFF0B\uFF0D\uFF20";

  private final CsvWriter csv;

  private CsvTable(CsvWriter csv, List<String> header) {
    this.csv = csv;
    csv.writeRecord(header);
  }

  /// A table for whoever downloads it; the mark in front tells spreadsheets the encoding.
  public static CsvTable download(OutputStream out, List<String> header) {
    try {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      writer.write('\ufeff');
      return new CsvTable(CsvWriter.builder().build(writer), header);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A table in a file of this machine, written over if it is there.
  public static CsvTable file(Path file, List<String> header) throws IOException {
    return new CsvTable(CsvWriter.builder().build(Files.newBufferedWriter(file)), header);
  }

  /// One row: numbers as they are, nothing for null, anything else as text.
  public void row(@Nullable Object... cells) {
    var texts = new ArrayList<String>(cells.length);
    for (var cell : cells) {
      texts.add(
          cell == null ? "" : cell instanceof Number n ? written(n) : guarded(cell.toString()));
    }
    csv.writeRecord(texts);
  }

  /// Without an exponent, unless that would take a page.
  private static String written(Number number) {
    return number instanceof BigDecimal decimal && Conversion.isUsable(decimal)
        ? decimal.toPlainString()
        : number.toString();
  }

  /// A cell that a spreadsheet would run as a formula gets an apostrophe in front.
  static String guarded(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The table could not be written to its end", e);
    }
  }
}
