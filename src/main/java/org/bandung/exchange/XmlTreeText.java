package org.bandung.exchange;

import java.io.Reader;
import java.util.List;
import java.util.Objects;

/// Several texts read as one, without copying them together first.
final class XmlTreeText extends Reader {

  private final List<String> parts;
  private int part;
  private int at;

  XmlTreeText(List<String> parts) {
    this.parts = List.copyOf(parts);
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    while (part < parts.size() && at == parts.get(part).length()) {
      part++;
      at = 0;
    }
    if (part == parts.size()) {
      return -1;
    }
    int count = Math.min(length, parts.get(part).length() - at);
    parts.get(part).getChars(at, at + count, buffer, offset);
    at += count;
    return count;
  }

  @Override
  public void close() {
    // Holds nothing but memory.
  }
}
