package org.bandung.web.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bandung.exchange.rows.CsvTable;
import org.springframework.http.HttpHeaders;

/// A list as a file: what the answer says of itself.
public final class Download {

  private Download() {}

  /// Begins an answer that browsers save as `bandung-NAME.csv`.
  public static OutputStream begin(HttpServletResponse response, String name) throws IOException {
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bandung-" + name + ".csv\"");
    return response.getOutputStream();
  }

  /// Begins a table with these columns.
  public static CsvTable table(HttpServletResponse response, String name, String... columns)
      throws IOException {
    return CsvTable.download(begin(response, name), List.of(columns));
  }
}
