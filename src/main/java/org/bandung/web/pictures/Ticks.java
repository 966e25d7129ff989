package org.bandung.web.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// Round numbers for an axis.
///
/// Steps are 1, 2 or 5 times a power of ten, the smallest with which at most [#MOST] steps reach
/// the largest value; the last tick is at or above it.
public final class Ticks {

  static final int MOST = 5;

  private Ticks() {}

  /// @param largest what has to fit; of nothing or less there is only zero
  /// @param whole whether only whole numbers make sense
  public static List<Double> upTo(double largest, boolean whole) {
    var ticks = new ArrayList<Double>();
    ticks.add(0.0);
    if (largest <= 0) {
      return ticks;
    }
    double step = step(largest);
    if (whole) {
      step = Math.max(1, step);
    }
    for (int n = 1; ticks.getLast() < largest; n++) {
      ticks.add(n * step);
    }
    return ticks;
  }

  private static double step(double largest) {
    double power = Math.pow(10, Math.floor(Math.log10(largest / MOST)));
    return DoubleStream.of(1, 2, 5, 10)
        .map(times -> times * power)
        .filter(step -> step * MOST >= largest)
        .findFirst()
        .orElse(20 * power); // rounding: a hair above ten times the power
  }
}
