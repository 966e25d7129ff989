package org.bandung.store.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bandung.store.pictures.Cleaning.Cleaned;
import org.bandung.store.pictures.Cleaning.Unfit;

/// Copies the segments of a JPEG that hold the picture: frame, tables, scans. Of everything that
/// programs may add, only two facts are kept and written anew: how colours are mixed (Adobe) and
/// how it is turned (Exif). It ends with its first end, whatever follows.
///
/// @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81</a>
final class JpegCopy {

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] JFIF = HEX.parseHex("ffe000104a46494600010100000100010000");
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_SCANS = 100;

  private final byte[] in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int at = 2;
  private int width;
  private int height;
  private int scans;
  private boolean jfif;
  private int mixing = -1;
  private Orientation turned = Orientation.UPRIGHT;

  private JpegCopy(byte[] in) {
    this.in = in;
  }

  static boolean begins(byte[] bytes) {
    return bytes.length > 3
        && (bytes[0] & 0xff) == 0xff
        && (bytes[1] & 0xff) == 0xd8
        && (bytes[2] & 0xff) == 0xff;
  }

  static Cleaned of(byte[] bytes) throws Unfit {
    var copy = new JpegCopy(bytes);
    copy.segments();
    return Cleaning.picture("image/jpeg", copy.whole(), copy.width, copy.height, copy.turned);
  }

  private void segments() throws Unfit {
    while (true) {
      int marker = marker();
      if (marker == 0xd9) {
        if (width == 0 || scans == 0) {
          throw Unfit.broken();
        }
        return;
      }
      int length = number(at);
      if (length < 2 || length > in.length - at) {
        throw Unfit.broken();
      }
      int begin = at + 2;
      int end = at + length;
      segment(marker, begin, end);
      at = end;
      if (marker == 0xda) {
        scan();
      }
    }
  }

  /// The next marker; as many bytes 0xff may stand before it as one likes.
  private int marker() throws Unfit {
    if (at >= in.length || (in[at] & 0xff) != 0xff) {
      throw Unfit.broken();
    }
    while (at < in.length && (in[at] & 0xff) == 0xff) {
      at++;
    }
    if (at >= in.length || in[at] == 0) {
      throw Unfit.broken();
    }
    return in[at++] & 0xff;
  }

  private int number(int place) throws Unfit {
    if (place + 1 >= in.length) {
      throw Unfit.broken();
    }
    return (in[place] & 0xff) << 8 | in[place + 1] & 0xff;
  }

  private void segment(int marker, int begin, int end) throws Unfit {
    switch (marker) {
      case 0xc0, 0xc1, 0xc2 -> frame(begin, end);
      case 0xc4 -> codes(begin, end);
      case 0xdb -> steps(begin, end);
      case 0xdd -> require(end - begin == 2);
      case 0xda -> {
        require(width > 0 && end - begin >= 6 && end - begin == 4 + 2 * (in[begin] & 0xff));
        require(++scans <= MOST_SCANS);
      }
      case 0xe0 -> {
        jfif = true;
        return;
      }
      case 0xe1 -> {
        exif(begin, end);
        return;
      }
      case 0xee -> {
        adobe(begin, end);
        return;
      }
      default -> {
        // Kinds of JPEG that no browser shows, and what should stand nowhere.
        require(marker >= 0xe0 && marker <= 0xfe && marker != 0xf7);
        return;
      }
    }
    out.write(0xff);
    out.write(marker);
    out.write(in, begin - 2, end - begin + 2);
  }

  private static void require(boolean fits) throws Unfit {
    if (!fits) {
      throw Unfit.broken();
    }
  }

  private void frame(int begin, int end) throws Unfit {
    require(width == 0 && end - begin >= 9 && in[begin] == 8);
    int parts = in[begin + 5] & 0xff;
    require((parts == 1 || parts == 3 || parts == 4) && end - begin == 6 + 3 * parts);
    height = number(begin + 1);
    width = number(begin + 3);
    Cleaning.bearable(width, height);
  }

  /// Tables of codes, each as long as it says.
  private void codes(int begin, int end) throws Unfit {
    int place = begin;
    while (place < end) {
      require(end - place >= 17 && (in[place] & 0xef) <= 3);
      int values = 0;
      for (int n = 1; n <= 16; n++) {
        values += in[place + n] & 0xff;
      }
      require(values <= 256 && end - place >= 17 + values);
      place += 17 + values;
    }
  }

  /// Tables of steps, each of 64 numbers of one byte or two.
  private void steps(int begin, int end) throws Unfit {
    int place = begin;
    while (place < end) {
      int size = (in[place] & 0xff) >> 4 == 0 ? 64 : 128;
      require((in[place] & 0xef) <= 3 && end - place >= 1 + size);
      place += 1 + size;
    }
  }

  private void exif(int begin, int end) {
    int from = begin + EXIF.length;
    if (turned.upright() && from <= end && Arrays.equals(in, begin, from, EXIF, 0, EXIF.length)) {
      turned = Orientation.read(Arrays.copyOfRange(in, from, end));
    }
  }

  private void adobe(int begin, int end) {
    int from = begin + ADOBE.length;
    if (end - begin >= 12 && Arrays.equals(in, begin, from, ADOBE, 0, ADOBE.length)) {
      int way = in[begin + 11];
      mixing = way >= 0 && way <= 2 ? way : mixing;
    }
  }

  /// What is coded, up to the next marker that is not part of it.
  private void scan() throws Unfit {
    int from = at;
    while (at + 1 < in.length) {
      int next = in[at + 1] & 0xff;
      if ((in[at] & 0xff) != 0xff) {
        at++;
      } else if (next == 0 || next >= 0xd0 && next <= 0xd7) {
        at += 2;
      } else {
        out.write(in, from, at - from);
        return;
      }
    }
    throw Unfit.broken();
  }

  private byte[] whole() {
    var all = new ByteArrayOutputStream(out.size() + 100);
    all.writeBytes(HEX.parseHex("ffd8"));
    if (jfif) {
      all.writeBytes(JFIF);
    }
    if (!turned.upright()) {
      var tiff = turned.tiff();
      all.writeBytes(HEX.parseHex("ffe1"));
      all.write(0);
      all.write(2 + EXIF.length + tiff.length);
      all.writeBytes(EXIF);
      all.writeBytes(tiff);
    }
    if (mixing >= 0) {
      all.writeBytes(HEX.parseHex("ffee000e"));
      all.writeBytes(ADOBE);
      all.writeBytes(HEX.parseHex("006400000000"));
      all.write(mixing);
    }
    all.writeBytes(out.toByteArray());
    all.writeBytes(HEX.parseHex("ffd9"));
    return all.toByteArray();
  }
}
