package org.bandung.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.bandung.kernel.StableId;

/// The tables under `exchange/` by which foreign codes become ours.
final class ExchangeTables {

  private ExchangeTables() {}

  static List<NamedCsvRecord> read(String file) {
    try (var stream = ExchangeTables.class.getResourceAsStream("/exchange/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its file exchange/" + file);
      }
      var reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
      try (var rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
        return rows.stream().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("exchange/" + file, e);
    }
  }

  /// Changes when one of the files changes.
  static String fingerprint(String... files) {
    return StableId.of(
        Stream.of(files)
            .flatMap(file -> read(file).stream().flatMap(row -> row.getFields().stream()))
            .toArray(String[]::new));
  }
}
