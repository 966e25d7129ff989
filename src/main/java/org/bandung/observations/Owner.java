package org.bandung.observations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import org.bandung.store.StoreException;
import org.bandung.store.kept.Durable;

/// Whose the folder of observations is. To a second database with the same home every file would be
/// a leftover; so a word that lies in the folder and in the database must be the same before
/// anything is written or cleared away. Only for whoever has the turn.
final class Owner {

  private static final String MARK = ".database";
  private static final int LONGEST = 200;

  private final Path path;
  private final Folder folder;
  private final OwnerTable words;
  private final ObservationTable table;

  Owner(Path path, Folder folder, OwnerTable words, ObservationTable table) {
    this.path = path.toAbsolutePath();
    this.folder = folder;
    this.words = words;
    this.table = table;
  }

  /// Takes the folder for this database if it is nobody's.
  ///
  /// @throws StoreException if it is another one's
  void require() {
    if (!may()) {
      throw foreign();
    }
    write(words.findOrMake());
  }

  /// Whether the folder says that it is this database's.
  boolean isOurs() {
    return mark().isPresent() && mark().equals(words.find());
  }

  /// Whether the folder is this database's or nobody's. One without a word that holds files is this
  /// database's if that knows some of them.
  boolean may() {
    if (mark().isPresent()) {
      return isOurs();
    }
    var lying = folder.tokens();
    return lying.isEmpty() || new HashSet<>(table.tokens()).stream().anyMatch(lying::contains);
  }

  /// After another state was brought into the database whose folder it is.
  void follow() {
    var id = words.find().or(() -> mark().map(words::make));
    id.ifPresent(this::write);
  }

  StoreException foreign() {
    return new StoreException(
        ("The folder %s holds the observations of another database, so nothing was changed in it."
                + " Give this database a home of its own (BANDUNG_HOME). If that database is gone"
                + " for good, move the folder away and import again; if the files are this"
                + " database's after all, delete %s in it.")
            .formatted(path, MARK));
  }

  private Optional<String> mark() {
    var file = path.resolve(MARK);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file)) {
      return Optional.of(
          new String(in.readNBytes(LONGEST), java.nio.charset.StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be read", e);
    }
  }

  private void write(String id) {
    if (mark().equals(Optional.of(id))) {
      return;
    }
    try {
      var fresh = Files.writeString(path.resolve(MARK + ".part"), id + "\n");
      Durable.settle(fresh, path.resolve(MARK));
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of observations cannot be written: " + path, e);
    }
  }
}
