package org.bandung.exchange.rows;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.bandung.exchange.files.PlainText;
import org.bandung.exchange.files.UnreadableInput;

/// Reads one table whatever it is kept in; its first bytes say what that is.
public final class TableFile {

  private static final int HEAD = 8;
  private static final int PEEK = 4096;

  private TableFile() {}

  /// Reads a table to its end.
  ///
  /// @throws UnreadableInput if it is none
  public static void read(
      InputStream stream, TableFormat format, TableLimits limits, TableSink sink)
      throws IOException {
    var in = stream instanceof BufferedInputStream b ? b : new BufferedInputStream(stream, 1 << 16);
    in.mark(HEAD);
    var head = in.readNBytes(HEAD);
    in.reset();
    if (head.length == 0) {
      throw new UnreadableInput("bandung.empty-file");
    }
    if (starts(head, 'P', 'K')) {
      new WorkbookRows(format, limits, sink).read(in);
    } else if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new UnreadableInput(ofOldKind(in));
    } else if (starts(head, '%', 'P', 'D', 'F')) {
      throw new UnreadableInput("bandung.not-a-table");
    } else {
      text(in, format, limits, sink);
    }
  }

  private static boolean starts(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (head.length <= i || (head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /// A spreadsheet with a password is a file of the old kind with the new one inside.
  private static String ofOldKind(InputStream in) throws IOException {
    var beginning = new String(in.readNBytes(1 << 20), StandardCharsets.ISO_8859_1);
    var name =
        new String(
            "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    return beginning.contains(name) ? "bandung.workbook-encrypted" : "bandung.workbook-old";
  }

  private static void text(InputStream in, TableFormat format, TableLimits limits, TableSink sink)
      throws IOException {
    var plain = new PlainText(in, format.encoding().orElse(null));
    var reader = new BufferedReader(plain, 1 << 16);
    reader.mark(PEEK);
    var chars = new char[PEEK];
    int length = 0;
    for (int read; length < PEEK && (read = reader.read(chars, length, PEEK - length)) > 0; ) {
      length += read;
    }
    reader.reset();
    var beginning = new String(chars, 0, length).strip();
    if (beginning.isEmpty()) {
      throw new UnreadableInput("bandung.empty-file");
    }
    if (beginning.indexOf('\0') >= 0 || beginning.startsWith("<")) {
      throw new UnreadableInput("bandung.not-a-table");
    }
    if (beginning.matches("(?s)\\[\\s*[{\\]].*")) {
      new JsonRows(limits, sink).array(reader);
    } else if (beginning.matches("(?s)\\{\\s*[\"}].*")) {
      new JsonRows(limits, sink).lines(reader);
    } else {
      new TextRows(format, limits, sink).read(reader, beginning);
    }
    if (plain.mendedLine() > 0) {
      sink.remark(plain.mendedLine(), "bandung.transcoded", plain.mendedAs());
    }
  }
}
