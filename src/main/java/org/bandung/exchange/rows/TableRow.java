package org.bandung.exchange.rows;

import java.util.List;
import java.util.Map;

/// One record of a table.
///
/// @param line in the file, from 1; the number of the element for JSON that is one array
/// @param cells by column; more than one value where the format has lists
/// @param formulas columns whose value a spreadsheet calculated
/// @param original the record as text, with all its columns
public record TableRow(
    int line, Map<String, List<String>> cells, List<String> formulas, String original) {

  /// The values of a column; empty if there is none or nothing in it.
  public List<String> values(String column) {
    var values = cells.getOrDefault(column, List.of());
    return values.stream().allMatch(String::isBlank) ? List.of() : values;
  }

  /// The first value, or empty.
  public String first(String column) {
    var values = values(column);
    return values.isEmpty() ? "" : values.getFirst().strip();
  }
}
