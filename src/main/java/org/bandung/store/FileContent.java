package org.bandung.store;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a file is, and whether it could do something where it is opened: by its content, never by
/// its name or what a caller says of it.
final class FileContent {

  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
  private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");
  private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  /// Marks of languages that a browser would run.
  private static final List<String> MARKUP =
      List.of("<!doctype", "<html", "<svg", "<script", "<iframe", "<?xml", "<body", "<head");

  private FileContent() {}

  /// What was found.
  sealed interface Judged {
    record Harmless(FileType type) implements Judged {}

    /// It could act, or hides what it holds.
    record Active() implements Judged {}

    /// None of the kinds that are kept, or not whole.
    record Unknown() implements Judged {}
  }

  static Judged judge(byte[] bytes) {
    if (begins(bytes, PDF)) {
      return PdfContent.judge(bytes);
    }
    if (begins(bytes, ZIP)) {
      return OfficeContent.judge(bytes);
    }
    if (begins(bytes, PNG)) {
      return wholePng(bytes) ? new Judged.Harmless(FileType.PNG) : new Judged.Unknown();
    }
    if (begins(bytes, JPEG)) {
      return wholeJpeg(bytes) ? new Judged.Harmless(FileType.JPEG) : new Judged.Unknown();
    }
    return text(bytes).map(FileContent::judge).orElseGet(Judged.Unknown::new);
  }

  private static Judged judge(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return MARKUP.stream().anyMatch(lower::contains)
        ? new Judged.Active()
        : new Judged.Harmless(FileType.TEXT);
  }

  static boolean begins(byte[] bytes, byte[] with) {
    return bytes.length >= with.length
        && java.util.Arrays.equals(bytes, 0, with.length, with, 0, with.length);
  }

  /// Chunk after chunk to the last, and nothing after it.
  private static boolean wholePng(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes).position(PNG.length);
    while (in.remaining() >= 12) {
      int length = in.getInt();
      int kind = in.getInt();
      if (length < 0 || length > in.remaining() - 4) {
        return false;
      }
      in.position(in.position() + length + 4);
      if (kind == 0x49454e44) { // IEND
        return in.remaining() == 0;
      }
    }
    return false;
  }

  /// The mark of its end, after which cameras write some zeros at most.
  private static boolean wholeJpeg(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    return end > 4 && bytes[end - 2] == (byte) 0xff && bytes[end - 1] == (byte) 0xd9;
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean plain =
          text.chars().noneMatch(c -> (c < ' ' && "\n\r\t\f".indexOf(c) < 0) || c == 0x7f);
      return plain ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
