package org.bandung.exchange.iati;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// What is written before it is known what stands above it: packed, on disk, gone when it is
/// closed.
final class Spool implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final Writer writer;

  Spool() throws IOException {
    file = Files.createTempFile("bandung-spool", ".z");
    writer =
        new BufferedWriter(
            new OutputStreamWriter(
                new DeflaterOutputStream(Files.newOutputStream(file), deflater, BUFFER),
                StandardCharsets.UTF_8),
            BUFFER);
  }

  Writer writer() {
    return writer;
  }

  /// Sends on what was written; nothing more can be.
  void transferTo(OutputStream to) throws IOException {
    writer.close();
    try (var in = new InflaterInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.transferTo(to);
    }
  }

  @Override
  public void close() throws IOException {
    try (writer) {
      deflater.end();
    } catch (IOException | NullPointerException e) {
      // What was not sent on is not wanted any more.
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
