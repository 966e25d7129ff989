package org.bandung.store.kept;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;

/// Files that are still there when the power comes back: their bytes and the entries of their
/// folders are on the disk before anybody relies on them.
public final class Durable {

  private Durable() {}

  /// Puts a file that was written whole into its place.
  public static void settle(Path from, Path to) throws IOException {
    try (var channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    var folder = to.toAbsolutePath().getParent();
    folders(folder);
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(folder);
  }

  /// Makes a folder and those above it.
  static void folders(Path folder) throws IOException {
    var made = new ArrayDeque<Path>();
    for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
      made.push(at);
    }
    Files.createDirectories(folder);
    for (var each : made) {
      force(each.getParent());
    }
  }

  /// The entries of a folder; nothing where the platform opens no folders.
  private static void force(Path folder) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      return;
    }
    try (channel) {
      channel.force(true);
    }
  }
}
