package org.bandung.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bandung.exchange.rows.CsvTable;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// The table of all notes of an import, written as they come.
public final class ImportReport implements AutoCloseable {

  private static final List<String> HEADER =
      List.of("file", "line", "record", "severity", "code", "path", "message");

  private final @Nullable CsvTable csv;
  private final Messages messages = Messages.of("exchange");
  private final String language;

  public ImportReport(Optional<Path> file, String language) {
    this.language = language;
    try {
      this.csv = file.isPresent() ? CsvTable.file(file.get(), HEADER) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("The report cannot be written to " + file.get(), e);
    }
  }

  /// Writes one remark on a file.
  public void add(String file, Note note) {
    if (csv != null) {
      csv.row(
          file,
          note.line(),
          note.record(),
          note.severity().name().toLowerCase(Locale.ROOT),
          note.code(),
          note.path(),
          message(note));
    }
  }

  /// Our own words for our codes; an official rule brings its own.
  private String message(Note note) {
    var key = "note." + note.code();
    if (messages.has(key)) {
      return messages.text(language, key, note.arguments().toArray());
    }
    return note.arguments().isEmpty() ? note.code() : note.arguments().getFirst();
  }

  @Override
  public void close() {
    if (csv != null) {
      csv.close();
    }
  }
}
