package org.bandung.store;

import java.nio.file.Path;
import java.util.Optional;

/// Where the database is.
///
/// @param home folder of this node; the embedded server keeps its data in `postgres` below it
/// @param url JDBC address of an external PostgreSQL, or empty for the embedded one
/// @param binaries folder with unpacked PostgreSQL programs, or empty to unpack them below `home`
public record DatabaseSettings(
    Path home,
    Optional<String> url,
    Optional<String> user,
    Optional<String> password,
    Optional<Path> binaries) {

  /// Never prints the password.
  @Override
  public String toString() {
    return "DatabaseSettings[home=" + home + ", url=" + url + ", user=" + user + "]";
  }
}
