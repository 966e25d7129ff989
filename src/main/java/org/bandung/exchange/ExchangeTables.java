package org.bandung.exchange;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.stream.Stream;
import org.bandung.kernel.ShippedTable;
import org.bandung.kernel.StableId;

/// The tables under `exchange/` by which foreign codes become ours.
final class ExchangeTables {

  private ExchangeTables() {}

  static List<NamedCsvRecord> read(String file) {
    return ShippedTable.read("exchange/" + file);
  }

  /// Changes when one of the files changes.
  static String fingerprint(String... files) {
    return StableId.of(
        Stream.of(files)
            .flatMap(file -> read(file).stream().flatMap(row -> row.getFields().stream()))
            .toArray(String[]::new));
  }
}
