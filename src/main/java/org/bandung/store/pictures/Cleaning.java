package org.bandung.store.pictures;

import java.util.Arrays;

/// Takes a picture apart and puts together again only what is needed to show it.
///
/// Only JPEG (baseline and progressive) and PNG are read, by their content. The same comes out
/// whenever it goes in again: `clean(clean(x))` is `clean(x)`.
public final class Cleaning {

  /// The longest side, in pixels.
  public static final int LONGEST_SIDE = 16_384;

  /// The most pixels: what a browser needs four bytes of memory for, each.
  public static final long MOST_PIXELS = 64_000_000;

  private Cleaning() {}

  /// What came of it.
  public sealed interface Cleaned {

    /// A picture of which nothing else is left.
    ///
    /// @param width as it is shown, in pixels: turned if it says that it is to be turned
    record Picture(String mediaType, Bytes bytes, int width, int height) implements Cleaned {}

    /// @param why `no-picture`, `broken-picture`, `large-picture`
    record Refused(String why) implements Cleaned {}
  }

  /// Bytes that nobody changes any more.
  public static final class Bytes {
    private final byte[] bytes;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    /// A copy.
    public byte[] copy() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes b && Arrays.equals(bytes, b.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /// It cannot be shown, or more is claimed than is there.
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    private Unfit(String why) {
      super(why, null, false, false);
    }

    static Unfit broken() {
      return new Unfit("broken-picture");
    }

    static Unfit large() {
      return new Unfit("large-picture");
    }
  }

  /// The picture alone, or why there is none.
  public static Cleaned clean(byte[] bytes) {
    try {
      if (JpegCopy.begins(bytes)) {
        return JpegCopy.of(bytes);
      }
      if (PngCopy.begins(bytes)) {
        return PngCopy.of(bytes);
      }
      return new Cleaned.Refused("no-picture");
    } catch (Unfit e) {
      return new Cleaned.Refused(String.valueOf(e.getMessage()));
    }
  }

  /// @throws Unfit if nobody should be made to show it
  static void bearable(int width, int height) throws Unfit {
    if (width <= 0 || height <= 0) {
      throw Unfit.broken();
    }
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
      throw Unfit.large();
    }
  }

  static Cleaned.Picture picture(
      String mediaType, byte[] bytes, int width, int height, Orientation turned) {
    return turned.sideways()
        ? new Cleaned.Picture(mediaType, new Bytes(bytes), height, width)
        : new Cleaned.Picture(mediaType, new Bytes(bytes), width, height);
  }
}
