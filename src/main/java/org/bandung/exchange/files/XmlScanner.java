package org.bandung.exchange.files;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks over XML from one piece of markup to the next, counting lines, keeping text if asked to.
final class XmlScanner {

  /// What stands at a `<`.
  enum Markup {
    /// A start tag, read up to the end of its name.
    START,
    END,
    COMMENT,
    CDATA,
    INSTRUCTION,
    DOCTYPE,
    /// A `<` that begins nothing.
    NONE,
    END_OF_INPUT
  }

  /// How a start tag ends.
  enum Ending {
    OPEN,
    CLOSED,
    END_OF_INPUT
  }

  private static final int LONGEST_NAME = 64;
  private static final int BEGINNING = 4096;
  private static final int KEEP_CAPACITY = 1 << 20;

  private final XmlDecoder decoder;
  private final char[] buffer = new char[1 << 16];
  private int position;
  private int limit;
  private long base;

  private int line = 1;
  private long returnAt = -2;
  private int tagLine = 1;
  private int mendedLine;
  private boolean sawMarkup;
  private char firstText;
  private char illegal;
  private int illegalLine;

  private final char[] name = new char[LONGEST_NAME];
  private int nameLength;

  private StringBuilder captured = new StringBuilder(1 << 14);
  private int captureFrom = -1;
  private int captureLimit;
  private boolean overflow;

  XmlScanner(XmlDecoder decoder) {
    this.decoder = decoder;
  }

  int line() {
    return line;
  }

  /// The line of the last markup's `<`.
  int tagLine() {
    return tagLine;
  }

  /// The line on which a byte was not in the file's encoding, or 0.
  int mendedLine() {
    return mendedLine;
  }

  boolean sawMarkup() {
    return sawMarkup;
  }

  /// The first letter that [#skipText] found.
  char firstText() {
    return firstText;
  }

  char illegal() {
    return illegal;
  }

  /// The line of the first character that XML does not allow, or 0.
  int illegalLine() {
    return illegalLine;
  }

  void forgetIllegal() {
    illegalLine = 0;
  }

  String name() {
    return new String(name, 0, nameLength);
  }

