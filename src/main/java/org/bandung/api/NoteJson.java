package org.bandung.api;

import java.util.List;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// One remark on one place of an input.
///
/// @param line counted from 1; null when the remark has no line
/// @param code the official rule's id where one fired, else Bandung's own
record NoteJson(
    @Nullable Integer line,
    String record,
    String severity,
    String code,
    String path,
    List<String> arguments) {

  static NoteJson render(Note note) {
    return new NoteJson(
        note.line() == 0 ? null : note.line(),
        note.record(),
        CountryJson.word(note.severity()),
        note.code(),
        note.path(),
        note.arguments());
  }
}
