package org.bandung.economy.gravity;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.bandung.kernel.Closest;

/// Reads the columns that are wanted from a table in UTF-8 with a line of names: comma, semicolon,
/// tabulator or bar between cells, plain or packed by gzip.
final class DataFile {

  static final long MOST_BYTES = 1L << 30;
  static final int MOST_ROWS = 5_000_000;
  static final long MOST_CELLS = 20_000_000;

  private static final String POINTER = "/data";
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final Set<String> MISSING = Set.of("", "NA", "NaN", "nan", ".", "null", "NULL");

  private DataFile() {}

  /// @param columns those that were wanted
  /// @param sha256 hash of the file as it lies on the disk
  record Read(Columns columns, String sha256) {}

  /// Reads.
  ///
  /// @param wanted names of columns
  /// @param optional names of columns that are read if they are there
  /// @param texts those of them that hold texts even if they look like numbers
  static Read read(Path file, Set<String> wanted, Set<String> optional, Set<String> texts) {
    var asTexts = new HashSet<>(texts);
    for (int attempt = 0; ; attempt++) {
      int known = asTexts.size();
      try {
        var pass = new Pass(wanted, optional, asTexts);
        var sha256 = stream(file, pass);
        if (asTexts.size() == known || attempt > 1) {
          return new Read(pass.columns(), sha256);
        }
      } catch (CsvParseException e) {
        throw new Fault.Found(POINTER, "data-broken", file.getFileName(), first(e));
      } catch (UncheckedIOException | IOException e) {
        throw new Fault.Found(POINTER, "data-unreadable", file.getFileName(), first(e));
      }
    }
  }

  private static String first(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static String stream(Path file, Pass pass) throws IOException {
    var digest = sha256();
    try (var raw = new DigestInputStream(Files.newInputStream(file), digest);
        var buffered = new BufferedInputStream(raw, 1 << 16);
        var in = new Limited(unpacked(buffered))) {
      var text = new BufferedInputStream(in, 1 << 16);
      skipMark(text);
      var delimiter = delimiter(text);
      var decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      var rows =
          CsvReader.builder()
              .fieldSeparator(delimiter)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .maxBufferSize(1 << 20)
              .ofCsvRecord(new InputStreamReader(text, decoder));
      for (var row : rows) {
        pass.take(row);
      }
      raw.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream unpacked(BufferedInputStream in) throws IOException {
    in.mark(4);
    int first = in.read();
    int second = in.read();
    in.reset();
    return first == 0x1f && second == 0x8b ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static void skipMark(BufferedInputStream in) throws IOException {
    in.mark(4);
    if (in.read() != 0xef || in.read() != 0xbb || in.read() != 0xbf) {
      in.reset();
    }
  }

  /// Which of the delimiters stands most often in the first line.
  private static char delimiter(BufferedInputStream in) throws IOException {
    in.mark(1 << 16);
    var counts = new int[DELIMITERS.length];
    for (int read = 0; read < (1 << 16) - 1; read++) {
      int c = in.read();
      if (c < 0 || c == '\n' || c == '\r') {
        break;
      }
      for (int d = 0; d < DELIMITERS.length; d++) {
        counts[d] += DELIMITERS[d] == c ? 1 : 0;
      }
    }
    in.reset();
    int best = 0;
    for (int d = 1; d < counts.length; d++) {
      best = counts[d] > counts[best] ? d : best;
    }
    return DELIMITERS[best];
  }

  /// Stops where a small file unpacks without end.
  private static final class Limited extends FilterInputStream {
    private long left = MOST_BYTES;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw new Fault.Found(POINTER, "data-too-large", MOST_BYTES >> 20);
      }
    }
  }

  /// One walk through the file; a column that turns out to hold texts is read again as such.
  private static final class Pass {

    private final Set<String> wanted;
    private final Set<String> optional;
    private final Set<String> texts;
    private final List<Growing> growing = new ArrayList<>();
    private int width = -1;
    private int rows;

    Pass(Set<String> wanted, Set<String> optional, Set<String> texts) {
      this.wanted = wanted;
      this.optional = optional;
      this.texts = texts;
    }

    void take(CsvRecord row) {
      if (width < 0) {
        head(row.getFields());
        return;
      }
      if (row.getFieldCount() != width) {
        throw new Fault.Found(
            POINTER, "data-width", row.getStartingLineNumber(), row.getFieldCount(), width);
      }
      if (rows == MOST_ROWS || (long) (rows + 1) * growing.size() > MOST_CELLS) {
        throw new Fault.Found(POINTER, "data-too-many-rows", rows);
      }
      for (var column : growing) {
        column.add(row.getField(column.position), rows);
      }
      rows++;
    }

    private void head(List<String> names) {
      width = names.size();
      var positions = new HashMap<String, Integer>();
      for (int i = 0; i < names.size(); i++) {
        if (positions.put(names.get(i).strip(), i) != null) {
          throw new Fault.Found(POINTER, "data-name-twice", names.get(i));
        }
      }
      var faults = new ArrayList<Fault>();
      for (var name : wanted) {
        var position = positions.get(name);
        if (position == null) {
          var closest = Closest.to(name, positions.keySet());
          faults.add(
              closest.isPresent()
                  ? Fault.of(POINTER, "no-column-closest", name, closest.get())
                  : Fault.of(POINTER, "no-column", name, String.join(", ", names)));
        } else {
          growing.add(new Growing(name, position, texts));
        }
      }
      for (var name : optional) {
        var position = positions.get(name);
        if (position != null) {
          growing.add(new Growing(name, position, texts));
        }
      }
      if (!faults.isEmpty()) {
        throw new Fault.Found(faults);
      }
    }

    Columns columns() {
      if (rows == 0) {
        throw new Fault.Found(POINTER, "data-empty");
      }
      var columns = new HashMap<String, Columns.Column>();
      growing.forEach(column -> columns.put(column.name, column.done(rows)));
      return new Columns(rows, columns);
    }
  }

  private static final class Growing {
    private final String name;
    private final int position;
    private final Set<String> texts;
    private final boolean text;
    private double[] numbers = new double[1024];
    private int[] codes = new int[1024];
    private final Map<String, Integer> known = new HashMap<>();

    Growing(String name, int position, Set<String> texts) {
      this.name = name;
      this.position = position;
      this.texts = texts;
      this.text = texts.contains(name);
    }

    void add(String cell, int row) {
      if (text) {
        if (row == codes.length) {
          codes = Arrays.copyOf(codes, row * 2);
        }
        codes[row] = known.computeIfAbsent(cell.strip(), k -> known.size());
        return;
      }
      if (row == numbers.length) {
        numbers = Arrays.copyOf(numbers, row * 2);
      }
      numbers[row] = number(cell);
    }

    private double number(String cell) {
      var stripped = cell.strip();
      if (MISSING.contains(stripped)) {
        return Double.NaN;
      }
      try {
        char last = stripped.charAt(stripped.length() - 1);
        if (stripped.length() <= 40 && (Character.isDigit(last) || last == '.')) {
          return Double.parseDouble(stripped);
        }
      } catch (NumberFormatException e) {
        // a text, then
      }
      texts.add(name);
      return Double.NaN;
    }

    Columns.Column done(int rows) {
      if (!text) {
        return new Columns.Column.Numbers(Arrays.copyOf(numbers, rows));
      }
      var list = new String[known.size()];
      known.forEach((word, code) -> list[code] = word);
      return new Columns.Column.Texts(Arrays.copyOf(codes, rows), List.of(list));
    }
  }
}
