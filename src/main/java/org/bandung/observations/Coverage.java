package org.bandung.observations;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which reporters a dataset has in which year; what has no known year is in none.
///
/// @param reporters codes, sorted, by year
public record Coverage(String dataset, SortedMap<Integer, List<String>> reporters) {

  public Coverage {
    reporters = new TreeMap<>(reporters);
  }

  /// The reporters of a year.
  public List<String> in(int year) {
    return reporters.getOrDefault(year, List.of());
  }
}
