package org.bandung.api.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bandung.api.frame.BadQuery;
import org.bandung.api.frame.Problem;
import org.bandung.api.frame.Refused;
import org.bandung.store.Files;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The body of a request as JSON: no more than a limit, nothing twice, nothing deep, nothing after
/// its end.
final class SentBody {

  /// A proposal has a text in several languages, so it may be long.
  static final int MOST_BYTES = 2 * 1024 * 1024;

  /// A file in base 64, with some words beside it.
  static final int MOST_WITH_FILES = Files.LARGEST / 3 * 4 + 1024 * 1024;

  static final int DEPTH = 24;

  private static final String READ = SentBody.class.getName();

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxStringLength(MOST_WITH_FILES)
                          .maxNameLength(200)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SentBody() {}

  /// What was sent, read once and remembered.
  ///
  /// @param most bytes that are read
  static byte[] bytes(HttpServletRequest request, int most) {
    if (request.getAttribute(READ) instanceof byte[] before) {
      return before;
    }
    try {
      var bytes = request.getInputStream().readNBytes(most + 1);
      if (bytes.length > most) {
        throw new Refused(Problem.Kind.BODY_TOO_LARGE, most);
      }
      request.setAttribute(READ, bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("reading what was sent", e);
    }
  }

  /// @throws BadQuery if it is no object
  static JsonNode object(HttpServletRequest request, int most) {
    try {
      var node = JSON.readTree(bytes(request, most));
      if (node.isObject()) {
        return node;
      }
    } catch (StreamConstraintsException e) {
      throw fault("too-deep", String.valueOf(DEPTH));
    } catch (JacksonException e) {
      // said below
    }
    throw fault("not-json");
  }

  private static BadQuery fault(String code, String... arguments) {
    return new BadQuery(List.of(new BadQuery.Fault("body", code, arguments)));
  }
}
