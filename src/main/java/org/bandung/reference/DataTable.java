package org.bandung.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/// The rows of one data file, with those of the node's own file laid over them.
public final class DataTable {

  private static final List<String> LANGUAGES = List.of("en", "fr", "es", "pt", "ar", "zh", "ru");

  private final String name;
  private final Shape shape;
  private final DataFiles files;
  private List<Row> rows = new ArrayList<>();

  DataTable(String name, Shape shape, DataFiles files) {
    this.name = name;
    this.shape = shape;
    this.files = files;
  }

  /// What a file must look like.
  ///
  /// @param columns those that must be there; others may be, in any order
  /// @param entity the columns by which a node's row replaces shipped rows; none: it only adds
  /// @param unique the columns that no two rows share
  public record Shape(List<String> columns, List<String> entity, List<String> unique) {
    public Shape {
      columns = List.copyOf(columns);
      entity = List.copyOf(entity);
      unique = List.copyOf(unique);
    }

    /// A shape written as three lists of names separated by commas.
    public static Shape of(String columns, String entity, String unique) {
      return new Shape(split(columns), split(entity), split(unique));
    }

    private static List<String> split(String names) {
      return names.isEmpty() ? List.of() : Arrays.asList(names.split(","));
    }
  }

  public List<Row> rows() {
    return Collections.unmodifiableList(rows);
  }

  void add(List<Row> more) {
    rows.addAll(more);
  }

  void override(List<Row> own) {
    if (!shape.entity().isEmpty()) {
      var replaced = new HashSet<String>();
      own.forEach(row -> replaced.add(row.key(shape.entity())));
      rows.removeIf(row -> replaced.contains(row.key(shape.entity())));
    }
    rows.addAll(own);
  }

  void refuseDuplicates() {
    var seen = new HashMap<String, Row>();
    var kept = new ArrayList<Row>(rows.size());
    for (var row : rows) {
      var first = seen.putIfAbsent(row.key(shape.unique()), row);
      if (first == null) {
        kept.add(row);
      } else {
        row.fault("the same " + String.join(", ", shape.unique()) + " as line " + first.line);
      }
    }
    rows = kept;
  }

  static List<Row> parse(String file, Shape shape, byte[] bytes, DataFiles files) {
    var text = decode(file, bytes, files);
    var rows = new ArrayList<Row>();
    if (text == null) {
      return rows;
    }
    Map<String, Integer> header = Map.of();
    var reader =
        CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text);
    try {
      for (var fields : reader) {
        if (header.isEmpty()) {
          header = header(file, shape, fields, files);
          if (header.isEmpty()) {
            return rows;
          }
        } else if (fields.getFieldCount() != header.size()) {
          files.fault(
              file,
              fields.getStartingLineNumber(),
              fields.getFieldCount() + " fields where the header has " + header.size());
        } else {
          rows.add(new Row(file, fields, header, files));
        }
      }
    } catch (CsvParseException e) {
      files.fault(file, 0, "not CSV: " + e.getMessage());
    }
    if (header.isEmpty()) {
      files.fault(file, 0, "the file is empty");
    }
    return rows;
  }

  private static Map<String, Integer> header(
      String file, Shape shape, CsvRecord fields, DataFiles files) {
    var header = new HashMap<String, Integer>();
    for (int i = 0; i < fields.getFieldCount(); i++) {
      if (header.putIfAbsent(fields.getField(i), i) != null) {
        files.fault(file, 1, "column " + fields.getField(i) + " occurs twice");
        return Map.of();
      }
    }
    var missing = shape.columns().stream().filter(c -> !header.containsKey(c)).toList();
    if (!missing.isEmpty()) {
      files.fault(file, 1, "missing column " + String.join(", ", missing));
      return Map.of();
    }
    return header;
  }

  private static @Nullable String decode(String file, byte[] bytes, DataFiles files) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0 && !isWellFormed(file, bytes, files)) {
      return null;
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean isWellFormed(String file, byte[] bytes, DataFiles files) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    if (!decoder.decode(in, CharBuffer.allocate(bytes.length + 1), true).isError()) {
      return true;
    }
    int line = 1;
    for (int i = 0; i < in.position(); i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    files.fault(file, line, "not UTF-8");
    return false;
  }

  @Override
  public String toString() {
    return name + " (" + rows.size() + " rows)";
  }

  /// One row; what it cannot give as asked becomes a fault with its file and line.
  public static final class Row {
    private final String file;
    private final long line;
    private final CsvRecord fields;
    private final Map<String, Integer> header;
    private final DataFiles files;

    Row(String file, CsvRecord fields, Map<String, Integer> header, DataFiles files) {
      this.file = file;
      this.line = fields.getStartingLineNumber();
      this.fields = fields;
      this.header = header;
      this.files = files;
    }

    /// The text of a column, empty if nothing is there.
    public String text(String column) {
      var index = header.get(column);
      return index == null ? "" : fields.getField(index).strip();
    }

    public Optional<String> optional(String column) {
      return Optional.of(text(column)).filter(t -> !t.isEmpty());
    }

    /// The text of a column that must not be empty.
    public String required(String column) {
      var text = text(column);
      if (text.isEmpty()) {
        fault("missing " + column);
      }
      return text;
    }

    /// The parts of a column that lists several with `;`.
    public List<String> list(String column) {
      var text = text(column);
      if (text.isEmpty()) {
        return List.of();
      }
      return Arrays.stream(text.split(";")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    }

    /// The text of a column that must be one of these.
    public String oneOf(String column, Collection<String> words) {
      var text = text(column);
      if (!words.contains(text)) {
        fault(column + " is '" + text + "', which is none of " + words);
      }
      return text;
    }

    public Optional<PartialDate> date(String column) {
      var text = text(column);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      var date = PartialDate.parse(text);
      if (date.isEmpty()) {
        fault(column + " is '" + text + "', which is not a date");
      }
      return date;
    }

    /// Refuses a row that ends before it begins.
    public void checkDates() {
      var from = date("from");
      var to = date("to");
      if (from.isPresent() && to.isPresent() && to.get().latest().isBefore(from.get().earliest())) {
        fault("ends on " + to.get() + ", before it begins on " + from.get());
      }
    }

    /// The country of a column, which must be one of these, by their alpha-3 codes.
    public Optional<CountryCode> country(String column, Map<String, CountryCode> known) {
      var country = known.get(text(column));
      if (country == null) {
        fault(column + " is '" + text(column) + "', which is no known country or area");
      }
      return Optional.ofNullable(country);
    }

    /// The name in all languages that the row has; English must be there.
    public LocalizedText name(String prefix) {
      required(prefix + "en");
      var byLanguage = new HashMap<String, String>();
      for (var language : LANGUAGES) {
        optional(prefix + language).ifPresent(text -> byLanguage.put(language, text));
      }
      return new LocalizedText(byLanguage);
    }

    /// Where the row comes from; every row says it.
    public String source() {
      return required("source");
    }

    /// Notes what is wrong with this row.
    public void fault(String reason) {
      files.fault(file, line, reason);
    }

    String key(List<String> columns) {
      if (columns.size() == 1) {
        return text(columns.getFirst());
      }
      var key = new StringBuilder();
      for (int i = 0; i < columns.size(); i++) {
        key.append(text(columns.get(i))).append('\0');
      }
      return key.toString();
    }
  }
}
