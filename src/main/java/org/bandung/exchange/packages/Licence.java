package org.bandung.exchange.packages;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bandung.kernel.ShippedTable;

/// What a node allows to be done with its data.
///
/// @param name its SPDX identifier; the address itself where it has none
/// @param address of its text
public record Licence(String name, String address) {

  private static final Map<String, String> KNOWN = new TreeMap<>();

  static {
    ShippedTable.read("exchange/licences.csv")
        .forEach(r -> KNOWN.put(r.getField("licence"), r.getField("address")));
  }

  /// A licence by its identifier or by the address of its text.
  public static Optional<Licence> named(String text) {
    var known = KNOWN.get(text);
    if (known != null) {
      return Optional.of(new Licence(text, known));
    }
    return text.matches("https?://[^\\s\"<>]{3,200}")
        ? Optional.of(new Licence(text, text))
        : Optional.empty();
  }

  /// The identifiers that are known.
  public static String known() {
    return String.join(", ", KNOWN.keySet());
  }
}
