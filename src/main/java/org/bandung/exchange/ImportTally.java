package org.bandung.exchange;

import java.util.ArrayList;
import java.util.List;
import org.bandung.exchange.files.Printable;
import org.bandung.kernel.Note;
import org.bandung.registry.ImportRun;
import org.bandung.registry.ImportRun.FileReport;
import org.jspecify.annotations.Nullable;

/// Counts what becomes of one file.
final class ImportTally {

  /// Enough to see what is wrong with a file; all notes stay with their statements.
  private static final int MOST_NOTES = 100_000;

  private final String file;
  private final ImportReport report;
  private final ImportProgress progress;
  private final long started = System.nanoTime();
  private final List<Note> notes = new ArrayList<>();
  private int created;
  private int updated;
  private int unchanged;
  private int refused;
  private int noted;
  private @Nullable Note unreadable;

  /// @param progress hears of each record that is refused
  ImportTally(String file, ImportReport report, ImportProgress progress) {
    this.file = file;
    this.report = report;
    this.progress = progress;
  }

  String file() {
    return file;
  }

  /// @param recordNotes with their lines in the file
  /// @param identifier of the record, and its line, for what is to be said of an older version
  void accepted(ImportRun.Outcome outcome, List<Note> recordNotes, String identifier, int line) {
    switch (outcome) {
      case CREATED -> created++;
      case UPDATED -> updated++;
      case UNCHANGED, OLDER -> unchanged++;
    }
    if (outcome != ImportRun.Outcome.OLDER) {
      noted(recordNotes);
      return;
    }
    var all = new ArrayList<>(recordNotes);
    var code = "bandung.older-version";
    all.add(new Note(line, identifier, IatiNotes.severity(code), code, "", List.of()));
    noted(all);
  }

  void refused(List<Note> recordNotes) {
    refused++;
    noted(recordNotes);
    recordNotes.stream()
        .filter(n -> n.severity() == Note.Severity.REFUSED)
        .findFirst()
        .ifPresent(why -> progress.refused(file, why));
  }

  private void noted(List<Note> recordNotes) {
    if (!recordNotes.isEmpty()) {
      noted++;
    }
    recordNotes.forEach(this::note);
  }

  /// A remark on the file as a whole.
  void note(Note note) {
    report.add(file, note);
    if (notes.size() < MOST_NOTES) {
      notes.add(note);
    }
  }

  void unreadable(Note why) {
    unreadable = why;
    note(why);
  }

  boolean hasRefusals() {
    return refused > 0;
  }

  ImportSummary.@Nullable Unreadable unreadable() {
    var why = unreadable;
    return why == null ? null : new ImportSummary.Unreadable(file, why.code(), why.arguments());
  }

  ImportSummary.File summary() {
    return new ImportSummary.File(
        file, read(), created, updated, unchanged, refused, noted, seconds());
  }

  /// What is kept with the run, for everybody to read.
  FileReport report(long bytes) {
    var name = Printable.published(file);
    var why = unreadable == null ? "" : unreadable.code();
    return new FileReport(
        name, bytes, read(), created, updated, unchanged, refused, noted, seconds(), why, notes);
  }

  private int read() {
    return created + updated + unchanged + refused;
  }

  private double seconds() {
    return Math.round((System.nanoTime() - started) / 1e6) / 1e3;
  }
}
