package org.bandung.store;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

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

  /// Whether this is the address of a PostgreSQL database.
  public static boolean readable(String url) {
    return Driver.parseURL(url, new Properties()) != null;
  }

  /// Whether what is said to the database at this address leaves the machine without being
  /// encrypted for whoever proves to be that host.
  public static boolean leavesUnchecked(String url) {
    var parts = Driver.parseURL(url, new Properties());
    if (parts == null) {
      return false;
    }
    var hosts = parts.getProperty(PGProperty.PG_HOST.getName(), "localhost").split(",");
    return !"verify-full".equals(parts.getProperty(PGProperty.SSL_MODE.getName()))
        && !Arrays.stream(hosts).allMatch(DatabaseSettings::here);
  }

  private static boolean here(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false; // a name, wherever it leads
    }
  }

  /// Never prints the password.
  @Override
  public String toString() {
    return "DatabaseSettings[home=" + home + ", url=" + url + ", user=" + user + "]";
  }
}
