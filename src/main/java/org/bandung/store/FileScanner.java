package org.bandung.store;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the operator's scanner about a file. What it does not pass, or cannot judge, is not kept.
final class FileScanner {

  private static final Logger LOG = LoggerFactory.getLogger(FileScanner.class);
  private static final int AT_ONCE = 2;
  private static final int PATIENCE_SECONDS = 60;

  private final List<String> command;
  private final int patience;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  FileScanner(List<String> command) {
    this(command, PATIENCE_SECONDS);
  }

  FileScanner(List<String> command, int patience) {
    this.command = List.copyOf(command);
    this.patience = patience;
  }

  boolean passes(byte[] bytes) {
    if (command.isEmpty()) {
      return true;
    }
    try {
      if (!places.tryAcquire(patience, TimeUnit.SECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      return asked(bytes);
    } catch (IOException e) {
      LOG.warn("The scanner {} cannot be asked: {}", command.getFirst(), e.getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      places.release();
    }
  }

  private boolean asked(byte[] bytes) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // On a thread of its own: a scanner that reads nothing must not hold us.
    Thread.ofVirtual().start(() -> hand(process, bytes));
    if (process.waitFor(patience, TimeUnit.SECONDS)) {
      return process.exitValue() == 0;
    }
    process.destroyForcibly();
    LOG.warn("The scanner {} did not answer in {} seconds", command.getFirst(), patience);
    return false;
  }

  private static void hand(Process process, byte[] bytes) {
    try (var in = process.getOutputStream()) {
      in.write(bytes);
    } catch (IOException e) {
      LOG.debug("The scanner stopped reading", e);
    }
  }
}
