package org.bandung.store.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures, and what hostile or careless people put beside them.
public final class SamplePictures {

  private SamplePictures() {}

  /// A picture of the size, no two alike.
  public static byte[] png(int width, int height, int seed) {
    return written(drawn(width, height, seed), "png");
  }

  public static byte[] jpeg(int width, int height, int seed) {
    return written(drawn(width, height, seed), "jpg");
  }

  static byte[] progressive(int width, int height) {
    var writer = ImageIO.getImageWritersByFormatName("jpg").next();
    var parameter = writer.getDefaultWriteParam();
    parameter.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    var out = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(drawn(width, height, 5), null, null), parameter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static BufferedImage drawn(int width, int height, int seed) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, (x * 31 + y * 17 + seed * 7919) & 0xffffff);
      }
    }
    return image;
  }

  private static byte[] written(BufferedImage image, String format) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static BufferedImage decoded(byte[] bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A segment right after the beginning of a JPEG.
  public static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(0xff);
    out.write(marker);
    out.write((body.length + 2) >> 8);
    out.write(body.length + 2);
    out.writeBytes(body);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /// What a camera writes: how it is to be turned, and where it was taken.
  public static byte[] exif(int orientation, String place) {
    var text = place.getBytes(StandardCharsets.US_ASCII);
    return joined(
        "Exif\0\0".getBytes(StandardCharsets.US_ASCII),
        ByteBuffer.allocate(38)
            .put((byte) 'M')
            .put((byte) 'M')
            .putShort((short) 42)
            .putInt(8)
            .putShort((short) 2)
            .putShort((short) 0x010e)
            .putShort((short) 2)
            .putInt(text.length)
            .putInt(38)
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .putShort((short) 0)
            .putInt(0)
            .array(),
        text);
  }

  /// A chunk right after the header of a PNG.
  static byte[] withChunk(byte[] png, String name, byte[] body) {
    int header = 8 + 25;
    var out = new ByteArrayOutputStream();
    out.write(png, 0, header);
    out.writeBytes(chunk(name, body));
    out.write(png, header, png.length - header);
    return out.toByteArray();
  }

  static byte[] chunk(String name, byte[] body) {
    var crc = new CRC32();
    var type = name.getBytes(StandardCharsets.US_ASCII);
    crc.update(type);
    crc.update(body);
    return ByteBuffer.allocate(12 + body.length)
        .putInt(body.length)
        .put(type)
        .put(body)
        .putInt((int) crc.getValue())
        .array();
  }

  /// A PNG that claims a size and has other lines.
  ///
  /// @param unpacked how many bytes the lines have once unpacked
  static byte[] claiming(int width, int height, int unpacked) {
    var header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    var deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(new byte[unpacked]);
    deflater.finish();
    var packed = new byte[unpacked / 500 + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return joined(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
        chunk("IHDR", header),
        chunk("IDAT", java.util.Arrays.copyOf(packed, length)),
        chunk("IEND", new byte[0]));
  }

  /// A JPEG whose header claims another size.
  static byte[] claiming(byte[] jpeg, int width, int height) {
    var bytes = jpeg.clone();
    for (int at = 2; at < bytes.length - 9; at++) {
      if ((bytes[at] & 0xff) == 0xff && (bytes[at + 1] & 0xff) == 0xc0) {
        ByteBuffer.wrap(bytes).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
        return bytes;
      }
    }
    throw new IllegalStateException("no frame");
  }

  public static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
