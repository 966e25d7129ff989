package org.bandung.exchange.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON: one object on each line, or one array of objects.
final class JsonRows {

  private static final int DEEPEST = 50;

  private final TableLimits limits;
  private final TableSink sink;
  private final JsonMapper mapper;

  JsonRows(TableLimits limits, TableSink sink) {
    this.limits = limits;
    this.sink = sink;
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(limits.record())
            .maxNumberLength(100)
            .maxNameLength(1000)
            .build();
    this.mapper =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
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
    try {
      take(mapper.readTree(text), text, number);
    } catch (JacksonException e) {
      sink.refused(number, "bandung.json-broken", reason(e));
    }
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
    try (var parser = mapper.createParser(reader)) {
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
        var node = parser.<JsonNode>readValueAsTree();
        take(node, node.toString(), number);
      }
    } catch (JacksonException e) {
      throw new UnreadableInput("bandung.json-broken", reason(e));
    }
  }

  private static String reason(JacksonException e) {
    return Printable.of(String.valueOf(e.getOriginalMessage()), 160);
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
      node.properties()
          .forEach(e ->
              flatten(name.isEmpty() ? e.getKey() : name + "." + e.getKey(), e.getValue(), cells));
    } else if (node.isArray()) {
      cells.computeIfAbsent(name, k -> new ArrayList<>());
      node.forEach(child -> flatten(name, child, cells));
    } else {
      var values = cells.computeIfAbsent(name, k -> new ArrayList<>());
      values.add(node.isNull() ? "" : node.asString());
    }
  }
}
