package org.bandung.economy.preferences;

/// How imports move from one source to another when their prices at home move apart.
///
/// In all three the imports from all sources together stay what they were, and no source loses more
/// than it had. With two sources A and B, of which only A becomes cheaper by the part `c` of its
/// price, A gains:
public enum Diversion {
  /// `s c A B / (A + B)`: for small changes (Jammes and Olarreaga 2005); beyond what B had, B.
  LINEAR("linear"),
  /// `A B s c / (A + B + A s c)`: the ratio of A to B changes by `s c` (Laird and Yeats 1986).
  RATIO("ratio"),
  /// The ratio of A to B is multiplied by `(1 - c)^-s`: exact for demand of constant elasticity of
  /// substitution (Armington 1969).
  CES("ces");

  private final String code;

  Diversion(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// What each source gains or loses; the sum is zero.
  ///
  /// @param imports from each source before
  /// @param prices by what part of itself each source's price at home changes
  double[] shifts(double[] imports, double[] prices, double substitution) {
    double total = 0;
    double mean = 0;
    for (int i = 0; i < imports.length; i++) {
      total += imports[i];
      mean += imports[i] * prices[i];
    }
    if (total == 0) {
      return new double[imports.length];
    }
    return this == LINEAR
        ? linear(imports, prices, substitution, mean / total)
        : shared(imports, weights(imports, prices, substitution), total);
  }

  private static double[] linear(
      double[] imports, double[] prices, double substitution, double mean) {
    var shifts = new double[imports.length];
    double lost = 0;
    double gained = 0;
    for (int i = 0; i < imports.length; i++) {
      shifts[i] = Math.max(-imports[i], substitution * imports[i] * (mean - prices[i]));
      lost -= Math.min(0, shifts[i]);
      gained += Math.max(0, shifts[i]);
    }
    if (gained > lost) {
      // Some source would have lost more than it had: the others share what there was.
      for (int i = 0; i < shifts.length; i++) {
        shifts[i] *= shifts[i] > 0 ? lost / gained : 1;
      }
    }
    return shifts;
  }

  private double[] weights(double[] imports, double[] prices, double substitution) {
    var weights = new double[imports.length];
    for (int i = 0; i < imports.length; i++) {
      weights[i] =
          imports[i]
              * (this == CES
                  ? Math.pow(1 + prices[i], -substitution)
                  : Math.max(0, 1 - substitution * prices[i]));
    }
    return weights;
  }

  private static double[] shared(double[] imports, double[] weights, double total) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    var shifts = new double[imports.length];
    for (int i = 0; i < imports.length && sum > 0; i++) {
      shifts[i] = total * weights[i] / sum - imports[i];
    }
    return shifts;
  }
}
