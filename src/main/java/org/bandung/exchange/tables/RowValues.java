package org.bandung.exchange.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bandung.exchange.rows.TableRow;
import org.bandung.exchange.tables.TableMapping.Rule;

/// The values that a rule finds in a row: parted, translated, with their companions beside them.
final class RowValues {

  private static final int MOST = 5_000;

  /// One value.
  ///
  /// @param text after translation
  /// @param reported as the row has it
  /// @param companions by the name the rule gives them; those that say nothing are missing
  record Value(String text, String reported, Map<String, String> companions) {

    String with(String name, String otherwise) {
      return companions.getOrDefault(name, otherwise);
    }
  }

  private final TableRow row;
  private final RowNotes notes;

  RowValues(TableRow row, RowNotes notes) {
    this.row = row;
    this.notes = notes;
  }

  List<Value> of(Rule rule) {
    if (rule.column().isEmpty()) {
      return List.of(new Value(rule.setting("value", ""), "", Map.of()));
    }
    var given = row.values(rule.column());
    var companions = companions(rule, given.size());
    var found = new ArrayList<Value>();
    for (int i = 0; i < given.size() && found.size() < MOST; i++) {
      var beside = new TreeMap<String, String>();
      for (var companion : companions.entrySet()) {
        var values = companion.getValue();
        var value = values.get(values.size() == 1 ? 0 : i).strip();
        if (!value.isEmpty()) {
          beside.put(companion.getKey(), value);
        }
      }
      for (var part : parts(rule, given.get(i).strip())) {
        translated(rule, part, beside, found);
      }
    }
    return found;
  }

  /// Values at the same place belong together; a single one belongs to all; lists of different
  /// lengths belong to nothing.
  private Map<String, List<String>> companions(Rule rule, int size) {
    var companions = new TreeMap<String, List<String>>();
    rule.with()
        .forEach((name, column) -> {
          var values = row.values(column);
          if (values.size() == size || values.size() == 1) {
            companions.put(name, values);
          } else if (!values.isEmpty() && size > 0) {
            notes.add("bandung.lists-unequal", column, rule.column(), column);
          }
        });
    return companions;
  }

  private List<String> parts(Rule rule, String cell) {
    if (cell.isEmpty()) {
      return List.of();
    }
    var separator = rule.setting("separator");
    // A cell may be translated as a whole although it holds separators.
    var parts =
        separator == null || separator.isEmpty() || rule.values().containsKey(cell)
            ? List.of(cell)
            : CellForms.parts(cell, separator);
    var longest = rule.setting("longest");
    if (longest != null) {
      int most = Integer.parseInt(longest);
      if (parts.stream().anyMatch(p -> p.length() > most)) {
        notes.add("bandung.value-too-long", rule.column(), longest);
        return List.of();
      }
    }
    return parts;
  }

  private void translated(Rule rule, String part, Map<String, String> beside, List<Value> found) {
    if (rule.values().isEmpty()) {
      found.add(new Value(part, part, beside));
      return;
    }
    var translation = rule.values().get(part);
    if (translation == null) {
      translation = ignoringCase(rule.values(), part);
    }
    if (translation != null) {
      if (!translation.isEmpty()) {
        found.add(new Value(translation, part, beside));
      }
    } else if ("keep".equals(rule.setting("other"))) {
      found.add(new Value(part, part, beside));
    } else {
      notes.add("bandung.value-untranslated", rule.column(), part);
    }
  }

  private static @org.jspecify.annotations.Nullable String ignoringCase(
      Map<String, String> values, String part) {
    var lower = part.toLowerCase(Locale.ROOT);
    for (var entry : values.entrySet()) {
      if (entry.getKey().toLowerCase(Locale.ROOT).equals(lower)) {
        return entry.getValue();
      }
    }
    return null;
  }
}
