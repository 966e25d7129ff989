package org.bandung.economy.preferences;

import java.util.List;

/// For how much of the imports tariffs are known. Those without are left out of all results.
///
/// @param lines flows that cross a border
/// @param value of all of them
/// @param without of these, flows against which no tariff was stated
/// @param valueWithout of those
/// @param examples the first of them
public record Coverage(
    int lines, double value, int without, double valueWithout, List<Flow> examples) {

  public Coverage {
    examples = List.copyOf(examples);
  }

  /// The part of imports for which tariffs were stated, 0 to 1; 1 of none.
  public double share() {
    return value == 0 ? 1 : (value - valueWithout) / value;
  }
}
