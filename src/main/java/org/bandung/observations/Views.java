package org.bandung.observations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bandung.observations.ObservationTable.Current;
import org.bandung.store.kept.Durable;
import org.duckdb.DuckDBConnection;

/// The files beside a large year that are written of it again. They are in no backup: what is
/// missing after a restore is written by the next round of tidying, and questions go to the year's
/// own file until then.
final class Views {

  private final Folder folder;
  private final long least;

  /// @param least from so many rows a year has them
  Views(Folder folder, long least) {
    this.folder = folder;
    this.least = least;
  }

  private static Path prepared(Path work, int year, View view) {
    return work.resolve(view.word() + "-" + year + ".parquet");
  }

  /// Writes those of a year into a folder of work, if it is large.
  void write(DuckDBConnection connection, Path own, int year, long rows, Path work)
      throws SQLException {
    if (rows < least) {
      return;
    }
    try (var statement = connection.createStatement()) {
      for (var view : View.values()) {
        statement.execute(view.copy(Engine.quoted(own), Engine.quoted(prepared(work, year, view))));
      }
    }
  }

  /// Moves what was written into its place, before the year's own file follows.
  void settle(String dataset, int year, String token, Path work) throws IOException {
    for (var view : View.values()) {
      var file = prepared(work, year, view);
      if (Files.exists(file)) {
        Durable.settle(file, folder.view(dataset, year, token, view));
      }
    }
  }

  /// Whether a year that should have them lacks any.
  boolean lacks(String dataset, Current year) {
    return year.rows() >= least
        && Files.isRegularFile(folder.part(dataset, year.year(), year.token()))
        && paths(dataset, year).stream().anyMatch(file -> !Files.isRegularFile(file));
  }

  /// Where those of a year lie or would lie.
  Set<Path> paths(String dataset, Current year) {
    return Stream.of(View.values())
        .map(view -> folder.view(dataset, year.year(), year.token(), view))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The file that answers a question to a view; the year's own where it has none.
  boolean has(String dataset, Current year, View view) {
    return Files.isRegularFile(folder.view(dataset, year.year(), year.token(), view));
  }
}
