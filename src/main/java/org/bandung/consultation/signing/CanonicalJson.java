package org.bandung.consultation.signing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The one way in which a JSON value is written down (RFC 8785), so that equal content has equal
/// bytes: no spaces, keys in the order of their UTF-16 units, the shortest escapes. Numbers are
/// whole and at most 2^53 - 1 either way; amounts are written as text.
public final class CanonicalJson {

  /// The largest number that every reader of JSON holds exactly.
  static final long LARGEST = (1L << 53) - 1;

  private CanonicalJson() {}

  /// The canonical text of a value made of maps, lists, texts, whole numbers, booleans and null.
  ///
  /// @throws IllegalArgumentException for anything else
  public static String write(@Nullable Object value) {
    var out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> object(map, out);
      case List<?> list -> array(list, out);
      case String text -> string(text, out);
      case Boolean truth -> out.append(truth);
      case Integer number -> out.append(number);
      case Long number when Math.abs(number) <= LARGEST -> out.append(number);
      default ->
          throw new IllegalArgumentException("no canonical form: " + value.getClass().getName());
    }
  }

  private static void object(Map<?, ?> map, StringBuilder out) {
    // Java compares texts by UTF-16 units, as RFC 8785 asks.
    var sorted = new TreeMap<String, @Nullable Object>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    out.append('{');
    boolean first = true;
    for (var entry : sorted.entrySet()) {
      if (!first) {
        out.append(',');
      }
      first = false;
      string(entry.getKey(), out);
      out.append(':');
      write(entry.getValue(), out);
    }
    out.append('}');
  }

  private static void array(List<?> list, StringBuilder out) {
    out.append('[');
    boolean first = true;
    for (Object value : list) {
      if (!first) {
        out.append(',');
      }
      first = false;
      write(value, out);
    }
    out.append(']');
  }

  private static void string(String text, StringBuilder out) {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException("half a character");
    }
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ') {
            out.append("\\u00").append(Character.forDigit(c >> 4, 16));
            out.append(Character.forDigit(c & 15, 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /// Whether no surrogate stands alone: half a character has no bytes in UTF-8.
  static boolean isWellFormed(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
