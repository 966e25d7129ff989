package org.bandung.exchange.standard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Small files of an invented world.
final class Fixtures {

  private Fixtures() {}

  static String resource(String name) {
    try (var stream = Fixtures.class.getResourceAsStream("/exchange/" + name)) {
      if (stream == null) {
        throw new IllegalArgumentException("no fixture " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
