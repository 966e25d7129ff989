package org.bandung.linkage.engine;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bandung.kernel.Corpus;

/// FEBRL's invented persons: whoever has the same number in `rec_id` is the same.
record Febrl(List<Map<String, String>> rows) {

  static Febrl read(String... files) throws IOException {
    var rows = new ArrayList<Map<String, String>>();
    for (var file : files) {
      try (var csv = CsvReader.builder().ofNamedCsvRecord(Corpus.data("data/linkage/" + file))) {
        for (var line : csv) {
          var row = new TreeMap<String, String>();
          line.getFieldsAsMap().forEach((k, v) -> row.put(k.strip(), v.strip()));
          rows.add(row);
        }
      }
    }
    return new Febrl(rows);
  }

  int size() {
    return rows.size();
  }

  String value(int row, String field) {
    return rows.get(row).getOrDefault(field, "");
  }

  String person(int row) {
    return value(row, "rec_id").split("-", -1)[1];
  }

  boolean original(int row) {
    return value(row, "rec_id").endsWith("org");
  }

  long truePairs() {
    var people = new TreeMap<String, Long>();
    for (int i = 0; i < size(); i++) {
      people.merge(person(i), 1L, Long::sum);
    }
    return people.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }

  Blocking block(String... fields) {
    var keys = new long[size()][];
    for (int i = 0; i < keys.length; i++) {
      var own = new ArrayList<Long>();
      for (int f = 0; f < fields.length; f++) {
        if (!value(i, fields[f]).isEmpty()) {
          own.add(Blocking.key(f, value(i, fields[f])));
        }
      }
      keys[i] = own.stream().mapToLong(Long::longValue).toArray();
    }
    return Blocking.of(keys, Integer.MAX_VALUE);
  }
}
