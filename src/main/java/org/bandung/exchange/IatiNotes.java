package org.bandung.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.exchange.files.Printable;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// What the mapping has to say of one record: each remark once for each path.
final class IatiNotes {

  /// @param whatToDo key of the message that says what to do about it
  private record Code(Note.Severity severity, String whatToDo) {}

  private static final Map<String, Code> CODES =
      ExchangeTables.read("notes.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.getField("code"),
                  row ->
                      new Code(
                          Note.Severity.valueOf(row.getField("severity").toUpperCase(Locale.ROOT)),
                          row.getField("what_to_do_key"))));

  private final String record;
  private final List<Note> notes = new ArrayList<>();
  private final Set<String> said = new HashSet<>();

  IatiNotes(String record) {
    this.record = record;
  }

  /// How much a code of ours weighs, from `exchange/notes.csv`.
  static Note.Severity severity(String code) {
    var known = CODES.get(code);
    if (known == null) {
      throw new IllegalStateException("notes.csv has no " + code);
    }
    return known.severity();
  }

  /// Every code of ours, in their order.
  static List<String> codes() {
    return CODES.keySet().stream().sorted().toList();
  }

  /// The key of the message that says what to do about a code of ours; none for an official rule,
  /// whose own sentence says it.
  static Optional<String> whatToDo(String code) {
    return Optional.ofNullable(CODES.get(code)).map(Code::whatToDo);
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
