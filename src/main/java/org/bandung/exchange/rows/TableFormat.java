package org.bandung.exchange.rows;

import java.nio.charset.Charset;
import java.util.Optional;

/// How a table is written down, as far as it cannot be seen from the file.
///
/// @param headerRow the row with the names of the columns, from 1; rows above it are passed over
public record TableFormat(
    Optional<Character> delimiter,
    Optional<Charset> encoding,
    Optional<String> sheet,
    int headerRow) {

  /// Nothing is told that cannot be seen.
  public static final TableFormat SEEN =
      new TableFormat(Optional.empty(), Optional.empty(), Optional.empty(), 1);
}
