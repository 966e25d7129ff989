package org.bandung.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bandung.kernel.Note;

/// One run of an import and what became of its files.
///
/// @param state `running`, `finished` or `interrupted`
public record ImportView(
    long id,
    String channel,
    String description,
    String state,
    Instant started,
    Optional<Instant> ended,
    int withdrawn,
    List<File> files) {

  public ImportView {
    files = List.copyOf(files);
  }

  /// What became of one file.
  ///
  /// @param byCode how often each note code occurred
  /// @param notes the first notes, at most [#NOTES_KEPT] a file; empty in a list of runs
  public record File(
      String file,
      long bytes,
      int read,
      int created,
      int updated,
      int unchanged,
      int refused,
      int noted,
      double seconds,
      String unreadable,
      List<CodeCount> byCode,
      List<Note> notes) {

    public File {
      byCode = List.copyOf(byCode);
      notes = List.copyOf(notes);
    }
  }

  /// How often a note occurred in a file.
  public record CodeCount(String code, Note.Severity severity, int times) {}

  /// How many notes of a file are kept with the run; all of them stay with their statements.
  public static final int NOTES_KEPT = 20_000;
}
