package org.bandung.funds.rules;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bandung.kernel.ShippedTable;

/// The facts of which rules can speak, each with its type. The shipped ones stand in
/// `funds/facts.csv`.
///
/// @param types by the name of the fact
public record Vocabulary(Map<String, ValueType> types) {

  public static final Vocabulary SHIPPED = shipped();

  public Vocabulary {
    types = Collections.unmodifiableMap(new TreeMap<>(types));
  }

  Optional<ValueType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  private static Vocabulary shipped() {
    var types = new TreeMap<String, ValueType>();
    for (var row : ShippedTable.read("funds/facts.csv")) {
      types.put(row.getField("fact"), ValueType.ofCode(row.getField("type")).orElseThrow());
    }
    return new Vocabulary(types);
  }
}
