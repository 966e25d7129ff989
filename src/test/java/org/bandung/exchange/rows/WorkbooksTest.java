package org.bandung.exchange.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/// Workbooks that any reader reads, and of which nothing tells when they were made.
class WorkbooksTest {

  private static byte[] book() throws IOException {
    var out = new ByteArrayOutputStream();
    Workbooks.write(
        out,
        book -> {
          var sheet = book.newWorksheet("Bandung");
          sheet.value(0, 0, "2026-11-28T08:00:00Z is a text");
          sheet.finish();
        });
    return out.toByteArray();
  }

  /// From front to back, as a reader of a stream does it.
  private static Map<String, String> parts(byte[] book) throws IOException {
    var parts = new LinkedHashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(book))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  @Test
  void areReadFromFrontToBackAndTellNoMoment() throws IOException {
    var parts = parts(book());
    assertThat(parts.keySet().iterator().next()).isEqualTo("[Content_Types].xml");
    assertThat(parts.get("docProps/core.xml")).contains("1980-01-01T00:00:00Z");
    assertThat(parts.get("docProps/core.xml")).doesNotContainPattern("20[0-9]{2}-[0-9]{2}");
    assertThat(String.join("", parts.values())).contains("2026-11-28T08:00:00Z is a text");
    assertThat(book()).isEqualTo(book());
  }
}
