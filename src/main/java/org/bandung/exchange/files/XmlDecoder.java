package org.bandung.exchange.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of an XML file into characters, whatever it says of its encoding.
///
/// Order marks go before patterns of zero bytes, these before the declaration. A byte that is not
/// UTF-8 is read as windows-1252, one at a time, because such files mix both.
final class XmlDecoder {

  private static final int HEAD = 4096;
  private static final char ORDER_MARK = '\uFEFF';
  private static final Pattern DECLARED =
      Pattern.compile(
          "^\\s*<\\?xml[^>]{0,200}?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
  private static final String WINDOWS_1252_80_TO_9F =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
          + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
  private final Charset charset;
  private final CharsetDecoder decoder;
  private Optional<String> wronglyDeclared = Optional.empty();
  private @Nullable IOException broken;
  private boolean ended;
  private boolean begun;
  private int mendedAt = -1;

  XmlDecoder(InputStream in) throws IOException {
    this(in, null);
  }

  /// @param known the encoding, if it need not be found out
  XmlDecoder(InputStream in, @Nullable Charset known) throws IOException {
    this.in = in;
    bytes.limit(0);
    fill(HEAD);
    this.charset = known != null ? known : detect(bytes.array(), bytes.remaining());
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /// What became of bytes that are not in the file's encoding.
  String mendedAs() {
    return charset.equals(StandardCharsets.UTF_8) ? "windows-1252" : "U+FFFD";
  }

  /// The encoding that the file declares and is not in.
  Optional<String> wronglyDeclared() {
    return wronglyDeclared;
  }

  /// Where in the last characters read a byte was mended, or -1.
  int mendedAt() {
    return mendedAt;
  }

  /// Reads at least one character, or -1 at the end. `length` is at least 2.
  int read(char[] into, int from, int length) throws IOException {
    var out = CharBuffer.wrap(into, from, length);
    mendedAt = -1;
    while (out.hasRemaining()) {
      var result = decoder.decode(bytes, out, ended);
      if (result.isError()) {
        mend(result.length(), out, from);
      } else if (result.isOverflow() || out.position() > from || ended) {
        break;
      } else {
        fill(1);
      }
    }
    int read = out.position() - from;
    if (read > 0 && !begun) {
      begun = true;
      return withoutOrderMarks(into, from, read, length);
    }
    return read > 0 ? read : -1;
  }

  /// Two marks in a row are found in real files.
  private int withoutOrderMarks(char[] into, int from, int read, int length) throws IOException {
    int marks = 0;
    while (marks < read && into[from + marks] == ORDER_MARK) {
      marks++;
    }
    if (marks == read) {
      return read(into, from, length);
    }
    System.arraycopy(into, from + marks, into, from, read - marks);
    return read - marks;
  }

  private void mend(int length, CharBuffer out, int from) {
    if (mendedAt < 0) {
      mendedAt = out.position() - from;
    }
    if (charset.equals(StandardCharsets.UTF_8)) {
      int b = bytes.get() & 0xff;
      out.put(b < 0xa0 ? WINDOWS_1252_80_TO_9F.charAt(b - 0x80) : (char) b);
    } else {
      bytes.position(bytes.position() + Math.min(length, bytes.remaining()));
      out.put('\uFFFD');
    }
  }

  private void fill(int atLeast) throws IOException {
    bytes.compact();
    int wanted = bytes.position() + atLeast;
    while (!ended && bytes.hasRemaining() && bytes.position() < wanted) {
      int read = readOrEnd();
      if (read < 0) {
        ended = true;
      } else {
        bytes.position(bytes.position() + read);
      }
    }
    bytes.flip();
  }

  /// A stream that breaks ends here, so that what came before it can still be read.
  private int readOrEnd() {
    try {
      return in.read(bytes.array(), bytes.position(), bytes.remaining());
    } catch (IOException e) {
      broken = e;
      return -1;
    }
  }

  /// Ends the reading.
  ///
  /// @throws IOException why the stream broke before its end, if it did
  void requireWhole() throws IOException {
    if (broken != null) {
      throw broken;
    }
  }

  private Charset detect(byte[] head, int length) {
    if (length >= 4) {
      int first = ByteBuffer.wrap(head).getInt();
      switch (first) {
        case 0x0000FEFF, 0x0000003C -> {
          return Charset.forName("UTF-32BE");
        }
        case 0xFFFE0000, 0x3C000000 -> {
          return Charset.forName("UTF-32LE");
        }
        case 0x4C6FA794 -> {
          return declared(new String(head, 0, length, Charset.forName("IBM037")))
              .orElse(Charset.forName("IBM037"));
        }
        default -> {}
      }
    }
    if (length >= 2) {
      int a = head[0] & 0xff;
      int b = head[1] & 0xff;
      if ((a == 0xFE && b == 0xFF) || (a == 0 && isMarkupOrSpace(b))) {
        return StandardCharsets.UTF_16BE;
      }
      if ((a == 0xFF && b == 0xFE) || (b == 0 && isMarkupOrSpace(a))) {
        return StandardCharsets.UTF_16LE;
      }
    }
    boolean marked = length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB;
    if (marked) {
      return StandardCharsets.UTF_8;
    }
    return declared(new String(head, 0, length, StandardCharsets.ISO_8859_1))
        .orElse(StandardCharsets.UTF_8);
  }

  private static boolean isMarkupOrSpace(int c) {
    return c == '<' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /// The declared encoding, unless it is unknown or cannot be true: the declaration was just read
  /// with one byte a letter.
  private Optional<Charset> declared(String head) {
    var matcher = DECLARED.matcher(head);
    if (!matcher.find()) {
      return Optional.empty();
    }
    var name = matcher.group(1);
    try {
      if (Charset.isSupported(name)
          && !name.regionMatches(true, 0, "UTF-16", 0, 6)
          && !name.regionMatches(true, 0, "UTF-32", 0, 6)) {
        return Optional.of(Charset.forName(name));
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    wronglyDeclared = Optional.of(name);
    return Optional.empty();
  }
}
