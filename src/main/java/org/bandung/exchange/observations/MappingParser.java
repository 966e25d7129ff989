package org.bandung.exchange.observations;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.observations.ObservationMapping.Codes;
import org.bandung.exchange.observations.ObservationMapping.Fields;
import org.bandung.exchange.observations.ObservationMapping.Forms;
import org.bandung.exchange.observations.ObservationMapping.Measure;
import org.bandung.exchange.observations.ObservationMapping.Place;
import org.bandung.exchange.observations.ObservationMapping.Repeats;
import org.bandung.exchange.rows.TableFormat;
import org.bandung.exchange.tables.MappingFault;
import org.bandung.kernel.Closest;
import org.bandung.kernel.LocalizedText;
import org.bandung.observations.LoadedFile.Replacing;
import org.bandung.observations.Publication;

/// Reads a mapping: lines `key = value` in UTF-8. A value that begins with `@` is a column, or some
/// of them between bars; any other is what stands in every row. All faults are told, not the first.
final class MappingParser {

  static final int LARGEST = 256 << 10;
  private static final int MOST_FAULTS = 20;

  /// In the name of a series: what the row says.
  static final String ROW = "{series}";

  private static final Set<String> PLAIN =
      Set.of(
          "dataset",
          "name",
          "unit",
          "quantity.unit",
          "nomenclature",
          "source",
          "licence",
          "year",
          "series",
          "reporter",
          "partner",
          "product",
          "value",
          "values",
          "quantity",
          "months",
          "missing",
          "undated",
          "marks",
          "decimal",
          "grouping",
          "negative",
          "replaces",
          "reporter.codes",
          "partner.codes",
          "partner.none",
          "product.none",
          "product.digits",
          "format.delimiter",
          "format.encoding",
          "format.header-row",
          "format.sheet");
  private static final List<String> FAMILIES =
      List.of(
          "name.",
          "unit.",
          "value.",
          "wide.",
          "product.of.",
          "zero.",
          "repeats.",
          "series.",
          "alias.",
          "filter.",
          "filter-where-there.",
          "ignored.");
  private static final String MISSING = "NA N/A n/a .. ... . -";

  private final Map<String, String> entries;
  private final List<MappingFault> faults = new ArrayList<>();

  private final String name;

  private MappingParser(String name, Map<String, String> entries) {
    this.name = name;
    this.entries = entries;
  }

  /// What became of a text.
  sealed interface Parsed {
    record Read(ObservationMapping mapping) implements Parsed {}

