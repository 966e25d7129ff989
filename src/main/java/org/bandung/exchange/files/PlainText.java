package org.bandung.exchange.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The characters of a text file whose encoding nobody states: order marks first, then where zero
/// bytes lie, else UTF-8 with single bytes of windows-1252 mended.
public final class PlainText extends Reader {

  private static final int HEAD = 4096;
  private final XmlDecoder decoder;
  private final char[] small = new char[2];
  private int line = 1;
  private int mendedLine;
  private int kept = -1;

  /// @param named an encoding that is known beforehand
  public PlainText(InputStream in, @Nullable Charset named) throws IOException {
    var buffered = new BufferedInputStream(in, HEAD * 4);
    this.decoder = new XmlDecoder(buffered, named != null ? named : detect(buffered));
  }

  private static Charset detect(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    var head = in.readNBytes(HEAD);
    in.reset();
    if (head.length >= 4 && head[2] == 0 && head[3] == 0 && head[0] == -1) {
      return Charset.forName("UTF-32LE");
    }
    if (head.length >= 2) {
      int mark = (head[0] & 0xff) << 8 | (head[1] & 0xff);
      if (mark == 0xFEFF) {
        return StandardCharsets.UTF_16BE;
      }
      if (mark == 0xFFFE) {
        return StandardCharsets.UTF_16LE;
      }
    }
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      zeros[i % 2] += head[i] == 0 ? 1 : 0;
    }
    if (zeros[0] > head.length / 5 && zeros[1] < head.length / 20) {
      return StandardCharsets.UTF_16BE;
    }
    boolean little = zeros[1] > head.length / 5 && zeros[0] < head.length / 20;
    return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  /// The first line with a byte that is not in the encoding, or 0.
  public int mendedLine() {
    return mendedLine;
  }

  /// What such bytes were read as.
  public String mendedAs() {
    return decoder.mendedAs();
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (kept >= 0) {
      into[from] = (char) kept;
      kept = -1;
      return 1;
    }
    if (length == 1) {
      int read = read(small, 0, 2);
      if (read > 0) {
        into[from] = small[0];
        kept = read > 1 ? small[1] : -1;
      }
      return Math.min(read, 1);
    }
    int read = decoder.read(into, from, length);
    if (read < 0) {
      decoder.requireWhole();
    }
    for (int i = 0; i < read; i++) {
      if (i == decoder.mendedAt() && mendedLine == 0) {
        mendedLine = line;
      }
      line += into[from + i] == '\n' ? 1 : 0;
    }
    return read;
  }

  @Override
  public void close() {}
}
