package org.bandung.observations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The one engine for files of columns in this process: opened when it is first needed, within
/// bounds that no statement can lift. It reaches nothing but the folder of observations and loads
/// nothing.
final class Engine implements AutoCloseable {

  private final ObservationSettings settings;
  private @Nullable DuckDBConnection root;
  private boolean closed;

  Engine(ObservationSettings settings) {
    this.settings = settings;
  }

  /// A connection of its own; close it.
  synchronized DuckDBConnection connect() throws SQLException {
    if (closed) {
      throw new IllegalStateException("this process is ending");
    }
    var opened = root;
    if (opened == null) {
      opened = open();
      root = opened;
    }
    return opened.duplicate();
  }

  private DuckDBConnection open() throws SQLException {
    var folder = settings.folder().toAbsolutePath();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of observations cannot be made: " + folder, e);
    }
    var properties = new Properties();
    // Answers come piece by piece instead of lying in memory twice.
    properties.setProperty("jdbc_stream_results", "true");
    var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
    var bounds =
        List.of(
            "set memory_limit = '" + settings.memory() + "MB'",
            "set threads = " + settings.threads(),
            // No file is ever written over.
            "set parquet_metadata_cache = true",
            "set temp_directory = " + quoted(Folder.spill(folder)),
            "set autoinstall_known_extensions = false",
            "set autoload_known_extensions = false",
            "set allow_community_extensions = false",
            "set allowed_directories = [" + quoted(folder.resolve("")) + "]",
            "set enable_external_access = false",
            "set lock_configuration = true");
    try (var statement = connection.createStatement()) {
      for (var bound : bounds) {
        statement.execute(bound);
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  /// A path as a text of SQL; none comes from outside, but a folder may have an apostrophe.
  static String quoted(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  @Override
  public synchronized void close() {
    closed = true;
    var opened = root;
    if (opened != null) {
      try {
        opened.close();
      } catch (SQLException e) {
        throw new IllegalStateException("the engine of observations did not close", e);
      }
      Folder.delete(Folder.spill(settings.folder().toAbsolutePath()));
    }
  }
}
