package org.bandung.exchange;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipException;
import org.bandung.exchange.IatiFileReader.Piece;
import org.bandung.exchange.files.InputFiles;
import org.bandung.exchange.files.InputSettings;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZIOException;

/// Reads and cuts all inputs on one thread and takes their hashes on others, ahead of those who
/// judge and write, but never more than a fixed number of characters ahead.
final class ImportFeed implements InputFiles.Sink {

  private static final int BATCH_RECORDS = 250;
  private static final int BATCH_CHARACTERS = 1 << 20;
  private static final int MOST_CHARACTERS = 24 << 20;
  private static final int MOST_EVENTS = 64;

  /// What comes out, in the order of the input.
  sealed interface Event {
    record FileStarted(String file) implements Event {}

    /// @param readSoFar bytes of all inputs that had been read when its last record was
    record Batch(CompletableFuture<List<Item>> hashed, int permits, long readSoFar)
        implements Event {

      /// The records with their hashes; waits for those that are still being taken.
      List<Item> items() {
        return hashed.join();
      }
    }

    record FileEnded(List<Note> remarks, @Nullable Note unreadable, long bytes) implements Event {}

    record Finished() implements Event {}

    record Failed(Throwable why) implements Event {}
  }

  /// A record with its content hash, which is empty if it is refused already.
  record Item(Piece piece, String hash) {}

  private final List<String> inputs;
  private final InputFiles files;
  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(MOST_EVENTS);
  private final Semaphore ahead = new Semaphore(MOST_CHARACTERS);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("import-feed").unstarted(this::run);
  private final ExecutorService hashing =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("import-hash-", 1).factory());
  private List<Piece> batch = new ArrayList<>();
  private int batchPermits;

  ImportFeed(List<String> inputs, InputSettings reach) {
    this.files = new InputFiles(this, InputFiles.Wanted.XML, reach);
    this.inputs = List.copyOf(inputs);
  }

  void start() {
    thread.start();
  }

  void stop() {
    thread.interrupt();
    hashing.shutdownNow();
  }

  /// The next event if there is one already.
  @Nullable Event poll() {
    return events.poll();
  }

  Event take() throws InterruptedException {
    return events.take();
  }

  /// The batch is written: as much more may be read.
  void written(Event.Batch written) {
    ahead.release(written.permits());
  }

  long bytesTotal() {
    return files.total();
  }

  private void run() {
    try {
      files.read(inputs);
      put(new Event.Finished());
    } catch (CancellationException | RejectedExecutionException e) {
      // whoever stopped it does not wait for more
    } catch (Throwable e) {
      events.clear();
      events.add(new Event.Failed(e));
    }
  }

  @Override
  public boolean file(String name, InputStream bytes) {
    put(new Event.FileStarted(name));
    var counted = new Counted(bytes);
    var reader = new IatiFileReader(this::piece);
    Note unreadable = null;
    boolean usable = true;
    try {
      reader.read(counted);
    } catch (UnreadableInput e) {
      unreadable = unreadable(e.code(), e.arguments());
      usable = !e.losesTheStream();
    } catch (IOException e) {
      unreadable = unreadable(code(e), List.of(reason(e)));
      usable = false;
    }
    flush();
    put(new Event.FileEnded(reader.remarks(), unreadable, counted.bytes));
    return usable;
  }

  @Override
  public void unreadable(String name, String code, List<String> arguments) {
    put(new Event.FileStarted(name));
    put(new Event.FileEnded(List.of(), unreadable(code, arguments), 0));
  }

  private static Note unreadable(String code, List<String> arguments) {
    return new Note(0, "", Note.Severity.REFUSED, code, "", arguments);
  }

  private static String code(IOException e) {
    boolean broken =
        e instanceof EOFException || e instanceof ZipException || e instanceof XZIOException;
    return broken ? "bandung.broken-archive" : "bandung.unreadable-file";
  }

  private static String reason(IOException e) {
    return e.getMessage() == null
        ? e.getClass().getSimpleName()
        : Printable.of(e.getMessage(), 120);
  }

  private void piece(Piece piece) {
    int permits = Math.min(Math.max(1, piece.slice().text().length()), MOST_CHARACTERS);
    if (!ahead.tryAcquire(permits)) {
      flush();
      acquire(permits);
    }
    batch.add(piece);
    batchPermits += permits;
    if (batch.size() >= BATCH_RECORDS || batchPermits >= BATCH_CHARACTERS) {
      flush();
    }
  }

  private void flush() {
    if (!batch.isEmpty()) {
      var pieces = batch;
      put(
          new Event.Batch(
              CompletableFuture.supplyAsync(() -> hashed(pieces), hashing),
              batchPermits,
              files.done()));
      batch = new ArrayList<>();
      batchPermits = 0;
    }
  }

  private static List<Item> hashed(List<Piece> pieces) {
    return pieces.stream()
        .map(p -> new Item(p, p.refusal() == null ? IatiReader.hash(p.slice()) : ""))
        .toList();
  }

  private void acquire(int permits) {
    try {
      ahead.acquire(permits);
    } catch (InterruptedException e) {
      throw new CancellationException();
    }
  }

  private void put(Event event) {
    try {
      events.put(event);
    } catch (InterruptedException e) {
      throw new CancellationException();
    }
  }

  private static final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = in.read(into, from, length);
      bytes += Math.max(read, 0);
      return read;
    }
  }
}
