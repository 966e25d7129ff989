package org.bandung.store.kept;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Files that are still there when the power comes back: their bytes and the entries of their
/// folders are on the disk before anybody relies on them.
public final class Durable {

  private Durable() {}

  /// Puts a file that was written whole into its place.
  public static void settle(Path from, Path to) throws IOException {
    try (var channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    folders(to);
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(to.toAbsolutePath().getParent());
  }

  /// Makes the folders above a file.
  static void folders(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
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
  private static void force(@Nullable Path folder) throws IOException {
    if (folder == null) {
      return;
    }
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
