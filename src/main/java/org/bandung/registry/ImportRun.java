package org.bandung.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bandung.kernel.Note;
import org.bandung.registry.said.Statement;

/// One import while it runs: a door hands statements in, in the order of the input.
///
/// Each call is one transaction, so that a run killed at any moment has lost only its last batch,
/// and the same run repeated changes nothing more.
public interface ImportRun extends AutoCloseable {

  /// Which of these contents are known already, by content hash; they need no reading again.
  Map<String, Known> known(Collection<String> contentHashes);

  /// Takes statements in; one receipt each, in the same order.
  List<Receipt> receive(List<Statement> statements);

  /// Says that these known statements occur in this input too (what is not seen may be withdrawn).
  void seen(Collection<Known> known);

  /// Records what became of one file.
  void fileDone(FileReport report);

  /// Ends the run. With `complete`, statements of the sources seen in this run that did not occur
  /// in it are withdrawn.
  ///
  /// @return how many statements were withdrawn
  int finish(boolean complete);

  /// Marks the run as interrupted if it was not finished.
  @Override
  void close();

  /// A statement that the registry holds.
  ///
  /// @param current whether it is its source's last word; else a newer one is known
  record Known(
      long statement,
      String sourceKey,
      String originalId,
      boolean current,
      String judgedWith,
      List<Note> notes) {

    public Known {
      notes = List.copyOf(notes);
    }
  }

  /// What became of one statement, and the number it has here.
  record Receipt(Outcome outcome, String initiativeId, long statement) {}

  /// What the registry did with a statement.
  enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    /// An older version than the one held: kept out, `bandung.older-version` is noted.
    OLDER
  }

  /// What became of one file.
  ///
  /// @param unreadable why it could not be read at all, as a note code, or empty
  record FileReport(
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
      List<Note> notes) {

    public FileReport {
      notes = List.copyOf(notes);
    }
  }
}
