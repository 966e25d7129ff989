package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a program sends with a deed: a JSON object with known fields, and a key.
///
/// @param key of the header `Idempotency-Key`
record ConsultationBody(Map<String, @Nullable Object> fields, String key) {

  /// A proposal has a text in several languages, so it may be long.
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final int LONGEST_KEY = 200;
  private static final String KEY = "Idempotency-Key";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static BadQuery fault(String field, String code, String... arguments) {
    return new BadQuery(List.of(new BadQuery.Fault(field, code, arguments)));
  }

  /// @throws BadQuery if there is no key, no object, or a field that is not known
  static ConsultationBody read(HttpServletRequest request, String... known) {
    var key = request.getHeader(KEY);
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw fault(KEY, "no-key", String.valueOf(LONGEST_KEY));
    }
    var fields = fields(request);
    var faults = new ArrayList<BadQuery.Fault>();
    for (var name : fields.keySet()) {
      if (!List.of(known).contains(name)) {
        faults.add(
            new BadQuery.Fault(
                name.substring(0, Math.min(40, name.length())),
                "unknown",
                String.join(", ", known)));
      }
    }
    if (!faults.isEmpty()) {
      throw new BadQuery(faults);
    }
    return new ConsultationBody(fields, key);
  }

  @SuppressWarnings("unchecked") // an object of JSON has names
  private static Map<String, @Nullable Object> fields(HttpServletRequest request) {
    try {
      var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw fault("body", "too-long", String.valueOf(MOST_BYTES));
      }
      return JSON.readValue(bytes, LinkedHashMap.class);
    } catch (JacksonException e) {
      throw fault("body", "not-json");
    } catch (IOException e) {
      throw new UncheckedIOException("reading what was sent", e);
    }
  }

  /// A text; what is not there says nothing, which the rules judge.
  String text(String name) {
    return fields.get(name) instanceof String text ? text : "";
  }

  int number(String name) {
    return fields.get(name) instanceof Integer number ? number : 0;
  }

  @SuppressWarnings("unchecked") // an object of JSON has names
  Map<String, ?> object(String name) {
    return fields.get(name) instanceof Map<?, ?> map ? (Map<String, ?>) map : Map.of();
  }

  List<Map<String, ?>> objects(String name) {
    var objects = new ArrayList<Map<String, ?>>();
    if (fields.get(name) instanceof List<?> list) {
      for (var one : list) {
        objects.add(new ConsultationBody(Map.of("one", one), key).object("one"));
      }
    }
    return objects;
  }
}
