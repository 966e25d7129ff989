package org.bandung.exchange.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import tools.jackson.databind.json.JsonMapper;

/// The header of a table, and rows made by it.
final class Columns {

  static final int LONGEST_NAME = 200;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TableLimits limits;
  private final TableSink sink;
  private List<String> names = List.of();
  private boolean longerSaid;

  Columns(TableLimits limits, TableSink sink) {
    this.limits = limits;
    this.sink = sink;
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /// Ends a table.
  ///
  /// @throws UnreadableInput if there was no line of names
  void requireHeader() throws UnreadableInput {
    if (names.isEmpty()) {
      throw new UnreadableInput("bandung.empty-file");
    }
  }

  /// Takes the header: names stripped, empty and repeated ones numbered.
  void header(List<String> cells, int line) throws IOException {
    int used = cells.size();
    while (used > 0 && cells.get(used - 1).isBlank()) {
      used--;
    }
    if (used == 0) {
      return; // a blank line above the names
    }
    if (used > limits.columns()) {
      throw new UnreadableInput(
          "bandung.too-many-columns", String.valueOf(used), String.valueOf(limits.columns()));
    }
    Set<String> taken = new LinkedHashSet<>();
    for (int i = 0; i < used; i++) {
      var cell = cells.get(i).strip().replaceAll("\\s+", " ");
      var name = cell.isEmpty() ? "column " + (i + 1) : Printable.of(cell, LONGEST_NAME);
      if (taken.contains(name)) {
        sink.remark(line, "bandung.column-twice", name);
        int number = 2;
        while (taken.contains(name + " (" + number + ")")) {
          number++;
        }
        name = name + " (" + number + ")";
      }
      taken.add(name);
    }
    names = List.copyOf(taken);
    sink.columns(names);
  }

  /// Hands a row on, unless all of it is blank.
  void row(List<String> cells, List<Integer> formulas, int line) throws IOException {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    Map<String, List<String>> byColumn = new LinkedHashMap<>();
    Map<String, String> original = new LinkedHashMap<>();
    long characters = 0;
    for (int i = 0; i < cells.size(); i++) {
      var cell = Printable.storable(cells.get(i));
      characters += cell.length();
      if (cell.length() > limits.cell() || characters > limits.record()) {
        sink.refused(line, "bandung.cell-too-large", String.valueOf(limits.cell()));
        return;
      }
      if (cell.isBlank()) {
        continue;
      }
      if (i >= names.size() && !longerSaid) {
        longerSaid = true;
        sink.remark(line, "bandung.row-longer", String.valueOf(names.size()));
      }
      if (i < names.size()) {
        byColumn.put(names.get(i), List.of(cell.strip()));
      }
      original.put(i < names.size() ? names.get(i) : "column " + (i + 1), cell);
    }
    var calculated = new ArrayList<String>();
    formulas.stream().filter(i -> i < names.size()).forEach(i -> calculated.add(names.get(i)));
    sink.row(new TableRow(line, byColumn, calculated, JSON.writeValueAsString(original)));
  }
}
