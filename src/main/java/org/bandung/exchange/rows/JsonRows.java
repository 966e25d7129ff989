package org.bandung.exchange.rows;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON: one object on each line, or one array of objects.
final class JsonRows {

  private static final int DEEPEST = 50;
  private static final long MOST_TOKENS = 1_000_000;
  private static final int MOST_VALUES = 5_001;

  private final TableLimits limits;
  private final TableSink sink;
  private final JsonMapper lines;
  private final JsonMapper arrays;

  JsonRows(TableLimits limits, TableSink sink) {
    this.limits = limits;
    this.sink = sink;
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(limits.record())
            .maxNumberLength(100)
            .maxNameLength(1000);
    this.lines = mapper(constraints.maxTokenCount(MOST_TOKENS).build());
    this.arrays = mapper(constraints.maxTokenCount(-1).build());
  }

  private static JsonMapper mapper(StreamReadConstraints constraints) {
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
        .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  void lines(BufferedReader reader) throws IOException {
    var line = new StringBuilder();
    int number = 0;
    for (boolean more = true; more; ) {
      line.setLength(0);
      more = next(reader, line);
      number++;
      if (line.length() > limits.record()) {
        sink.refused(
            number, "bandung.record-too-large", String.valueOf(limits.record() / 1_000_000));
      } else if (!line.toString().isBlank()) {
        line(line.toString().strip(), number);
      }
    }
  }

  private void line(String text, int number) throws IOException {
    JsonNode node;
    try {
      node = lines.readTree(text);
    } catch (JacksonException | NumberFormatException e) {
      sink.refused(number, "bandung.json-broken", reason(e));
      return;
    }
    take(node, text, number);
  }

  /// Reads to the end of a line, but keeps no more than may be used.
  private boolean next(BufferedReader reader, StringBuilder line) throws IOException {
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n') {
        return true;
      }
      if (line.length() <= limits.record()) {
        line.append((char) c);
      }
    }
    return false;
  }

  void array(BufferedReader reader) throws IOException {
    int number = 0;
    var measured = new Measured(reader, limits.record());
    try (var parser = arrays.createParser(measured)) {
      parser.nextToken();
      while (true) {
        var token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
          return;
        }
        if (token == null) {
          throw new UnreadableInput("bandung.json-broken", "-");
        }
        number++;
        measured.begin();
        var node = record(parser);
        take(node, node.toString(), number);
      }
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken; // a record too large, or a stream that ends in the middle
      }
      throw new UnreadableInput("bandung.json-broken", reason(e));
    }
  }

  /// A number with too many zeros is refused by an exception of its own kind.
  private static JsonNode record(JsonParser parser) throws UnreadableInput {
    try {
      return parser.readValueAsTree();
    } catch (NumberFormatException e) {
      throw new UnreadableInput("bandung.json-broken", reason(e));
    }
  }

  private static String reason(RuntimeException e) {
    var reason = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
    return Printable.of(String.valueOf(reason), 160);
  }

  private void take(JsonNode node, String original, int line) throws IOException {
    if (!node.isObject()) {
      sink.refused(line, "bandung.json-broken", Printable.of(node.getNodeType().name(), 40));
      return;
    }
    Map<String, List<String>> cells = new LinkedHashMap<>();
    flatten("", node, cells);
    if (cells.size() > limits.columns()) {
      sink.refused(
          line,
          "bandung.too-many-columns",
          String.valueOf(cells.size()),
          String.valueOf(limits.columns()));
      return;
    }
    for (var values : cells.values()) {
      for (var value : values) {
        if (value.length() > limits.cell()) {
          sink.refused(line, "bandung.cell-too-large", String.valueOf(limits.cell()));
          return;
        }
      }
    }
    sink.row(new TableRow(line, cells, List.of(), original));
  }

  /// `{"a":{"b":[1,2]}}` has the column `a.b` with two values.
  private static void flatten(String name, JsonNode node, Map<String, List<String>> cells) {
    if (node.isObject()) {
      node.properties().forEach(e -> flatten(named(name, e.getKey()), e.getValue(), cells));
    } else if (node.isArray()) {
      cells.computeIfAbsent(name, k -> new ArrayList<>());
      node.forEach(child -> flatten(name, child, cells));
    } else {
      var values = cells.computeIfAbsent(name, k -> new ArrayList<>());
      if (values.size() < MOST_VALUES) {
        values.add(node.isNull() ? "" : Printable.storable(node.asString()));
      }
    }
  }

  private static String named(String outer, String inner) {
    var name = outer.isEmpty() ? inner : outer + "." + inner;
    return Printable.of(name, Columns.LONGEST_NAME);
  }

  /// Ends an array in which one record has no end within what may be kept.
  private static final class Measured extends FilterReader {
    private final int most;
    private long characters;

    Measured(Reader in, int most) {
      super(in);
      this.most = most;
    }

    void begin() {
      characters = 0;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
      if (characters > most) {
        throw new UnreadableInput("bandung.record-too-large", String.valueOf(most / 1_000_000));
      }
      int read = super.read(into, from, length);
      characters += Math.max(read, 0);
      return read;
    }
  }
}
