package org.bandung.exchange.files;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// Finds the files behind what an operator named: files, folders, addresses, archives of them.
public final class InputFiles {

  private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");

  /// What is looked for in folders and archives.
  public enum Wanted {
    /// Documents of a standard.
    XML("xml", "bandung.archive-without-xml"),
    /// Tables: text, spreadsheets, JSON.
    TABLES("csv|tsv|tab|txt|xlsx|json|jsonl|ndjson", "bandung.archive-without-table"),
    /// Exchange rates: tables, or a central bank's own XML.
    RATES("csv|tsv|tab|txt|xls|xlsx|json|jsonl|ndjson|xml", "bandung.archive-without-table"),
    /// Thesauri.
    VOCABULARIES("ttl|rdf|xml|owl|nt|jsonld|json", "bandung.archive-without-vocabulary");

    private final Pattern inFolders;
    private final Pattern inArchives;
    private final String noneFound;

    Wanted(String endings, String noneFound) {
      this.inFolders = Pattern.compile(".*\\.(" + endings + "|gz|tgz|zip|xz|txz|tar)");
      this.inArchives = Pattern.compile(".*\\.(" + endings + ")");
      this.noneFound = noneFound;
    }

    boolean inArchive(String name) {
      return inArchives.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /// Whether a spreadsheet is read, and not taken for an archive.
    boolean workbooks() {
      return this == TABLES || this == RATES;
    }

    String noneFound() {
      return noneFound;
    }
  }

  /// Where the files go.
  public interface Sink {
    /// One file, plain; a fault in it is the sink's to tell.
    ///
    /// @return whether the stream can still be used for what comes behind the file
    boolean file(String name, InputStream bytes) throws IOException;

    void unreadable(String name, String code, List<String> arguments) throws IOException;
  }

  private final Sink sink;
  private final Wanted wanted;
  private final InputSettings reach;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong total = new AtomicLong();

  public InputFiles(Sink sink) {
    this(sink, Wanted.XML, InputSettings.WEB_ONLY);
  }

  /// @param reach which addresses may be asked
  public InputFiles(Sink sink, Wanted wanted, InputSettings reach) {
    this.reach = reach;
    this.sink = sink;
    this.wanted = wanted;
  }

  /// Bytes read so far, as they come from the disk or the network.
  public long done() {
    return done.get();
  }

  /// Bytes to read as far as it is known.
  public long total() {
    return total.get();
  }

  /// Reads all inputs in their order; what cannot be read is told to the sink.
  public void read(List<String> inputs) throws IOException {
    for (var input : inputs) {
      if (!ADDRESS.matcher(input).matches()) {
        total.addAndGet(size(Path.of(input)));
      }
    }
    for (var input : inputs) {
      if (ADDRESS.matcher(input).matches()) {
        address(input);
      } else {
        local(input);
      }
    }
  }

  private void address(String input) throws IOException {
    var name = Printable.of(input, 300);
    try (var download = InputAddress.open(input, reach.innerAddresses())) {
      total.addAndGet(download.length());
      archive(name, download.body());
    } catch (UnreadableInput e) {
      sink.unreadable(name, e.code(), e.arguments());
    }
  }

  private void local(String input) throws IOException {
    var path = Path.of(input);
    if (!Files.isDirectory(path)) {
      file(path);
      return;
    }
    var files = inFolder(path);
    if (files.isEmpty()) {
      sink.unreadable(Printable.of(input, 300), "bandung.empty-folder", List.of());
    }
    for (var found : files) {
      file(found);
    }
  }

  private void file(Path path) throws IOException {
    var name = Printable.of(path.toString(), 300);
    if (!Files.exists(path)) {
      sink.unreadable(name, "bandung.no-such-file", List.of());
      return;
    }
    try (var stream = Files.newInputStream(path)) {
      archive(name, stream);
    } catch (FileSystemException e) {
      var reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
      sink.unreadable(name, "bandung.unreadable-file", List.of(reason));
    }
  }

  private void archive(String name, InputStream stream) throws IOException {
    var counted = new Counted(stream);
    new InputArchive(sink, () -> counted.bytes, wanted)
        .open(name, new BufferedInputStream(counted, 1 << 16));
  }

  private List<Path> inFolder(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths
          .filter(p ->
              wanted
                  .inFolders
                  .matcher(p.getFileName().toString().toLowerCase(Locale.ROOT))
                  .matches())
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private long size(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return Files.exists(path) ? Files.size(path) : 0;
    }
    long size = 0;
    for (var file : inFolder(path)) {
      size += Files.size(file);
    }
    return size;
  }

  /// Counts for the progress of the whole and for the ratio of this input.
  private final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = in.read(into, from, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      bytes += read;
      done.addAndGet(read);
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
