package org.bandung.observations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.bandung.store.kept.KeptFiles;

/// The folder of the files of columns: one for each dataset and year, named by the load that wrote
/// it, so that no file is ever written over. What no load of the database names is a leftover of a
/// process that ended too early.
final class Folder {

  private static final String WORK = ".work";
  private static final String SPILL = ".spill-";
  private static final String ENDING = ".parquet";
  private static final String REPLACED = "replaced-";

  /// File locks are those of a process.
  private static final ReentrantLock WITHIN = new ReentrantLock();

  private static final Pattern NAME =
      Pattern.compile(
          Publication.CODE + "/[0-9]{1,4}/(" + REPLACED + ")?[0-9a-f]{16}" + Pattern.quote(ENDING));

  private final Path folder;

  Folder(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /// The right to write; one holds it at a time, whatever process it is in.
  static final class Turn implements KeptFiles.Hold {
    private final FileChannel channel;
    private final FileLock lock;

    private Turn(FileChannel channel, FileLock lock) {
      this.channel = channel;
      this.lock = lock;
    }

    @Override
    public void close() {
      try {
        lock.release();
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        WITHIN.unlock();
      }
    }
  }

  /// Waits until nobody else writes.
  Turn turn() {
    WITHIN.lock();
    try {
      Files.createDirectories(folder);
      var channel = channel();
      return new Turn(channel, channel.lock());
    } catch (IOException e) {
      WITHIN.unlock();
      throw new UncheckedIOException("The folder of observations cannot be written: " + folder, e);
    }
  }

  /// The right to write, unless somebody else has it.
  Optional<Turn> turnIfFree() {
    if (!WITHIN.tryLock()) {
      return Optional.empty();
    }
    try {
      Files.createDirectories(folder);
      var channel = channel();
      var lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new Turn(channel, lock));
      }
      channel.close();
      WITHIN.unlock();
      return Optional.empty();
    } catch (IOException e) {
      WITHIN.unlock();
      throw new UncheckedIOException("The folder of observations cannot be written: " + folder, e);
    }
  }

  private FileChannel channel() throws IOException {
    return FileChannel.open(
        folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /// Where a year of a dataset lies that a load wrote.
  Path part(String dataset, int year, String token) {
    return folder.resolve(dataset).resolve(String.valueOf(year)).resolve(token + ENDING);
  }

  /// What of a year had to give way to a load.
  Path replaced(String dataset, int year, String token) {
    return folder.resolve(dataset).resolve(String.valueOf(year)).resolve(REPLACED + token + ENDING);
  }

  /// Whether this is the name of a file of ours, below the folder.
  static boolean isName(String path) {
    return NAME.matcher(path).matches();
  }

  /// The name of a file of ours.
  String name(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /// The files that hold what gave way to these loads.
  List<Path> replaced(String dataset, Set<String> tokens) {
    return entries(folder.resolve(dataset)).stream()
        .filter(Files::isDirectory)
        .flatMap(year -> entries(year).stream())
        .filter(file -> isKept(file, tokens))
        .toList();
  }

  /// Where a load prepares its files.
  Path work(String token) {
    try {
      return Files.createDirectories(folder.resolve(WORK).resolve(token));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where the engine of this process puts what does not fit into its memory.
  static Path spill(Path folder) {
    return folder.resolve(SPILL + ProcessHandle.current().pid());
  }

  /// Puts a prepared file into its place, whole and on the disk.
  static void settle(Path from, Path to) throws IOException {
    try (var channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.createDirectories(to.getParent());
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Removes what a process left that ended too early, and files that gave way. Only for whoever
  /// has the turn.
  ///
  /// @param parts paths of files that count
  /// @param tokens of all loads
  void clean(Set<Path> parts, Set<String> tokens) {
    delete(folder.resolve(WORK));
    for (var entry : entries(folder)) {
      var name = entry.getFileName().toString();
      if (name.startsWith(SPILL)) {
        cleanSpill(entry, name.substring(SPILL.length()));
      } else if (Files.isDirectory(entry) && !name.startsWith(".")) {
        entries(entry).stream()
            .filter(Files::isDirectory)
            .flatMap(year -> entries(year).stream())
            .filter(file -> !parts.contains(file) && !isKept(file, tokens))
            .forEach(Folder::delete);
      }
    }
  }

  private static boolean isKept(Path file, Set<String> tokens) {
    var name = file.getFileName().toString();
    return name.startsWith(REPLACED)
        && name.endsWith(ENDING)
        && tokens.contains(name.substring(REPLACED.length(), name.length() - ENDING.length()));
  }

  private static void cleanSpill(Path entry, String pid) {
    boolean lives =
        pid.matches("[0-9]{1,18}")
            && ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
    if (!lives) {
      delete(entry);
    }
  }

  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var list = Files.list(folder)) {
      return list.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (var walk = Files.walk(path)) {
      for (var each : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
