package org.bandung.store.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// How a picture is to be turned or mirrored before it is shown: the one thing of Exif without
/// which a picture looks wrong. Values are those of Exif, 1 to 8.
///
/// @see <a href="https://www.cipa.jp/std/documents/download_e.html?DC-008-Translation-2023-E">CIPA
///   DC-008 (Exif 3.0), tag 274</a>
record Orientation(int value) {

  static final Orientation UPRIGHT = new Orientation(1);

  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int MOST_ENTRIES = 1_000;
  private static final int ENTRY = 12;
  private static final byte[] INTEL = "II".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MOTOROLA = "MM".getBytes(StandardCharsets.US_ASCII);

  /// Whether width and height change places.
  boolean sideways() {
    return value >= 5;
  }

  boolean upright() {
    return value == 1;
  }

  /// What Exif says of it; upright where it says nothing that can be understood.
  ///
  /// @param tiff from the mark of the byte order on
  static Orientation read(byte[] tiff) {
    if (tiff.length < 8) {
      return UPRIGHT;
    }
    var in = ByteBuffer.wrap(tiff);
    if (starts(tiff, INTEL)) {
      in.order(ByteOrder.LITTLE_ENDIAN);
    } else if (!starts(tiff, MOTOROLA)) {
      return UPRIGHT;
    }
    int at = in.getInt(4);
    if (in.getShort(2) != 42 || at < 8 || at > tiff.length - 2) {
      return UPRIGHT;
    }
    int entries = Math.min(in.getShort(at) & 0xffff, MOST_ENTRIES);
    for (int n = 0; n < entries; n++) {
      int entry = at + 2 + n * ENTRY;
      if (entry > tiff.length - ENTRY) {
        return UPRIGHT;
      }
      if ((in.getShort(entry) & 0xffff) == TAG) {
        int value = in.getShort(entry + 8);
        boolean known = in.getShort(entry + 2) == SHORT && in.getInt(entry + 4) == 1;
        return known && value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  private static boolean starts(byte[] bytes, byte[] with) {
    return bytes[0] == with[0] && bytes[1] == with[1];
  }

  /// The smallest Exif that says this and nothing else.
  byte[] tiff() {
    return ByteBuffer.allocate(26)
        .put(MOTOROLA)
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) TAG)
        .putShort((short) SHORT)
        .putInt(1)
        .putShort((short) value)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }
}
