package org.bandung.exchange.skos;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bandung.kernel.Note;

/// Small vocabularies of an invented world, read and written.
final class SkosFiles {

  static final String PREFIXES =
      """
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix m: <https://meridia.example/terms/> .
      """;

  private SkosFiles() {}

  static SkosReader.Reading turtle(String text) {
    return read(PREFIXES + text, "terms.ttl");
  }

  static SkosReader.Reading read(String text, String name) {
    return read(text.getBytes(StandardCharsets.UTF_8), name, SkosLimits.USUAL);
  }

  static SkosReader.Reading read(byte[] bytes, String name, SkosLimits limits) {
    try {
      return SkosReader.read(new ByteArrayInputStream(bytes), name, Optional.empty(), limits);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] written(SkosScheme scheme, SkosFormat format) {
    var out = new ByteArrayOutputStream();
    SkosWriter.render(scheme, out, format);
    return out.toByteArray();
  }

  static List<String> codes(SkosReader.Reading reading) {
    return reading.notes().told().stream().map(Note::code).toList();
  }

  static SkosConcept only(SkosReader.Reading reading) {
    var concepts = reading.scheme().concepts();
    if (concepts.size() != 1) {
      throw new AssertionError(concepts + " " + reading.notes().told());
    }
    return concepts.getFirst();
  }
}
