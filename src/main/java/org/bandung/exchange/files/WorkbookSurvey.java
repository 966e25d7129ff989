package org.bandung.exchange.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;

/// Unpacks all parts of a workbook once, keeping nothing: neither may they be far larger than the
/// file, nor may a cell claim to stand where no column is, nor a row be longer than a record.
public final class WorkbookSurvey {

  private static final int MOST_PARTS = 2_000;
  private static final int HIGHEST_RATIO = 200;
  private static final long RATIO_COUNTS_FROM = 8L << 20;

  private final long unpackedAtMost;
  private final long longestRow;

  /// @param unpackedAtMost bytes of all parts together
  /// @param longestRow bytes of one row of a sheet
  public WorkbookSurvey(long unpackedAtMost, long longestRow) {
    this.unpackedAtMost = unpackedAtMost;
    this.longestRow = longestRow;
  }

  /// Looks at a packed workbook.
  ///
  /// @return whether there are styles, without which no number is known to be a date
  public boolean look(byte[] bytes) throws IOException {
    long unpacked = 0;
    int parts = 0;
    boolean styled = false;
    var buffer = new byte[1 << 16];
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++parts > MOST_PARTS) {
          throw new UnreadableInput("bandung.bomb");
        }
        styled |= entry.getName().endsWith("styles.xml");
        var part = new WorkbookPart(longestRow);
        for (int read; (read = zip.read(buffer)) > 0; ) {
          unpacked += read;
          boolean bomb =
              unpacked > unpackedAtMost
                  || (unpacked > RATIO_COUNTS_FROM && unpacked / bytes.length > HIGHEST_RATIO);
          if (bomb) {
            throw new UnreadableInput("bandung.bomb");
          }
          part.look(buffer, read);
        }
      }
      return styled;
    } catch (UnreadableInput e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableInput(
          "bandung.workbook-broken", Printable.of(String.valueOf(e.getMessage()), 120));
    }
  }
}
