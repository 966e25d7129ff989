package org.bandung.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Rows for one table, collected for a single COPY: many times faster than inserts.
///
/// Values may be null, text, numbers, booleans, instants, dates, bytes, and collections of text (as
/// arrays). Written straight into bytes: this is the hot end of every import.
public final class CopyRows {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final String table;
  private final String columns;
  private byte[] bytes = new byte[1 << 14];
  private int length;
  private int rows;

  /// @param columns names as in SQL, separated by commas
  public CopyRows(String table, String columns) {
    this.table = table;
    this.columns = columns;
  }

  /// Adds a row; one value per column, in their order.
  public CopyRows row(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        put('\t');
      }
      append(values[i]);
    }
    put('\n');
    rows++;
    return this;
  }

  public int size() {
    return rows;
  }

  String statement() {
    return "copy " + table + " (" + columns + ") from stdin";
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  private void append(@Nullable Object value) {
    switch (value) {
      case null -> plain("\\N");
      case String s -> escaped(s);
      case byte[] binary -> hex(binary);
      case BigDecimal number -> plain(number.toPlainString());
      case Number number -> plain(number.toString());
      case Boolean flag -> put(flag ? 't' : 'f');
      case Instant instant -> plain(instant.toString());
      case LocalDate date -> plain(date.toString());
      case Collection<?> many -> array(many);
      default -> throw new IllegalArgumentException("no column form for " + value.getClass());
    }
  }

  private void escaped(String s) {
    var utf8 = s.getBytes(StandardCharsets.UTF_8);
    reserve(2 * utf8.length);
    for (byte b : utf8) {
      switch (b) {
        case '\\' -> escape('\\');
        case '\n' -> escape('n');
        case '\r' -> escape('r');
        case '\t' -> escape('t');
        case 0 -> {} // PostgreSQL keeps no NUL in text
        default -> bytes[length++] = b;
      }
    }
  }

  private void escape(char c) {
    bytes[length++] = '\\';
    bytes[length++] = (byte) c;
  }

  private void hex(byte[] binary) {
    reserve(3 + 2 * binary.length);
    plain("\\\\x");
    for (byte b : binary) {
      bytes[length++] = HEX[(b >> 4) & 15];
      bytes[length++] = HEX[b & 15];
    }
  }

  private void array(Collection<?> many) {
    var literal = new StringBuilder("{");
    for (var one : many) {
      if (literal.length() > 1) {
        literal.append(',');
      }
      var text = one.toString().replace("\\", "\\\\").replace("\"", "\\\"");
      literal.append('"').append(text).append('"');
    }
    escaped(literal.append('}').toString());
  }

  /// Text of our own making: ASCII, nothing to escape.
  private void plain(String ascii) {
    reserve(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      bytes[length++] = (byte) ascii.charAt(i);
    }
  }

  private void put(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
