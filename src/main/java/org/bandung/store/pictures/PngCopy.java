package org.bandung.store.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.bandung.store.pictures.Cleaning.Cleaned;
import org.bandung.store.pictures.Cleaning.Unfit;

/// Copies the chunks of a PNG that hold the picture: header, palette, transparency, gamma, the
/// packed lines. Texts, times, profiles, further frames and whatever a program adds stay out; how
/// it is turned is written anew.
///
/// The lines are unpacked once, and thrown away, to see that they are as many as the header says: a
/// small file that unpacks to more than its picture is refused.
///
/// @see <a href="https://www.w3.org/TR/png-3/">PNG, third edition</a>
final class PngCopy {

  private static final byte[] MARK = HexFormat.of().parseHex("89504e470d0a1a0a");

  /// First column and line, and the steps between them, of the seven passes of Adam7.
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private final ByteBuffer in;
  private final ByteArrayOutputStream before = new ByteArrayOutputStream();
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private int width;
  private int height;
  private int depth;
  private int kind;
  private boolean interlaced;
  private int colours;
  private boolean over;
  private Orientation turned = Orientation.UPRIGHT;

  private PngCopy(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes).position(MARK.length);
  }

  static boolean begins(byte[] bytes) {
    return bytes.length > MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
  }

  static Cleaned of(byte[] bytes) throws Unfit {
    var copy = new PngCopy(bytes);
    copy.chunks();
    copy.unpack();
    return Cleaning.picture("image/png", copy.whole(), copy.width, copy.height, copy.turned);
  }

  private void chunks() throws Unfit {
    boolean end = false;
    while (!end) {
      require(in.remaining() >= 12);
      int length = in.getInt();
      require(length >= 0 && length <= in.remaining() - 8);
      var type = new byte[4];
      in.get(type);
      var body = new byte[length];
      in.get(body);
      var name = new String(type, StandardCharsets.ISO_8859_1);
      require(in.getInt() == sum(type, body));
      require(name.equals("IHDR") == (width == 0));
      end = name.equals("IEND");
      chunk(name, body);
    }
    require(lines.size() > 0 && (kind != 3 || colours > 0));
  }

  private static void require(boolean fits) throws Unfit {
    if (!fits) {
      throw Unfit.broken();
    }
  }

  private void chunk(String name, byte[] body) throws Unfit {
    if (!name.equals("IDAT") && lines.size() > 0) {
      // Those of one picture stand together.
      over = true;
    }
    switch (name) {
      case "IHDR" -> header(body);
      case "PLTE" -> {
        require(!over && colours == 0 && kind != 0 && kind != 4);
        require(body.length > 0 && body.length % 3 == 0 && body.length <= 768);
        colours = body.length / 3;
        write(before, name, body);
      }
      case "tRNS" -> {
        require(!over && transparent(body.length));
        write(before, name, body);
      }
      case "gAMA", "sRGB" -> {
        if (!over && colours == 0 && body.length == (name.equals("gAMA") ? 4 : 1)) {
          write(before, name, body);
        }
      }
      case "eXIf" -> turned = turned.upright() ? Orientation.read(body) : turned;
      case "IDAT" -> {
        require(!over);
        lines.writeBytes(body);
      }
      // What a reader must understand to show it, and we do not.
      default -> require(name.equals("IEND") || Character.isLowerCase(name.charAt(0)));
    }
  }

  private boolean transparent(int length) {
    return switch (kind) {
      case 0 -> length == 2;
      case 2 -> length == 6;
      case 3 -> length > 0 && length <= colours;
      default -> false;
    };
  }

  private void header(byte[] body) throws Unfit {
    require(body.length == 13);
    var h = ByteBuffer.wrap(body);
    width = h.getInt();
    height = h.getInt();
    depth = h.get();
    kind = h.get();
    boolean known =
        switch (kind) {
          case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
          case 2, 4, 6 -> depth == 8 || depth == 16;
          case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
          default -> false;
        };
    require(known && h.get() == 0 && h.get() == 0);
    int passes = h.get();
    require(passes == 0 || passes == 1);
    interlaced = passes == 1;
    Cleaning.bearable(width, height);
    write(before, "IHDR", body);
  }

  /// How many bytes the lines have once unpacked, each with the byte of its filter.
  private long expected() {
    if (!interlaced) {
      return size(width, height);
    }
    long all = 0;
    for (var pass : ADAM7) {
      int across = (width - pass[0] + pass[2] - 1) / pass[2];
      int down = (height - pass[1] + pass[3] - 1) / pass[3];
      all += across > 0 && down > 0 ? size(across, down) : 0;
    }
    return all;
  }

  private long size(int across, int down) {
    int channels =
        switch (kind) {
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 1;
        };
    return down * (1 + ((long) across * channels * depth + 7) / 8);
  }

  private void unpack() throws Unfit {
    long left = expected();
    var inflater = new Inflater();
    try {
      inflater.setInput(lines.toByteArray());
      var piece = new byte[1 << 16];
      while (!inflater.finished()) {
        int n = inflater.inflate(piece);
        left -= n;
        require(left >= 0 && (n > 0 || inflater.finished()));
      }
      require(left == 0 && inflater.getRemaining() == 0);
    } catch (DataFormatException e) {
      throw Unfit.broken();
    } finally {
      inflater.end();
    }
  }

  private byte[] whole() {
    var all = new ByteArrayOutputStream(before.size() + lines.size() + 100);
    all.writeBytes(MARK);
    all.writeBytes(before.toByteArray());
    if (!turned.upright()) {
      write(all, "eXIf", turned.tiff());
    }
    write(all, "IDAT", lines.toByteArray());
    write(all, "IEND", new byte[0]);
    return all.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String name, byte[] body) {
    var type = name.getBytes(StandardCharsets.ISO_8859_1);
    out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
    out.writeBytes(type);
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt(sum(type, body)).array());
  }

  private static int sum(byte[] type, byte[] body) {
    var crc = new CRC32();
    crc.update(type);
    crc.update(body);
    return (int) crc.getValue();
  }
}