    record Faulty(List<MappingFault> faults) implements Parsed {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  static Parsed parse(String name, InputStream in) throws IOException {
    var bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      return faulty("mapping-too-large", String.valueOf(LARGEST >> 10));
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return faulty("observations-not-utf8");
    }
    var twice = new TreeSet<String>();
    var entries = new TreeMap<String, String>();
    try {
      new Properties() {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object value) {
          if (entries.put(key.toString(), value.toString().strip()) != null) {
            twice.add(key.toString());
          }
          return "";
        }
      }.load(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text));
    } catch (IllegalArgumentException e) {
      return faulty("observations-broken", Printable.of(String.valueOf(e.getMessage()), 120));
    }
    var parser = new MappingParser(name, entries);
    twice.forEach(key -> parser.fault("observations-key-twice", key));
    parser.requireKnownKeys();
    var mapping = parser.mapping(sha256(bytes));
    return parser.faults.isEmpty() ? new Parsed.Read(mapping) : new Parsed.Faulty(parser.faults);
  }

  private static Parsed faulty(String code, String... arguments) {
    return new Parsed.Faulty(List.of(new MappingFault(code, List.of(arguments))));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void fault(String code, String... arguments) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(
          new MappingFault(code, Arrays.stream(arguments).map(a -> Printable.of(a, 120)).toList()));
    }
  }

  private void requireKnownKeys() {
    for (var key : entries.keySet()) {
      boolean known =
          PLAIN.contains(key)
              || FAMILIES.stream().anyMatch(f -> key.startsWith(f) && key.length() > f.length());
      if (!known) {
        fault("mapping-unknown-key", name, key, Closest.to(key, PLAIN).orElse("-"));
      }
    }
  }

  private ObservationMapping mapping(String sha256) {
    var fields =
        new Fields(
            place("year"),
            place("series"),
            place("reporter"),
            place("partner"),
            place("product"),
            place("quantity"),
            place("months"));
    var measures = measures();
    requireWhole(fields, measures);
    return new ObservationMapping(
        name,
        sha256,
        about(),
        format(),
        fields,
        measures,
        family("series."),
        family("alias."),
        filters("filter."),
        filters("filter-where-there."),
        family("ignored."),
        forms(),
        oneOf(
            "replaces",
            Map.of("observation", Replacing.OBSERVATION, "reporter-year", Replacing.REPORTER_YEAR),
            "observation"));
  }

  private Publication about() {
    var code = text("dataset");
    if (!code.matches(Publication.CODE)) {
      fault("observations-dataset", code);
      code = "faulty";
    }
    if (text("unit").isEmpty()) {
      fault("mapping-lacks", "unit");
    }
    var names = new LinkedHashMap<String, String>();
    family("name.").forEach(names::put);
    if (!text("name").isEmpty()) {
      names.putIfAbsent("en", text("name"));
    }
    if (names.isEmpty()) {
      fault("mapping-lacks", "name");
    }
    return new Publication(
        code,
        new LocalizedText(names),
        text("unit"),
        family("unit."),
        text("quantity.unit"),
        text("nomenclature"),
        text("source"),
        text("licence"));
  }

  private List<Measure> measures() {
    var measures = new ArrayList<Measure>();
    if (entries.containsKey("value")) {
      measures.add(
          new Measure(
              "", place("value"), place("product"), repeats("value"), false, zero("value")));
    }
    words("values")
        .forEach(c ->
            measures.add(
                new Measure(c, Place.column(c), place("product"), repeats(c), false, zero(c))));
    family("value.")
        .forEach((series, where) ->
            measures.add(
                new Measure(
                    series,
                    placed(where),
                    productOf(series),
                    repeats(series),
                    false,
                    zero(series))));
    family("wide.")
        .forEach((series, where) -> {
          if (!where.contains("{year}")) {
            fault("observations-wide", series);
          }
          measures.add(
              new Measure(
                  series,
                  Place.column(where),
                  productOf(series),
                  repeats(series),
                  true,
                  zero(series)));
        });
    return measures;
  }

  private void requireWhole(Fields fields, List<Measure> measures) {
    if (measures.isEmpty()) {
      fault("mapping-lacks", "value");
    }
    boolean yearly = !measures.isEmpty() && measures.stream().allMatch(Measure::yearly);
    if (fields.year().isNowhere() && !yearly) {
      fault("mapping-lacks", "year");
    }
    if (fields.series().isNowhere()
        && measures.stream().anyMatch(m -> m.series().isEmpty() || m.series().contains(ROW))) {
      fault("mapping-lacks", "series");
    }
    if (fields.reporter().isNowhere()) {
      fault("mapping-lacks", "reporter");
    }
    if (!fields.quantity().isNowhere() && measures.size() > 1) {
      fault("observations-quantity");
    }
  }

  private Place productOf(String series) {
    return entries.containsKey("product.of." + series)
        ? place("product.of." + series)
        : place("product");
  }

  /// `@column = word`.
  private Repeats repeats(String series) {
    var text = text("repeats." + series);
    int end = text.lastIndexOf(" = ");
    if (text.isEmpty() || !text.startsWith("@") || end < 2) {
      if (!text.isEmpty()) {
        fault("mapping-bad-value", "repeats." + series, text, "@column = word");
      }
      return Repeats.NONE;
    }
    return new Repeats(Place.column(text.substring(1, end).strip()), text.substring(end + 3));
  }

  private boolean zero(String series) {
    return oneOf("zero." + series, Map.of("kept", false, "nothing", true), "kept");
  }

  private Map<String, Set<String>> filters(String prefix) {
    var filters = new LinkedHashMap<String, Set<String>>();
    family(prefix)
        .forEach((column, words) ->
            filters.put(
                column,
                Arrays.stream(words.split("\\|")).map(String::strip).collect(Collectors.toSet())));
    return filters;
  }

  private Forms forms() {
    var codes =
        Map.of(
            "alpha-3", Codes.ALPHA_3,
            "alpha-2", Codes.ALPHA_2,
            "numeric", Codes.NUMERIC,
            "name", Codes.NAME,
            "any", Codes.ANY,
            "none", Codes.NONE);
    var reporters = oneOf("reporter.codes", codes, "alpha-3");
    var digits = number("product.digits", 0, 12);
    var decimal = character("decimal", '.');
    var grouping = character("grouping", '\0');
    if (decimal == grouping || Character.isDigit(decimal) || Character.isDigit(grouping)) {
      fault("mapping-bad-value", "decimal", String.valueOf(decimal), ". ,");
    }
    return new Forms(
        reporters,
        entries.containsKey("partner.codes") ? oneOf("partner.codes", codes, "any") : reporters,
        Set.copyOf(words("partner.none")),
        Set.copyOf(words("product.none")),
        entries.containsKey("missing") ? Set.copyOf(words("missing")) : Set.of(MISSING.split(" ")),
        Set.copyOf(words("undated")),
        text("marks"),
        decimal,
        grouping,
        oneOf("negative", Map.of("kept", true, "refused", false), "refused"),
        digits);
  }

  private TableFormat format() {
    Optional<Character> delimiter =
        entries.containsKey("format.delimiter")
            ? Optional.of(
                text("format.delimiter").equals("tab") ? '\t' : character("format.delimiter", ','))
            : Optional.empty();
    if (delimiter.filter(d -> d == '"' || d == '#' || d == '\n' || d == '\r').isPresent()) {
      fault("mapping-bad-value", "format.delimiter", text("format.delimiter"), ", ; tab |");
    }
    Optional<Charset> encoding = Optional.empty();
    try {
      encoding =
          Optional.of(text("format.encoding")).filter(e -> !e.isEmpty()).map(Charset::forName);
    } catch (IllegalArgumentException e) {
      fault("mapping-bad-value", "format.encoding", text("format.encoding"), "UTF-8, windows-1252");
    }
    return new TableFormat(
        delimiter,
        encoding,
        Optional.of(text("format.sheet")).filter(s -> !s.isEmpty()),
        Math.max(1, number("format.header-row", 1, 1000)));
  }

  private String text(String key) {
    return entries.getOrDefault(key, "");
  }

  private List<String> words(String key) {
    return Arrays.stream(text(key).split("\\s+")).filter(w -> !w.isEmpty()).toList();
  }

  private Place place(String key) {
    return placed(text(key));
  }

  private static Place placed(String text) {
    if (!text.startsWith("@")) {
      return new Place(List.of(), text, false);
    }
    boolean together = text.contains(" + @");
    var columns =
        Arrays.stream(text.split(together ? " \\+ @" : "\\|"))
            .map(String::strip)
            .map(c -> c.startsWith("@") ? c.substring(1).strip() : c)
            .filter(c -> !c.isEmpty())
            .toList();
    return new Place(columns, "", together);
  }

  private Map<String, String> family(String prefix) {
    var family = new LinkedHashMap<String, String>();
    entries.forEach((key, value) -> {
      if (key.startsWith(prefix) && key.length() > prefix.length()) {
        family.put(key.substring(prefix.length()), value);
      }
    });
    return family;
  }

  private char character(String key, char otherwise) {
    var text = entries.get(key);
    if (text == null) {
      return otherwise;
    }
    if (text.equals("space")) {
      return ' ';
    }
    if (text.length() != 1) {
      fault("mapping-bad-value", key, text, ", . ; | space");
      return otherwise;
    }
    return text.charAt(0);
  }

  private int number(String key, int otherwise, int most) {
    var text = text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > most) {
      fault("mapping-bad-value", key, text, "0-" + most);
      return otherwise;
    }
    return Integer.parseInt(text);
  }

  private <T> T oneOf(String key, Map<String, T> known, String otherwise) {
    var text = entries.containsKey(key) ? text(key).toLowerCase(Locale.ROOT) : otherwise;
    var found = known.get(text);
    if (found == null) {
      fault("mapping-bad-value", key, text, String.join(", ", new TreeSet<>(known.keySet())));
      return Objects.requireNonNull(known.get(otherwise));
    }
    return found;
  }
}
