package org.bandung.kernel;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A table that comes with the program: code lists, words and weights are data files.
public final class ShippedTable {

  private ShippedTable() {}

  /// The rows of a file on the class path, such as `exchange/notes.csv`, by the names of its
  /// columns.
  public static List<NamedCsvRecord> read(String file) {
    try (var stream = ShippedTable.class.getResourceAsStream("/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its file " + file);
      }
      var reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
      try (var rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
        return rows.stream().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
