package org.bandung.exchange.files;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/// Unpacks what is packed, by its first bytes and not by its name, as a stream and within limits.
final class InputArchive {

  private static final int HEAD = 512;
  private static final int MOST_ENTRIES = 100_000;
  private static final int XZ_MEMORY_KIBIBYTES = 100 << 10;
  private static final long LARGEST_ENTRY = 4L << 30;
  private static final long RATIO_COUNTS_FROM = 64L << 20;
  private static final long HIGHEST_RATIO = 300;

  private enum Format {
    PLAIN,
    GZIP,
    XZ,
    ZIP,
    TAR,
    /// An archive too, but one that is read as a whole.
    WORKBOOK
  }

  private final InputFiles.Sink sink;
  private final LongSupplier packedBytes;
  private static final Pattern ARCHIVE = Pattern.compile(".*\\.(zip|gz|tgz|xz|txz|tar)");

  private final InputFiles.Wanted wanted;

  InputArchive(InputFiles.Sink sink, LongSupplier packedBytes, InputFiles.Wanted wanted) {
    this.sink = sink;
    this.packedBytes = packedBytes;
    this.wanted = wanted;
  }

  void open(String name, BufferedInputStream in) throws IOException {
    try {
      switch (format(in)) {
        case PLAIN, WORKBOOK -> sink.file(name, in);
        case GZIP -> compressed(name, new GZIPInputStream(in, 1 << 16));
        case XZ -> compressed(name, new XZInputStream(in, XZ_MEMORY_KIBIBYTES));
        case ZIP -> zip(name, in);
        case TAR -> tar(name, in);
      }
    } catch (UnreadableInput e) {
      sink.unreadable(name, e.code(), e.arguments());
    } catch (MemoryLimitException e) {
      sink.unreadable(name, "bandung.bomb", List.of());
    } catch (IOException e) {
      var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      sink.unreadable(name, "bandung.broken-archive", List.of(Printable.of(reason, 120)));
    }
  }

  private void compressed(String name, InputStream unpacked) throws IOException {
    var in = new BufferedInputStream(new Guarded(unpacked, Long.MAX_VALUE), 1 << 16);
    switch (format(in)) {
      case PLAIN, WORKBOOK -> sink.file(name, new Guarded(in, LARGEST_ENTRY));
      case TAR -> tar(name, in);
      case GZIP, XZ, ZIP -> throw new UnreadableInput("bandung.nested-archive");
    }
  }

  private void tar(String name, InputStream in) throws IOException {
    entries(name, new TarArchiveInputStream(in, "UTF-8"));
  }

  private void zip(String name, InputStream in) throws IOException {
    entries(name, new ZipArchiveInputStream(in, "UTF-8", true, true));
  }

  private <E extends ArchiveEntry> void entries(String name, ArchiveInputStream<E> archive)
      throws IOException {
    int entries = 0;
    int read = 0;
    for (var entry = next(archive); entry != null; entry = next(archive)) {
      if (++entries > MOST_ENTRIES) {
        throw new UnreadableInput("bandung.bomb");
      }
      if (isOfSpreadsheet(entry.getName())) {
        throw new UnreadableInput("bandung.spreadsheet");
      }
      if (!entry.isDirectory() && isArchive(entry.getName())) {
        var inner = name + "!/" + Printable.of(entry.getName(), 200);
        sink.unreadable(inner, "bandung.nested-archive", List.of());
        read++;
        continue;
      }
      if (entry.isDirectory() || !isWanted(entry.getName())) {
        continue;
      }
      read++;
      if (!entry(name + "!/" + Printable.of(entry.getName(), 200), archive, entry)) {
        return;
      }
    }
    if (read == 0) {
      throw new UnreadableInput(wanted.noneFound());
    }
  }

  /// The library knows compressions whose own libraries this program does not bring.
  private static <E extends ArchiveEntry> @Nullable E next(ArchiveInputStream<E> archive)
      throws IOException {
    try {
      return archive.getNextEntry();
    } catch (NoClassDefFoundError e) {
      throw new UnreadableInput("bandung.broken-archive", "zstd");
    }
  }

  private <E extends ArchiveEntry> boolean entry(
      String name, ArchiveInputStream<E> archive, E entry) throws IOException {
    if (!archive.canReadEntryData(entry)) {
      sink.unreadable(name, "bandung.broken-archive", List.of(""));
      return true;
    }
    var in = new BufferedInputStream(new Guarded(archive, LARGEST_ENTRY), 1 << 16);
    var format = format(in);
    if (format != Format.PLAIN && format != Format.WORKBOOK) {
      sink.unreadable(name, "bandung.nested-archive", List.of());
      return true;
    }
    return sink.file(name, in);
  }

  /// Spreadsheets are archives; these entries stand at their beginning.
  private static boolean isOfSpreadsheet(String entry) {
    return entry.equals("[Content_Types].xml")
        || entry.startsWith("xl/")
        || entry.startsWith("_rels/")
        || entry.startsWith("docProps/")
        || entry.equals("mimetype");
  }

  private static boolean isArchive(String entry) {
    return ARCHIVE.matcher(entry.toLowerCase(Locale.ROOT)).matches();
  }

  private boolean isWanted(String entry) {
    return wanted.inArchive(entry) && !entry.startsWith("__MACOSX/");
  }

  private Format format(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    var head = in.readNBytes(HEAD);
    in.reset();
    if (head.length < 6) {
      return Format.PLAIN;
    }
    if (head[0] == 0x1f && head[1] == (byte) 0x8b) {
      return Format.GZIP;
    }
    if (head[0] == (byte) 0xfd && head[1] == '7' && head[2] == 'z' && head[3] == 'X') {
      return Format.XZ;
    }
    if (head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5)) {
      return wanted.workbooks() && isWorkbook(head) ? Format.WORKBOOK : Format.ZIP;
    }
    boolean tar =
        head.length == HEAD && new String(head, 257, 5, StandardCharsets.US_ASCII).equals("ustar");
    return tar ? Format.TAR : Format.PLAIN;
  }

  /// By the name of its first entry.
  private static boolean isWorkbook(byte[] head) {
    int name = 30;
    int length = head.length > name ? (head[26] & 0xff) | (head[27] & 0xff) << 8 : 0;
    return isOfSpreadsheet(
        new String(
            head,
            Math.min(name, head.length),
            Math.clamp(length, 0, Math.max(0, head.length - name)),
            StandardCharsets.UTF_8));
  }

  /// Stops when far more comes out than went in, or more than one file may have.
  private final class Guarded extends FilterInputStream {
    private final long most;
    private long bytes;

    Guarded(InputStream in, long most) {
      super(in);
      this.most = most;
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

    private void count(int read) throws IOException {
      bytes += read;
      boolean disproportionate =
          bytes > RATIO_COUNTS_FROM && bytes / Math.max(1, packedBytes.getAsLong()) > HIGHEST_RATIO;
      if (bytes > most || disproportionate) {
        throw new UnreadableInput("bandung.bomb");
      }
    }

    /// Nobody reads ahead: an archive that breaks would take with it what was read already.
    @Override
    public int available() {
      return 0;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public void close() {
      // the archive goes on behind this entry
    }
  }
}
