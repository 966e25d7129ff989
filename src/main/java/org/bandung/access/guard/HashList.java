package org.bandung.access.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// A file of hashes, one a line in ascending order, as lists of breached passwords are handed out:
/// forty digits of SHA-1, and behind a colon how often it was seen. The file may have a thousand
/// million lines: it is searched by halves where it lies, and nothing of it is kept in memory.
public final class HashList {

  private static final int DIGITS = 40;

  /// Longer than any line such a list has.
  private static final int LONGEST_LINE = 80;

  private static final int PROBES = 200;

  private final Path file;

  private HashList(Path file) {
    this.file = file;
  }

  /// A list that cannot be used; the message says why.
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  /// Opens a list, if it looks like one wherever it is looked at: all of it would take too long.
  public static HashList open(Path file) throws Unusable {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new Unusable("cannot be read");
    }
    try (var channel = FileChannel.open(file)) {
      long size = channel.size();
      String before = "";
      long step = Math.max(1, size / PROBES);
      for (long place = 0; place < size; place += step) {
        long start = lineFrom(channel, place);
        if (start >= size) {
          break;
        }
        var line = line(channel, start);
        if (line.isEmpty()) {
          throw new Unusable(
              "holds something else at byte " + start + " than a SHA-1 hash in hexadecimal digits");
        }
        if (line.get().compareTo(before) < 0) {
          throw new Unusable("is not in ascending order (before byte " + start + ")");
        }
        before = line.get();
      }
      if (before.isEmpty()) {
        throw new Unusable("is empty");
      }
    } catch (IOException e) {
      throw new Unusable("cannot be read");
    }
    return new HashList(file);
  }

  /// Whether the list holds a hash.
  ///
  /// @param hash forty hexadecimal digits
  /// @throws UncheckedIOException if the file went away or was spoilt since it was opened: nobody
  ///   gets a password that cannot be looked up
  public boolean contains(String hash) {
    var wanted = hash.toUpperCase(Locale.ROOT);
    try (var channel = FileChannel.open(file)) {
      long low = 0;
      long high = channel.size();
      while (low < high) {
        long middle = low + (high - low) / 2;
        long start = lineFrom(channel, middle);
        if (start >= high) {
          high = middle;
          continue;
        }
        var found =
            line(channel, start)
                .orElseThrow(() -> new IOException(file + " is spoilt at byte " + start));
        int order = found.compareTo(wanted);
        if (order == 0) {
          return true;
        }
        if (order < 0) {
          low = start + 1;
        } else {
          high = middle;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("the list of breached passwords cannot be read", e);
    }
  }

  /// Where the first line begins that begins at a place or behind it.
  private static long lineFrom(FileChannel channel, long place) throws IOException {
    if (place == 0) {
      return 0;
    }
    var bytes = read(channel, place - 1, LONGEST_LINE);
    for (int i = 0; i < bytes.limit(); i++) {
      if (bytes.get(i) == '\n') {
        return place + i;
      }
    }
    if (bytes.limit() < LONGEST_LINE) {
      return channel.size();
    }
    throw new IOException("a line is too long at byte " + place);
  }

  /// The hash at the beginning of a line; empty if there is none.
  private static Optional<String> line(FileChannel channel, long start) throws IOException {
    var bytes = read(channel, start, DIGITS + 1);
    var text = StandardCharsets.ISO_8859_1.decode(bytes).toString();
    return text.matches("(?s)[0-9A-Fa-f]{40}([:\r\n].*)?")
        ? Optional.of(text.substring(0, DIGITS).toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  private static ByteBuffer read(FileChannel channel, long place, int most) throws IOException {
    var bytes = ByteBuffer.allocate(most);
    while (bytes.hasRemaining() && channel.read(bytes, place + bytes.position()) >= 0) {
      // until it is full or the file ends
    }
    return bytes.flip();
  }
}
