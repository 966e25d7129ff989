package org.bandung.exchange.observations;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// A table read plainly, to compare with: all rows, each with its cells by column.
record PlainCsv(List<Row> rows) {

  /// The cells of a row, by column; empty where there is none. Rows share the places of columns and
  /// equal texts, so that a table of seven million cells is not as many objects.
  record Row(Map<String, Integer> columns, List<String> cells) {
    String get(String column) {
      var place = columns.get(column);
      return place == null || place >= cells.size() ? "" : cells.get(place);
    }
  }

  static PlainCsv read(Path file) {
    try (InputStream bytes = Files.newInputStream(file);
        var in = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        Stream<NamedCsvRecord> rows =
            CsvReader.builder()
                .detectBomHeader(true)
                .ofNamedCsvRecord(in, StandardCharsets.UTF_8)
                .stream()) {
      var columns = new HashMap<String, Integer>();
      var texts = new HashMap<String, String>();
      return new PlainCsv(
          rows.map(
                  r -> {
                    if (columns.isEmpty()) {
                      r.getHeader().forEach(name -> columns.putIfAbsent(name, columns.size()));
                    }
                    return new Row(
                        columns,
                        r.getFields().stream().map(f -> texts.computeIfAbsent(f, t -> t)).toList());
                  })
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Of the rows wanted that have a number there.
  double sum(String column, Predicate<Row> wanted) {
    return rows.stream()
        .filter(wanted)
        .map(r -> r.get(column).strip())
        .filter(v -> !v.isEmpty() && !v.equals("NA"))
        .mapToDouble(Double::parseDouble)
        .sum();
  }

  /// How many different values there are.
  long count(String column) {
    return rows.stream().map(r -> r.get(column)).distinct().count();
  }
}
