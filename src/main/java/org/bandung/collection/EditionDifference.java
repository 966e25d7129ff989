package org.bandung.collection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bandung.collection.Edition.Row;
import org.jspecify.annotations.Nullable;

/// What is otherwise now than in an edition, of one initiative.
///
/// @param before null where the edition has it not
/// @param after null where it is gone
/// @param fields that differ: `title`, `start`, `end`, `modality`, `countries`, `money`
public record EditionDifference(@Nullable Row before, @Nullable Row after, List<String> fields) {

  public EditionDifference {
    fields = List.copyOf(fields);
  }

  /// `changed`, `gone` or `new`.
  public String word() {
    return before == null ? "new" : after == null ? "gone" : "changed";
  }

  /// The row to name it by.
  public Row row() {
    return before == null ? Objects.requireNonNull(after) : before;
  }

  /// Compares rows by their keys, in the order of the edition, what is new last.
  static List<EditionDifference> between(List<Row> frozen, List<Row> now) {
    var byKey = new LinkedHashMap<String, Row>();
    now.forEach(row -> byKey.put(row.key(), row));
    var found = new ArrayList<EditionDifference>();
    for (var row : frozen) {
      var after = byKey.remove(row.key());
      var fields = after == null ? List.<String>of() : fields(row, after);
      if (after == null || !fields.isEmpty()) {
        found.add(new EditionDifference(row, after, fields));
      }
    }
    byKey.values().forEach(row -> found.add(new EditionDifference(null, row, List.of())));
    return found;
  }

  private static List<String> fields(Row before, Row after) {
    var pairs = new LinkedHashMap<String, List<?>>();
    pairs.put("title", List.of(before.title(), after.title()));
    pairs.put("start", List.of(text(before.start()), text(after.start())));
    pairs.put("end", List.of(text(before.end()), text(after.end())));
    pairs.put("modality", List.of(before.modality(), after.modality()));
    if (before.inRegistry() && after.inRegistry()) {
      pairs.put("countries", List.of(before.countries(), after.countries()));
    }
    pairs.put("money", List.of(before.money(), after.money()));
    return pairs.entrySet().stream()
        .filter(e -> !e.getValue().getFirst().equals(e.getValue().getLast()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String text(@Nullable Object date) {
    return date == null ? "" : date.toString();
  }
}
