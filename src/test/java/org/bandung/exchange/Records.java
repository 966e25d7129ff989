package org.bandung.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bandung.exchange.files.RecordSlice;
import org.bandung.exchange.files.RootTag;

/// Small records of an invented world for the tests of this package.
final class Records {

  private Records() {}

  /// A fixture file as the record of a 2.03 file, starting at a line.
  static RecordSlice fixture(String name, int firstLine) {
    return slice(resource(name), firstLine);
  }

  static RecordSlice slice(String text, int firstLine) {
    return new RecordSlice(root("2.03"), text, firstLine);
  }

  static RootTag root(String version) {
    return new RootTag("iati-activities", version, Map.of(), null);
  }

  static String resource(String name) {
    try (var stream = Records.class.getResourceAsStream("/exchange/" + name)) {
      if (stream == null) {
        throw new IllegalArgumentException("no fixture " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
