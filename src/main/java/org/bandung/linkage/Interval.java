package org.bandung.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A share or a mean with the interval in which it lies with 95 per cent.
///
/// @param value 0 to 1; 0 where there was nothing to count
public record Interval(double value, double low, double high) {

  private static final double Z = 1.959964;
  private static final int SAMPLES = 1_000;
  private static final long SEED = 12_091_978L;

  /// A share with Wilson's interval: `(p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)`; of
  /// nothing it is 0 to 1.
  ///
  /// @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
  static Interval share(long part, long whole) {
    if (whole == 0) {
      return new Interval(0, 0, 1);
    }
    double p = (double) part / whole;
    double square = Z * Z / whole;
    double middle = (p + square / 2) / (1 + square);
    double half = Z * Math.sqrt(p * (1 - p) / whole + square / (4 * whole)) / (1 + square);
    return new Interval(p, Math.max(0, middle - half), Math.min(1, middle + half));
  }

  /// What was found of one record.
  ///
  /// @param right found and true
  /// @param wrong found and not true
  /// @param missed true and not found
  record Counts(int right, int wrong, int missed) {
    Counts plus(Counts other) {
      return new Counts(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    double f() {
      return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
    }
  }

  /// The harmonic mean of precision and recall over records, with the interval of 1,000 samples
  /// drawn with replacement.
  static Interval f(List<Counts> records) {
    var random = new Random(SEED);
    var samples = new double[SAMPLES];
    for (int s = 0; s < SAMPLES; s++) {
      var sum = new Counts(0, 0, 0);
      for (int i = 0; i < records.size(); i++) {
        sum = sum.plus(records.get(random.nextInt(records.size())));
      }
      samples[s] = sum.f();
    }
    Arrays.sort(samples);
    double f = records.stream().reduce(new Counts(0, 0, 0), Counts::plus).f();
    return new Interval(f, samples[(int) (SAMPLES * 0.025)], samples[(int) (SAMPLES * 0.975)]);
  }
}
