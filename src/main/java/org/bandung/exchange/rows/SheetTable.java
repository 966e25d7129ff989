package org.bandung.exchange.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/// A table on its way out as a workbook of one sheet. Texts are texts: nothing is ever a formula.
public final class SheetTable {

  private static final int LONGEST = 32_767;
  private static final int AT_ONCE = 500;

  /// A spreadsheet keeps fifteen digits of a number.
  private static final int DIGITS = 15;

  private SheetTable() {}

  /// Writes the table, which is held in memory meanwhile.
  ///
  /// @param name of the sheet: short, letters and digits
  public static void write(
      OutputStream out, String name, List<String> header, List<List<@Nullable Object>> rows)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    fill(bytes, name, header, rows);
    repack(bytes.toByteArray(), out);
  }

  /// The writer of workbooks ends the parts of its archive in a way that readers from front to back
  /// do not understand, ours among them: they are packed once more, with a time that never moves.
  private static void repack(byte[] book, OutputStream out) throws IOException {
    var channel = new SeekableInMemoryByteChannel(book);
    try (var in = ZipFile.builder().setSeekableByteChannel(channel).get();
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (var entry : Collections.list(in.getEntries())) {
        var again = new ZipEntry(entry.getName());
        again.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(again);
        try (var content = in.getInputStream(entry)) {
          content.transferTo(zip);
        }
        zip.closeEntry();
      }
    }
  }

  private static void fill(
      OutputStream out, String name, List<String> header, List<List<@Nullable Object>> rows)
      throws IOException {
    try (var book = new Workbook(out, "Bandung", "1.0")) {
      var sheet = book.newWorksheet(name);
      for (int i = 0; i < header.size(); i++) {
        sheet.value(0, i, header.get(i));
        sheet.style(0, i).bold().set();
      }
      sheet.freezePane(0, 1);
      int line = 1;
      for (var row : rows) {
        for (int i = 0; i < row.size(); i++) {
          switch (row.get(i)) {
            case null -> {
              // nobody reported it
            }
            case BigDecimal n when n.precision() <= DIGITS && Math.abs(n.scale()) <= DIGITS ->
                sheet.value(line, i, n);
            case Integer n -> sheet.value(line, i, n);
            case Object o -> sheet.value(line, i, shortened(o.toString()));
          }
        }
        if (++line % AT_ONCE == 0) {
          sheet.flush();
        }
      }
      sheet.finish();
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 2) + "…";
  }
}
