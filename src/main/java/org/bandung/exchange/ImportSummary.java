package org.bandung.exchange;

import java.util.List;

/// What became of an import.
///
/// @param withdrawn statements that their sources no longer mention, withdrawn at the end
/// @param withdrawalHeld it was asked to withdraw, but something was refused or unreadable, so that
///   nobody can tell what has vanished
public record ImportSummary(
    List<File> files,
    List<Unreadable> unreadable,
    List<Unmapped> unmapped,
    int withdrawn,
    boolean withdrawalHeld,
    boolean dryRun,
    double seconds) {

  public ImportSummary {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
    unmapped = List.copyOf(unmapped);
  }

  /// Of a standard, where no column can be left over.
  public ImportSummary(
      List<File> files,
      List<Unreadable> unreadable,
      int withdrawn,
      boolean withdrawalHeld,
      boolean dryRun,
      double seconds) {
    this(files, unreadable, List.of(), withdrawn, withdrawalHeld, dryRun, seconds);
  }

  /// What became of one file: `read = created + updated + unchanged + refused`.
  ///
  /// @param noted records with at least one note, refused ones included
  public record File(
      String file,
      int read,
      int created,
      int updated,
      int unchanged,
      int refused,
      int noted,
      double seconds) {}

  /// A file that could not be read to its end, and why.
  ///
  /// @param code of the note; its message is `note.<code>` in the bundle `exchange`
  public record Unreadable(String file, String code, List<String> arguments) {
    public Unreadable {
      arguments = List.copyOf(arguments);
    }
  }

  /// Columns of a table that its mapping says nothing of; they are kept in the original only.
  public record Unmapped(String file, List<String> columns) {
    public Unmapped {
      columns = List.copyOf(columns);
    }
  }

  /// 0 all accepted, 1 something refused, 2 something unreadable; the highest wins.
  public int exitValue() {
    return exitValue(files, unreadable);
  }

  static int exitValue(List<File> files, List<Unreadable> unreadable) {
    if (!unreadable.isEmpty()) {
      return 2;
    }
    return files.stream().anyMatch(f -> f.refused() > 0) ? 1 : 0;
  }
}
