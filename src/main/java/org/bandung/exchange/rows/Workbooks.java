package org.bandung.exchange.rows;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;

/// The one place where workbooks leave.
///
/// The writer of workbooks ends the parts of its archive in a way that readers from front to back
/// do not understand, ours among them, and writes the present moment into them: they are packed
/// once more, in a fixed order and with times that never move, so that equal tables are equal
/// bytes.
public final class Workbooks {

  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final String PROPERTIES = "docProps/core.xml";
  private static final Pattern MOMENT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9.]+Z");

  private Workbooks() {}

  /// Fills a workbook.
  public interface Filling {
    void fill(Workbook book) throws IOException;
  }

  /// Writes what is filled in, and closes. Meanwhile it lies in a file, for some hold all there is.
  public static void write(OutputStream out, Filling filling) throws IOException {
    var first = Files.createTempFile("bandung-", ".xlsx");
    try {
      try (var to = new BufferedOutputStream(Files.newOutputStream(first), 1 << 16);
          var book = new Workbook(to, "Bandung", "1.0")) {
        filling.fill(book);
      }
      repack(first, out);
    } finally {
      Files.deleteIfExists(first);
    }
  }

  private static void repack(Path book, OutputStream out) throws IOException {
    try (var in = ZipFile.builder().setPath(book).get();
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (var entry : entries(in)) {
        var again = new ZipEntry(entry.getName());
        again.setTimeLocal(ALWAYS);
        zip.putNextEntry(again);
        try (var content = in.getInputStream(entry)) {
          if (entry.getName().equals(PROPERTIES)) {
            var text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            zip.write(
                MOMENT
                    .matcher(text)
                    .replaceAll("1980-01-01T00:00:00Z")
                    .getBytes(StandardCharsets.UTF_8));
          } else {
            content.transferTo(zip);
          }
        }
        zip.closeEntry();
      }
    }
  }

  /// What says of which kind the parts are comes first, as in any workbook.
  private static List<ZipArchiveEntry> entries(ZipFile in) {
    return Collections.list(in.getEntries()).stream()
        .sorted(
            Comparator.comparing((ZipArchiveEntry e) -> !e.getName().equals("[Content_Types].xml"))
                .thenComparing(ZipArchiveEntry::getName))
        .toList();
  }
}
