package org.bandung.registry.sheets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A row as it was typed.
///
/// @param line in the file, from 1
/// @param cells what was typed, by the columns of [#COLUMNS]; empty cells are not in it
/// @param formulas columns that a spreadsheet calculated
public record SheetRow(int line, Map<String, String> cells, List<String> formulas) {

  /// The columns of a sheet. `title` is for the eye only.
  public static final List<String> COLUMNS =
      List.of(
          "initiative",
          "title",
          "reference",
          "version",
          "kind",
          "what",
          "form",
          "date",
          "amount",
          "currency",
          "quantity",
          "unit",
          "provider",
          "receiver",
          "visibility");

  public SheetRow {
    cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    formulas = List.copyOf(formulas);
  }

  /// What was typed, or nothing.
  public String get(String column) {
    return cells.getOrDefault(column, "");
  }

  /// Whether it tells nothing but which initiative it could be about, as rows of a template do.
  boolean tellsNothing() {
    return cells.keySet().stream().allMatch(c -> c.equals("initiative") || c.equals("title"));
  }
}
