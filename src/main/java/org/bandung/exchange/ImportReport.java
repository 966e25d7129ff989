package org.bandung.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// The table of all notes of an import, written as they come.
final class ImportReport implements AutoCloseable {

  private final @Nullable CsvWriter csv;
  private final Messages messages = Messages.of("exchange");
  private final String language;

  ImportReport(Optional<Path> file, String language) {
    this.language = language;
    try {
      this.csv = file.isPresent() ? CsvWriter.builder().build(file.get()) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("The report cannot be written to " + file.get(), e);
    }
    if (csv != null) {
      csv.writeRecord("file", "line", "record", "severity", "code", "path", "message");
    }
  }

  void add(String file, Note note) {
    if (csv != null) {
      csv.writeRecord(
          file,
          String.valueOf(note.line()),
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
      try {
        csv.close();
      } catch (IOException e) {
        throw new UncheckedIOException("The report could not be written to its end", e);
      }
    }
  }
}