  boolean nameIs(String other) {
    if (nameLength != other.length()) {
      return false;
    }
    for (int i = 0; i < nameLength; i++) {
      if (name[i] != other.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  boolean nameIsIgnoringCase(String other) {
    return nameLength == other.length() && other.equalsIgnoreCase(name());
  }

  /// Begins to keep what is read, after a text that was read already.
  void capture(String already, int longest) {
    if (captured.capacity() > KEEP_CAPACITY) {
      captured = new StringBuilder(1 << 14);
    }
    captured.setLength(0);
    captured.append(already);
    captureFrom = position;
    captureLimit = longest;
    overflow = false;
  }

  /// Ends the keeping, but holds on to the beginning.
  void stopCapturing() {
    keep(position);
    captureFrom = -1;
    captured.setLength(Math.min(captured.length(), BEGINNING));
  }

  /// How long the kept text is, if asked before the next markup is read.
  long capturedBeforeTag() {
    return captureFrom < 0 ? captured.length() : captured.length() + position - captureFrom;
  }

  /// The kept text, up to a length if one is given; null when it was too long.
  @Nullable String captured(long upTo) {
    keep(position);
    captureFrom = -1;
    if (overflow) {
      return null;
    }
    return upTo == 0 ? captured.toString() : captured.substring(0, (int) upTo);
  }

  /// The first characters of the kept text.
  String beginning(long upTo) {
    keep(position);
    captureFrom = -1;
    long end = upTo == 0 ? captured.length() : Math.min(upTo, captured.length());
    return captured.substring(0, (int) Math.min(end, BEGINNING));
  }

  private void keep(int end) {
    if (captureFrom < 0) {
      return;
    }
    captured.append(buffer, captureFrom, end - captureFrom);
    captureFrom = end;
    if (captured.length() > captureLimit) {
      overflow = true;
      captureFrom = -1;
      captured.setLength(BEGINNING);
      captured.trimToSize();
    }
  }

  /// Goes to the next `<` or the end.
  ///
  /// @return whether there was anything but white space on the way
  boolean skipText() throws IOException {
    boolean text = false;
    while (position < limit || fill()) {
      int p = position;
      int end = limit;
      while (p < end) {
        char c = buffer[p];
        if (c == '<') {
          position = p;
          return text;
        }
        if (c > ' ') {
          if (!text) {
            text = true;
            firstText = c;
          }
          do {
            p++;
          } while (p < end && buffer[p] > '<');
          continue;
        }
        if (c < ' ') {
          control(c, p);
        }
        p++;
      }
      position = end;
    }
    return text;
  }

  /// Reads the markup that stands here.
  Markup markup() throws IOException {
    tagLine = line;
    if (next() < 0) {
      return Markup.END_OF_INPUT;
    }
    sawMarkup = true;
    int c = peek();
    return switch (c) {
      case '/' -> {
        position++;
        readName();
        yield finishTag() == Ending.END_OF_INPUT ? Markup.END_OF_INPUT : Markup.END;
      }
      case '?' -> skipUntil("?>") ? Markup.INSTRUCTION : Markup.END_OF_INPUT;
      case '!' -> {
        position++;
        yield declaration();
      }
      case -1 -> Markup.END_OF_INPUT;
      default -> {
        if (!Character.isLetter(c) && c != '_' && c != ':') {
          yield Markup.NONE;
        }
        readName();
        yield Markup.START;
      }
    };
  }

  private Markup declaration() throws IOException {
    int c = peek();
    if (c == '-') {
      position++;
      if (peek() != '-') {
        return Markup.NONE;
      }
      position++;
      return skipUntil("-->") ? Markup.COMMENT : Markup.END_OF_INPUT;
    }
    if (c == '[') {
      return skipUntil("]]>") ? Markup.CDATA : Markup.END_OF_INPUT;
    }
    readName();
    if (!nameIs("DOCTYPE") && !nameIsIgnoringCase("doctype")) {
      return Markup.NONE;
    }
    while (peek() >= 0 && peek() <= ' ') {
      next();
    }
    readName();
    return skipDoctype() ? Markup.DOCTYPE : Markup.END_OF_INPUT;
  }

  private boolean skipDoctype() throws IOException {
    boolean subset = false;
    int open = 0;
    for (int c = next(); c >= 0; c = next()) {
      switch (c) {
        case '"', '\'' -> skipQuoted(c);
        case '[' -> subset = true;
        case ']' -> subset = false;
        case '<' -> {
          if (peek() == '?') {
            skipUntil("?>");
          } else if (peek() == '!') {
            position++;
            if (peek() == '-') {
              skipUntil("-->");
            } else {
              open++;
            }
          }
        }
        case '>' -> {
          if (open > 0) {
            open--;
          } else if (!subset) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private void skipQuoted(int quote) throws IOException {
    int c = next();
    while (c >= 0 && c != quote) {
      c = next();
    }
  }

  /// Goes behind a terminator whose letters but the last are alike, or that is two letters long.
  private boolean skipUntil(String terminator) throws IOException {
    int last = terminator.length() - 1;
    char repeated = terminator.charAt(0);
    int seen = 0;
    for (int c = next(); c >= 0; c = next()) {
      if (c == '>' && seen >= last) {
        return true;
      }
      seen = c == repeated ? seen + 1 : 0;
    }
    return false;
  }

  /// Reads the rest of a tag. A `<` in it means that its end is missing: the tag ends before it.
  Ending finishTag() throws IOException {
    char last = 0;
    while (position < limit || fill()) {
      int p = position;
      int end = limit;
      while (p < end) {
        char c = buffer[p];
        if (c == '>') {
          position = p + 1;
          return last == '/' ? Ending.CLOSED : Ending.OPEN;
        }
        if (c == '"' || c == '\'') {
          position = p + 1;
          var broken = attributeValue(c);
          if (broken != null) {
            return broken;
          }
          p = position;
          end = limit;
        } else if (c == '<') {
          position = p;
          return Ending.OPEN;
        } else {
          if (c < ' ') {
            control(c, p);
          }
          p++;
        }
        last = c;
      }
      position = end;
    }
    return Ending.END_OF_INPUT;
  }

  /// @return how the tag ends at the end of input or at a `<`, which no value may hold; else null
  private @Nullable Ending attributeValue(char quote) throws IOException {
    while (position < limit || fill()) {
      int p = position;
      int end = limit;
      while (p < end) {
        char c = buffer[p];
        if (c == quote || c == '<') {
          position = c == quote ? p + 1 : p;
          return c == quote ? null : Ending.OPEN;
        }
        if (c < ' ') {
          control(c, p);
        }
        p++;
      }
      position = end;
    }
    return Ending.END_OF_INPUT;
  }

  private void readName() throws IOException {
    nameLength = 0;
    while (position < limit || fill()) {
      int p = position;
      int end = limit;
      while (p < end) {
        char c = buffer[p];
        if (c <= ' ' || c == '>' || c == '/' || c == '<') {
          position = p;
          return;
        }
        if (nameLength < LONGEST_NAME) {
          name[nameLength++] = c;
        }
        p++;
      }
      position = end;
    }
  }

  private int peek() throws IOException {
    return position < limit || fill() ? buffer[position] : -1;
  }

  private int next() throws IOException {
    if (position == limit && !fill()) {
      return -1;
    }
    char c = buffer[position];
    if (c < ' ') {
      control(c, position);
    }
    position++;
    return c;
  }

  /// Line ends, tabs and what XML does not allow.
  private void control(char c, int at) {
    if (c == '\n') {
      if (returnAt != base + at - 1) {
        line++;
      }
    } else if (c == '\r') {
      line++;
      returnAt = base + at;
    } else if (c != '\t' && c != ' ' && illegalLine == 0) {
      illegal = c;
      illegalLine = line;
    }
  }

  private boolean fill() throws IOException {
    keep(limit);
    base += limit;
    position = 0;
    limit = 0;
    if (captureFrom >= 0) {
      captureFrom = 0;
    }
    int read = decoder.read(buffer, 0, buffer.length);
    if (read < 0) {
      return false;
    }
    limit = read;
    if (decoder.mendedAt() >= 0 && mendedLine == 0) {
      mendedLine = line + lineEnds(Math.min(decoder.mendedAt(), limit));
    }
    return true;
  }

  private int lineEnds(int end) {
    return (int)
        new String(Arrays.copyOf(buffer, end))
            .replace("\r\n", "\n")
            .chars()
            .filter(c -> c == '\n' || c == '\r')
            .count();
  }
}
