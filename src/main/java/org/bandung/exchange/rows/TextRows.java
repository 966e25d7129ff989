package org.bandung.exchange.rows;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.jspecify.annotations.Nullable;

/// Reads text with delimiters: comma, semicolon, tabulator or bar.
final class TextRows {

  private static final int BUFFER = 16 << 20;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private final TableFormat format;
  private final TableLimits limits;
  private final TableSink sink;
  private final Columns columns;

  TextRows(TableFormat format, TableLimits limits, TableSink sink) {
    this.format = format;
    this.limits = limits;
    this.sink = sink;
    this.columns = new Columns(limits, sink);
  }

  void read(Reader reader, String beginning) throws IOException {
    var counted = new QuoteCounter(reader);
    var rows =
        CsvReader.builder()
            .fieldSeparator(format.delimiter().orElseGet(() -> delimiter(beginning)))
            .maxBufferSize(Math.min(BUFFER, Math.max(1 << 16, limits.record() * 2)))
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(counted)
            .iterator();
    CsvRecord held = null;
    int count = 0;
    try {
      while (rows.hasNext()) {
        if (held != null) {
          take(held, ++count);
        }
        held = rows.next();
      }
    } catch (CsvParseException e) {
      if (held != null) {
        take(held, ++count);
      }
      throw broken(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    last(held, count + 1, counted);
    columns.requireHeader();
  }

  /// With an odd number of quotes the last record swallowed all behind the one never closed.
  private void last(@Nullable CsvRecord held, int count, QuoteCounter counted) throws IOException {
    if (held == null) {
      return;
    }
    boolean open = counted.quotes % 2 != 0;
    var end = held.getField(held.getFieldCount() - 1);
    if (open && (end.indexOf('\n') >= 0 || end.indexOf('\r') >= 0)) {
      int line = (int) held.getStartingLineNumber();
      sink.refused(line, "bandung.quote-open");
    } else {
      take(held, count);
    }
  }

  private void take(CsvRecord row, int count) throws IOException {
    int line = (int) Math.min(Integer.MAX_VALUE, row.getStartingLineNumber());
    if (columns.isEmpty()) {
      if (count >= format.headerRow()) {
        columns.header(row.getFields(), line);
      }
    } else {
      columns.row(row.getFields(), List.of(), line);
    }
  }

  private static UnreadableInput broken(CsvParseException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new UnreadableInput(
        "bandung.text-broken", Printable.of(String.valueOf(cause.getMessage()), 160));
  }

  /// The one that stands most often in the first line, outside quotes.
  static char delimiter(String beginning) {
    int[] times = new int[DELIMITERS.length];
    boolean quoted = false;
    for (int i = 0; i < beginning.length(); i++) {
      char c = beginning.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      }
      for (int d = 0; d < DELIMITERS.length && !quoted; d++) {
        times[d] += c == DELIMITERS[d] ? 1 : 0;
      }
    }
    int best = 0;
    for (int d = 1; d < DELIMITERS.length; d++) {
      best = times[d] > times[best] ? d : best;
    }
    return DELIMITERS[best];
  }

  private static final class QuoteCounter extends FilterReader {
    private long quotes;

    QuoteCounter(Reader in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      quotes += c == '"' ? 1 : 0;
      return c;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      for (int i = 0; i < read; i++) {
        quotes += into[from + i] == '"' ? 1 : 0;
      }
      return read;
    }
  }
}
