package org.bandung.exchange.rates;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportReport;
import org.bandung.exchange.ImportSummary;
import org.bandung.exchange.files.InputFiles;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.kernel.Note;
import org.bandung.reference.money.Received;

/// What becomes of the files of an import, one after the other.
public abstract class FileTally implements InputFiles.Sink {

  private final ImportReport report;
  private final ImportProgress progress;
  private final List<ImportSummary.File> files = new ArrayList<>();
  private final List<ImportSummary.Unreadable> unreadable = new ArrayList<>();
  private String name = "";
  private boolean usable = true;

  protected FileTally(ImportReport report, ImportProgress progress) {
    this.report = report;
    this.progress = progress;
  }

  public List<ImportSummary.File> files() {
    return files;
  }

  public List<ImportSummary.Unreadable> unreadable() {
    return unreadable;
  }

  public static double seconds(long started) {
    return Math.round((System.nanoTime() - started) / 1e6) / 1e3;
  }

  /// Something that reads to an end, or cannot.
  protected interface Reading {
    void read(BufferedInputStream in) throws IOException;
  }

  /// How a file ended.
  protected record Ended(String sha256) {}

  /// Reads a file; what is wrong with it as a whole is told.
  ///
  /// @return the hash of all that was read
  protected Ended reading(InputStream bytes, Reading reading) {
    var hashed = new DigestInputStream(bytes, sha256());
    var in = new BufferedInputStream(hashed, 1 << 16);
    try {
      reading.read(in);
      in.transferTo(OutputStream.nullOutputStream());
    } catch (UnreadableInput e) {
      fail(e.code(), e.arguments());
      usable = !e.losesTheStream();
    } catch (IOException e) {
      var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      fail("bandung.unreadable-file", List.of(Printable.of(reason, 120)));
      usable = false;
    }
    return new Ended(HexFormat.of().formatHex(hashed.getMessageDigest().digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Begins a file.
  protected void begin(String file) {
    name = file;
    usable = true;
  }

  protected String name() {
    return name;
  }

  /// Whether what stands behind the file can still be read.
  protected boolean usable() {
    return usable;
  }

  protected void fail(String code, List<String> arguments) {
    unreadable.add(new ImportSummary.Unreadable(name, code, arguments));
    report.add(name, new Note(0, "", Note.Severity.REFUSED, code, "", arguments));
  }

  /// Tells a remark; of what is refused, the listener hears at once.
  protected void tell(Note note) {
    report.add(name, note);
    if (note.severity() == Note.Severity.REFUSED) {
      progress.refused(name, note);
    }
  }

  /// Ends a file.
  protected void done(int refused, int noted, Received received, long started) {
    if (received.known()) {
      tell(new Note(0, "", Note.Severity.ADVISORY, "bandung.rates-file-known", "", List.of()));
    }
    int read = received.created() + received.updated() + received.unchanged() + refused;
    done(
        new ImportSummary.File(
            name,
            read,
            received.created(),
            received.updated(),
            received.unchanged(),
            refused,
            noted,
            seconds(started)));
  }

  /// Ends a file.
  protected void done(ImportSummary.File file) {
    files.add(file);
    progress.fileDone(file);
  }

  @Override
  public void unreadable(String file, String code, List<String> arguments) {
    begin(file);
    fail(code, arguments);
    done(0, 0, new Received(0, 0, 0, false), System.nanoTime());
  }
}
