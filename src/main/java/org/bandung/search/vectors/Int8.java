package org.bandung.search.vectors;

/// Directions in one byte a number.
///
/// `q[i] = round(127 √n x[i] / 6)`, cut at ±127: of a direction of length 1 in n dimensions a
/// number is 1/√n on average, so six times that fits, and the length stays the same for all, so
/// that one sum of products compares them. A cosine comes out within some 0.003 for n = 384.
final class Int8 {

  private static final double WIDEST = 6;
  private static final int MOST = 127;

  private Int8() {}

  /// @param unit a direction of length 1
  static byte[] of(float[] unit) {
    double scale = scale(unit.length);
    var bytes = new byte[unit.length];
    for (int i = 0; i < unit.length; i++) {
      bytes[i] = (byte) Math.clamp(Math.round(unit[i] * scale), -MOST, MOST);
    }
    return bytes;
  }

  /// The sum of products. The first is given wide, as [#wide(byte\[\])]: a plain loop over numbers
  /// of two widths is what the JIT makes vectors of.
  static int dot(int[] wide, byte[] other) {
    int sum = 0;
    for (int i = 0; i < wide.length; i++) {
      sum += wide[i] * other[i];
    }
    return sum;
  }

  static int[] wide(byte[] bytes) {
    var wide = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      wide[i] = bytes[i];
    }
    return wide;
  }

  /// The cosine that a sum of products stands for; between -1 and 1 but for rounding.
  static float cosine(double dot, int dimensions) {
    double scale = scale(dimensions);
    return (float) (dot / (scale * scale));
  }

  private static double scale(int dimensions) {
    return MOST * Math.sqrt(dimensions) / WIDEST;
  }
}
