package org.bandung.search.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Numbers in one byte: what is lost, and what never is.
class Int8Test {

  private static float[] any(Random random, int dimensions) {
    var vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return OnnxEncoder.unit(vector);
  }

  @Test
  void aCosineIsKeptWithinAHundredth() {
    var random = new Random(5);
    for (int dimensions : new int[] {64, 384, 1024}) {
      for (int i = 0; i < 200; i++) {
        var a = any(random, dimensions);
        var b = any(random, dimensions);
        double cosine = 0;
        for (int n = 0; n < dimensions; n++) {
          cosine += a[n] * b[n];
        }
        int dot = Int8.dot(Int8.wide(Int8.of(a)), Int8.of(b));

        assertThat((double) Int8.cosine(dot, dimensions)).isCloseTo(cosine, Offset.offset(0.01));
      }
    }
  }

  @Test
  void byHand() {
    // n = 9: q = round(127 · 3 · x / 6) = round(63.5 x)
    assertThat(Int8.of(new float[] {0.6f, -0.8f, 0, 0, 0, 0, 0, 0, 0}))
        .containsExactly(38, -51, 0, 0, 0, 0, 0, 0, 0);
    assertThat(Int8.dot(new int[] {38, -51}, new byte[] {2, 3})).isEqualTo(-77);
  }

  @Test
  void oneNumberThatOutweighsAllIsCut() {
    var vector = new float[384];
    vector[0] = -1;

    assertThat(Int8.of(vector)[0]).isEqualTo((byte) -127);
    assertThat(Int8.of(new float[] {Float.NaN, 0})[0]).isZero();
  }
}
