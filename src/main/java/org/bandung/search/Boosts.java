package org.bandung.search;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bandung.kernel.ShippedTable;

/// How much a field counts, in a search and as evidence: a data file.
final class Boosts {

  private static final Map<String, Float> ALL =
      ShippedTable.read("search/boosts.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.getField("field"), row -> Float.valueOf(row.getField("boost"))));

  private Boosts() {}

  /// The boost of a use and a field, such as `search.title`.
  static float of(String name) {
    return Objects.requireNonNull(ALL.get(name), name);
  }
}
