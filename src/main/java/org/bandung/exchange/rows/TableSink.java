package org.bandung.exchange.rows;

import java.io.IOException;
import java.util.List;

/// Where the rows of a table go.
public interface TableSink {
  /// The columns, where a format states them before its rows.
  void columns(List<String> columns) throws IOException;

  void row(TableRow row) throws IOException;

  /// A record that could not be taken.
  void refused(int line, String code, String... arguments) throws IOException;

  /// Something to be said of the file.
  void remark(int line, String code, String... arguments) throws IOException;
}
