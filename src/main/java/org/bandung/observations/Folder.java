package org.bandung.observations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
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
  private static final int TOKEN = 16;

  private static final String LOCK = ".lock";
  private static final String KEEP = ".keep";

  /// File locks are those of a process.
  private static final ReentrantLock WITHIN = new ReentrantLock();

  private static final ReentrantLock KEEPING = new ReentrantLock();

  private static final Pattern NAME =
      Pattern.compile(
          "%s/[0-9]{1,4}/(%s)?[0-9a-f]{%d}%s"
              .formatted(Publication.CODE, REPLACED, TOKEN, Pattern.quote(ENDING)));

  private final Path folder;

  Folder(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /// A right that one holds at a time, whatever process it is in.
  static final class Turn implements KeptFiles.Hold {
    private final ReentrantLock within;
    private final FileChannel channel;
    private final FileLock lock;

    private Turn(ReentrantLock within, FileChannel channel, FileLock lock) {
      this.within = within;
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
        within.unlock();
      }
    }
  }

  /// Waits until nobody else writes.
  Turn turn() {
    return take(WITHIN, LOCK, true).orElseThrow();
  }

  /// The right to write, unless somebody else has it.
  Optional<Turn> turnIfFree() {
    return take(WITHIN, LOCK, false);
  }

  /// Keeps files from being cleared away; imports go on. Waits for cleaning and for another backup
  /// only.
  Turn keep() {
    return take(KEEPING, KEEP, true).orElseThrow();
  }

  private Optional<Turn> take(ReentrantLock within, String name, boolean wait) {
    if (wait) {
      within.lock();
    } else if (!within.tryLock()) {
      return Optional.empty();
    }
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(
              folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = wait ? channel.lock() : channel.tryLock();
      if (lock != null) {
        return Optional.of(new Turn(within, channel, lock));
      }
      channel.close();
      within.unlock();
      return Optional.empty();
    } catch (IOException e) {
      within.unlock();
      throw new UncheckedIOException("The folder of observations cannot be written: " + folder, e);
    }
  }

  /// Where a year of a dataset lies that a load wrote.
  Path part(String dataset, int year, String token) {
    return folder.resolve(dataset).resolve(String.valueOf(year)).resolve(token + ENDING);
  }

  /// What of a year had to give way to a load.
  Path replaced(String dataset, int year, String token) {
    return folder.resolve(dataset).resolve(String.valueOf(year)).resolve(REPLACED + token + ENDING);
  }

  /// Where of a year that a load wrote something is written again.
  Path view(String dataset, int year, String token, View view) {
    return folder
        .resolve(dataset)
        .resolve(String.valueOf(year))
        .resolve("view-" + view.word() + "-" + token + ENDING);
  }

  /// Whether this is the name of a file of ours, below the folder, that a backup brings.
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

  /// The loads that the files of the folder say they are of.
  Set<String> tokens() {
    var tokens = new HashSet<String>();
    for (var entry : entries(folder)) {
      if (!entry.getFileName().toString().startsWith(".")) {
        for (var year : entries(entry)) {
          entries(year).stream()
              .map(this::name)
              .filter(Folder::isName)
              .forEach(name -> {
                int end = name.length() - ENDING.length();
                tokens.add(name.substring(end - TOKEN, end));
              });
        }
      }
    }
    return tokens;
  }

  /// Removes what a process left that ended too early, and files that gave way, unless a backup
  /// relies on them. Only for whoever has the turn.
  ///
  /// @param parts paths of files that count, and of what is written of them again
  /// @param tokens of all loads
  void clean(Set<Path> parts, Set<String> tokens) {
    try (var keep = take(KEEPING, KEEP, false).orElse(null)) {
      if (keep != null) {
        remove(parts, tokens);
      }
    }
  }

  private void remove(Set<Path> parts, Set<String> tokens) {
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
