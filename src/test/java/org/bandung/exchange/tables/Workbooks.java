package org.bandung.exchange.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/// Workbooks made of the text of their parts; each part begins with a line `=== name`.
final class Workbooks {

  /// A workbook of one sheet called One, up to the beginning of that sheet.
  static final String BEFORE_SHEET =
      """
      === [Content_Types].xml
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
      === xl/workbook.xml
      <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>
      === xl/_rels/workbook.xml.rels
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
      === xl/worksheets/sheet1.xml
      """;

  private Workbooks() {}

  /// A workbook of one sheet, which begins with this text.
  static byte[] ofSheet(String sheet) throws IOException {
    return packed((BEFORE_SHEET + sheet).getBytes(StandardCharsets.UTF_8));
  }

  /// The usual head of a sheet around its rows.
  static String sheet(String rows) {
    return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        + rows
        + "</worksheet>";
  }

  /// Parts as a workbook; what stands before the first of them is left out.
  static byte[] packed(byte[] parts) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.setLevel(1);
      for (var part : new String(parts, StandardCharsets.ISO_8859_1).split("(?m)^=== ", -1)) {
        int end = part.indexOf('\n');
        if (end > 0 && end < 200) {
          part(zip, part.substring(0, end), part.substring(end + 1));
        }
      }
    }
    return out.toByteArray();
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    try {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.ISO_8859_1));
      zip.closeEntry();
    } catch (ZipException e) {
      // a name that stands twice: the first one is kept
    }
  }
}
