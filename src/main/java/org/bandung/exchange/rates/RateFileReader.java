package org.bandung.exchange.rates;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bandung.exchange.files.PlainText;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.rows.TableFile;
import org.bandung.exchange.rows.TableFormat;
import org.bandung.exchange.rows.TableLimits;
import org.bandung.exchange.rows.TableRow;
import org.bandung.exchange.rows.TableSink;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// Reads one file of rates, whatever its format: its first bytes and its columns say which.
final class RateFileReader {

  private static final int PEEK = 4_096;

  /// All that the European Central Bank ever set is eight million bytes of XML.
  private static final long MOST_BYTES = 256L << 20;

  private static final TableLimits LIMITS =
      new TableLimits(2_000, 10_000, 1_000_000, 32 << 20, 512L << 20);

  static final List<RateColumns> TABLES =
      List.of(new IatiCloudColumns(), new OwnColumns(), new ImfColumns(), new EcbColumns());

  private RateFileReader() {}

  /// What a beginning tells of the format; of a table, nothing yet.
  static Optional<RateFormat> seen(BufferedInputStream in) throws IOException {
    in.mark(PEEK * 2);
    var text = new String(in.readNBytes(PEEK), StandardCharsets.ISO_8859_1);
    in.reset();
    var plain =
        text.replace("\0", "")
            .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "")
            .strip();
    if (plain.startsWith("<")) {
      return Optional.of(RateFormat.ECB_XML);
    }
    return ImfText.looksLike(plain) ? Optional.of(RateFormat.IMF_TEXT) : Optional.empty();
  }

  /// Reads a file to its end.
  ///
  /// @param wanted the format, if it is not to be guessed
  /// @return the format it was
  static RateFormat read(BufferedInputStream in, Optional<RateFormat> wanted, RateSheet sheet)
      throws IOException {
    var format = wanted.isPresent() ? wanted : seen(in);
    if (format.isPresent() && format.get() == RateFormat.ECB_XML) {
      new EcbXml(sheet).read(new Limited(in));
      return RateFormat.ECB_XML;
    }
    if (format.isPresent() && format.get() == RateFormat.IMF_TEXT) {
      new ImfText(sheet).read(new BufferedReader(new PlainText(new Limited(in), null), 1 << 16));
      return RateFormat.IMF_TEXT;
    }
    var rows = new Rows(format, sheet);
    TableFile.read(in, TableFormat.SEEN, LIMITS, rows);
    return rows.format();
  }

  /// The rows of a table, whose columns say what it is.
  private static final class Rows implements TableSink {
    private final Optional<RateFormat> wanted;
    private final RateSheet sheet;
    private @Nullable RateColumns columns;

    Rows(Optional<RateFormat> wanted, RateSheet sheet) {
      this.wanted = wanted;
      this.sheet = sheet;
    }

    RateFormat format() throws UnreadableInput {
      var found = columns;
      if (found == null) {
        throw new UnreadableInput("bandung.empty-file");
      }
      return found.format();
    }

    private RateColumns find(Collection<String> names) throws UnreadableInput {
      return TABLES.stream()
          .filter(t -> wanted.isEmpty() || wanted.get() == t.format())
          .filter(t -> t.fits(names))
          .findFirst()
          .orElseThrow(() ->
              new UnreadableInput(
                  "bandung.rates-unknown", String.join(", ", names.stream().limit(8).toList())));
    }

    @Override
    public void columns(List<String> names) throws IOException {
      columns = find(names);
    }

    @Override
    public void row(TableRow row) throws IOException {
      var found = columns;
      if (found == null) {
        found = find(row.cells().keySet());
        columns = found;
      }
      found.row(row, sheet);
    }

    @Override
    public void refused(int line, String code, String... arguments) {
      sheet.refuse(line, code, arguments);
    }

    @Override
    public void remark(int line, String code, String... arguments) {
      sheet.remark(line, code, Note.Severity.ADVISORY, arguments);
    }
  }

  /// Ends a stream that is larger than any file of rates.
  static final class Limited extends FilterInputStream {
    private long bytes;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      count(1);
      return super.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) throws UnreadableInput {
      bytes += read;
      if (bytes > MOST_BYTES) {
        throw new UnreadableInput("bandung.rates-too-large", String.valueOf(MOST_BYTES >> 20));
      }
    }
  }
}
