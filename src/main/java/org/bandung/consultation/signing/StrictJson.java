package org.bandung.consultation.signing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON that anybody may have written: nothing twice, nothing deep, nothing after the end.
final class StrictJson {

  private static final int DEPTH = 24;
  private static final int LONGEST_NAME = 1000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxStringLength(SignatureBundle.LARGEST)
                  .maxDocumentLength(SignatureBundle.LARGEST)
                  .maxNameLength(LONGEST_NAME)
                  .maxNumberLength(20)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private StrictJson() {}

  /// It cannot be read, and why: a code of [Verdict.Malformed].
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    Unreadable(String code) {
      super(code);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  static @Nullable Object read(byte[] bytes) throws Unreadable {
    try (var in = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      return whole(in);
    } catch (JacksonException e) {
      throw told(e);
    }
  }

  static @Nullable Object read(String text) throws Unreadable {
    try (var in = JSON.createParser(ObjectReadContext.empty(), text)) {
      return whole(in);
    } catch (JacksonException e) {
      throw told(e);
    }
  }

  private static Unreadable told(JacksonException e) {
    if (e instanceof StreamConstraintsException) {
      return new Unreadable("limits");
    }
    boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
    return new Unreadable(twice ? "duplicate-key" : "not-json");
  }

  private static @Nullable Object whole(JsonParser in) throws Unreadable {
    var first = in.nextToken();
    if (first == null) {
      throw new Unreadable("not-json");
    }
    var value = value(in, first);
    if (in.nextToken() != null) {
      throw new Unreadable("not-json");
    }
    return value;
  }

  private static @Nullable Object value(JsonParser in, JsonToken token) throws Unreadable {
    return switch (token) {
      case START_OBJECT -> object(in);
      case START_ARRAY -> array(in);
      case VALUE_STRING -> wellFormed(in.getString());
      case VALUE_NUMBER_INT -> whole(in.getString());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new Unreadable("number");
    };
  }

  /// `-0` and `007` are other ways to write a number; only one is canonical.
  private static Long whole(String digits) throws Unreadable {
    try {
      long number = Long.parseLong(digits);
      if (Math.abs(number) <= CanonicalJson.LARGEST && String.valueOf(number).equals(digits)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new Unreadable("number");
    }
    throw new Unreadable("number");
  }

  private static Map<String, @Nullable Object> object(JsonParser in) throws Unreadable {
    var object = new LinkedHashMap<String, @Nullable Object>();
    for (var token = in.nextToken(); token != JsonToken.END_OBJECT; token = in.nextToken()) {
      var name = wellFormed(in.currentName());
      object.put(name, value(in, in.nextToken()));
    }
    return object;
  }

  private static List<@Nullable Object> array(JsonParser in) throws Unreadable {
    var array = new ArrayList<@Nullable Object>();
    for (var token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
      array.add(value(in, token));
    }
    return array;
  }

  private static String wellFormed(String text) throws Unreadable {
    if (!CanonicalJson.isWellFormed(text)) {
      throw new Unreadable("characters");
    }
    return text;
  }
}
