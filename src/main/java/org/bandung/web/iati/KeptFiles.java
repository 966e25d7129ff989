package org.bandung.web.iati;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Files that were made once and go out as they are until the facts move: to write all initiatives
/// takes a minute of a processor, to send a file nothing. Only one is made at a time; who asks
/// meanwhile for what is not ready is told to come back.
final class KeptFiles implements AutoCloseable {

  /// Writes a file.
  interface Making {
    void write(OutputStream to) throws IOException;
  }

  private record Kept(String state, Path packed) {}

  private final Map<String, Kept> kept = new HashMap<>();
  private final Semaphore maker = new Semaphore(1);

  /// The packed file of that name as it is at a state; null if another is being made just now.
  @Nullable Path file(String name, String state, Making making) throws IOException {
    var ready = ready(name, state);
    if (ready != null) {
      return ready;
    }
    if (!maker.tryAcquire()) {
      return null;
    }
    try {
      var since = ready(name, state);
      return since != null ? since : make(name, state, making);
    } finally {
      maker.release();
    }
  }

  /// Makes a packed file that is not kept: whoever asked deletes it. It is not written to who reads
  /// it, for who reads slowly would keep everybody else from theirs.
  ///
  /// @return null if another is being made just now
  @Nullable Path once(String name, Making making) throws IOException {
    if (!maker.tryAcquire()) {
      return null;
    }
    try {
      return pack(name, making);
    } finally {
      maker.release();
    }
  }

  private synchronized @Nullable Path ready(String name, String state) {
    var known = kept.get(name);
    return known != null && known.state().equals(state) && Files.exists(known.packed())
        ? known.packed()
        : null;
  }

  private Path make(String name, String state, Making making) throws IOException {
    var packed = pack(name, making);
    packed.toFile().deleteOnExit();
    keep(name, new Kept(state, packed));
    return packed;
  }

  private static Path pack(String name, Making making) throws IOException {
    var packed = Files.createTempFile("bandung-" + name, ".gz");
    try {
      try (var out =
          new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(packed)), 1 << 16)) {
        making.write(out);
      }
      return packed;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(packed);
      throw e;
    }
  }

  /// Who is still reading the one before reads it to its end: its bytes go when it is closed.
  private synchronized void keep(String name, Kept file) {
    var before = kept.put(name, file);
    if (before != null) {
      forget(before);
    }
  }

  private static void forget(Kept file) {
    try {
      Files.deleteIfExists(file.packed());
    } catch (IOException e) {
      // some systems keep a file while it is read; it goes when the program ends
    }
  }

  @Override
  public synchronized void close() {
    kept.values().forEach(KeptFiles::forget);
    kept.clear();
  }
}
