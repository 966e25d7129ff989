package org.bandung.economy.indices;

import java.util.Arrays;

/// Values as parts of their sum.
final class Shares {

  private Shares() {}

  /// Each value over the sum of all; `NaN` if there is none.
  static double[] of(double... values) {
    var total = Arrays.stream(values).sum();
    var shares = new double[values.length];
    Arrays.setAll(shares, at -> total > 0 ? values[at] / total : Double.NaN);
    return shares;
  }
}
