package org.bandung.exchange.skos;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bandung.exchange.files.UnreadableInput;
import org.jspecify.annotations.Nullable;

/// The characters of a file, counted. Bytes that are none become U+FFFD, by which whoever gets the
/// text knows that it is damaged.
final class SkosText extends FilterReader {

  private static final int HEAD = 4096;

  /// Statements that a stream of characters can make without reading on: those of one buffer.
  private static final int STANDING = 200_000;

  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]{0,200}?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

  private final String head;
  private long characters;
  private long lastStatement;
  private long most;
  private long stretch;
  private boolean whole;
  private int standing;

  private final Lasting bytes;

  private SkosText(Reader in, String head, Lasting bytes) {
    super(in);
    this.head = head;
    this.bytes = bytes;
  }

  static SkosText of(InputStream file) throws IOException {
    var bytes = new Lasting(file);
    var in = new PushbackInputStream(bytes, HEAD);
    var first = in.readNBytes(HEAD);
    int mark = first.length >= 3 && first[0] == (byte) 0xef && first[1] == (byte) 0xbb ? 3 : 0;
    in.unread(first, mark, first.length - mark);
    var charset = charset(first);
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    var head = new String(first, mark, first.length - mark, charset);
    var text = new SkosText(new BufferedReader(new InputStreamReader(in, decoder)), head, bytes);
    text.most = Long.MAX_VALUE;
    text.stretch = Long.MAX_VALUE;
    return text;
  }

  /// From now on no more than this is read.
  ///
  /// @param readAsAWhole whether statements come only when all is read
  void limit(long mostCharacters, long longestStretch, boolean readAsAWhole) {
    most = mostCharacters;
    stretch = longestStretch;
    whole = readAsAWhole;
  }

  /// Why the file ended before its end.
  Optional<IOException> failure() {
    return Optional.ofNullable(bytes.failure);
  }

  /// The beginning, to tell the format by.
  String head() {
    return head.startsWith("\ufeff") ? head.substring(1) : head;
  }

  /// A statement was made of what has been read so far.
  ///
  /// The parser of Turtle makes statements for ever of a list that the end of the file cuts off
  /// (found by fuzzing): whoever makes them without reading on is stopped.
  void understood() {
    standing = characters == lastStatement ? standing + 1 : 0;
    lastStatement = characters;
    if (standing > STANDING && !whole) {
      throw new IllegalStateException("the end is missing");
    }
  }

  /// Turtle, N-Triples and JSON-LD are UTF-8; XML may declare what it is in.
  private static Charset charset(byte[] first) {
    if (first.length >= 2
        && ((first[0] == (byte) 0xfe && first[1] == (byte) 0xff)
            || (first[0] == (byte) 0xff && first[1] == (byte) 0xfe))) {
      return StandardCharsets.UTF_16;
    }
    var declared = DECLARED.matcher(new String(first, StandardCharsets.ISO_8859_1));
    try {
      return declared.lookingAt() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8; // an encoding that this machine does not know
    }
  }

  @Override
  public int read() throws IOException {
    int c = in.read();
    count(c < 0 ? 0 : 1);
    return c;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    int read = in.read(into, from, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int read) throws IOException {
    characters += read;
    if (characters > most) {
      throw new UnreadableInput("bandung.skos-too-large", String.valueOf(most >> 20));
    }
    if (characters - lastStatement > stretch) {
      throw new UnreadableInput("bandung.record-too-large", String.valueOf(stretch >> 20));
    }
  }

  /// Ends where its source fails, so that whoever reads ahead still gets all that came before.
  private static final class Lasting extends FilterInputStream {
    private @Nullable IOException failure;

    Lasting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      try {
        return failure == null ? in.read(into, from, length) : -1;
      } catch (IOException e) {
        failure = e;
        return -1;
      }
    }
  }
}
