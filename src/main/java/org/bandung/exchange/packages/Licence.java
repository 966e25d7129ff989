package org.bandung.exchange.packages;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a node allows to be done with its data.
///
/// @param name its SPDX identifier; the address itself where it has none
/// @param address of its text
public record Licence(String name, String address) {

  private static final Map<String, String> KNOWN =
      new TreeMap<>(
          Map.of(
              "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/",
              "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/",
              "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/",
              "ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/",
              "ODC-By-1.0", "https://opendatacommons.org/licenses/by/1-0/",
              "PDDL-1.0", "https://opendatacommons.org/licenses/pddl/1-0/"));

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
