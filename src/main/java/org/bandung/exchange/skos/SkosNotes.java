package org.bandung.exchange.skos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bandung.exchange.files.Printable;
import org.bandung.kernel.Note;
import org.bandung.kernel.ShippedTable;

/// What there is to say of a vocabulary: of each kind the first few places, and how many in all.
final class SkosNotes {

  /// How many places of one kind are told.
  static final int TOLD = 10;

  private static final int SHOWN = 120;

  private static final Map<String, Note.Severity> SEVERITIES =
      ShippedTable.read("exchange/notes.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.getField("code"),
                  row -> Note.Severity.valueOf(row.getField("severity").toUpperCase(Locale.ROOT))));

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<Note> told = new ArrayList<>();
  private long line;

  /// Where the parser is, for what is said next; 0 where nobody knows.
  void at(long now) {
    line = Math.max(0, now);
  }

  /// @param code without the prefix `bandung.`
  /// @param address the concept concerned, or empty
  void add(String code, String address, Object... shown) {
    int before = counts.merge(code, 1, Integer::sum) - 1;
    if (before >= TOLD) {
      return;
    }
    var full = "bandung." + code;
    var severity = SEVERITIES.get(full);
    if (severity == null) {
      throw new IllegalStateException("notes.csv has no " + full);
    }
    var arguments = Stream.of(shown).map(s -> Printable.of(s.toString(), SHOWN)).toList();
    int place = (int) Math.min(Integer.MAX_VALUE, line);
    told.add(new Note(place, Printable.of(address, SHOWN), severity, full, "", arguments));
  }

  /// The first few of each kind, in the order in which they were found.
  List<Note> told() {
    return List.copyOf(told);
  }

  /// Code -> how many in all.
  Map<String, Integer> counts() {
    var all = new TreeMap<String, Integer>();
    counts.forEach((code, count) -> all.put("bandung." + code, count));
    return all;
  }
}
