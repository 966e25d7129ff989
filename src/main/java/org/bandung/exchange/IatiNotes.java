package org.bandung.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// What the mapping has to say of one record: each remark once for each path.
final class IatiNotes {

  private final String record;
  private final List<Note> notes = new ArrayList<>();
  private final Set<String> said = new HashSet<>();

  IatiNotes(String record) {
    this.record = record;
  }

  /// @param shown what the message shows of the input
  void add(String code, String path, int line, @Nullable String shown) {
    if (said.add(code + ' ' + path)) {
      var arguments =
          shown == null ? List.<String>of() : List.of(IatiFileReader.printable(shown, 80));
      notes.add(new Note(line, record, NoteCodes.severity(code), code, path, arguments));
    }
  }

  List<Note> list() {
    return List.copyOf(notes);
  }
}
