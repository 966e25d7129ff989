package org.bandung.economy.gravity.solve;

/// Functions that the language lacks.
public final class Special {

  // Coefficients of Lanczos' approximation with g = 7 and nine terms, to about fifteen digits.
  private static final double[] LANCZOS = {
    0.99999999999980993,
    676.5203681218851,
    -1259.1392167224028,
    771.32342877765313,
    -176.61502916214059,
    12.507343278686905,
    -0.13857109526572012,
    9.9843695780195716e-6,
    1.5056327351493116e-7
  };

  private Special() {}

  /// Natural logarithm of the gamma function, for x of at least 1/2.
  public static double logGamma(double x) {
    if (x > 1e7) {
      return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x);
    }
    double z = x - 1;
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (z + i);
    }
    double t = z + 7.5;
    return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
  }

  /// How likely a standard normal variable is at least this far from zero, on either side.
  ///
  /// By the series of the error function below 3, by its continued fraction above: twelve digits.
  public static double twoSided(double z) {
    double x = Math.abs(z) / Math.sqrt(2);
    if (Double.isNaN(x)) {
      return Double.NaN;
    }
    if (x < 3) {
      double term = x;
      double sum = x;
      for (int n = 1; Math.abs(term) > 1e-17 * sum && n < 200; n++) {
        term *= -x * x / n;
        sum += term / (2 * n + 1);
      }
      return 1 - 2 / Math.sqrt(Math.PI) * sum;
    }
    double fraction = 0;
    for (int n = 60; n > 0; n--) {
      fraction = n / 2.0 / (x + fraction);
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
  }

  /// The value below which a standard normal variable stays with a probability from 0.5 to 1, by
  /// halving.
  public static double quantile(double probability) {
    double low = 0;
    double high = 40;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (1 - twoSided(middle) / 2 < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
