package org.bandung.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.exchange.files.Printable;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// What the mapping has to say of one record: each remark once for each path.
final class IatiNotes {

  private static final Map<String, Note.Severity> SEVERITIES =
      ExchangeTables.read("notes.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.getField("code"),
                  row -> Note.Severity.valueOf(row.getField("severity").toUpperCase(Locale.ROOT))));

  private final String record;
  private final List<Note> notes = new ArrayList<>();
  private final Set<String> said = new HashSet<>();

  IatiNotes(String record) {
    this.record = record;
  }

  /// How much a code of ours weighs, from `exchange/notes.csv`.
  static Note.Severity severity(String code) {
    var severity = SEVERITIES.get(code);
    if (severity == null) {
      throw new IllegalStateException("notes.csv has no " + code);
    }
    return severity;
  }

  /// @param shown what the message shows of the input
  void add(String code, String path, int line, @Nullable String shown) {
    if (said.add(code + ' ' + path)) {
      var arguments = List.of(shown == null || shown.isEmpty() ? "-" : Printable.of(shown, 80));
      notes.add(new Note(line, record, severity(code), code, path, arguments));
    }
  }

  List<Note> list() {
    return List.copyOf(notes);
  }
}
