package org.bandung.economy.indices;

import java.util.Arrays;

/// How far a total rests on few of its parts: markets, sources, products, partners.
///
/// Each formula takes the values of the parts (or their shares, which is the same), not negative;
/// parts of zero change nothing unless it is said. Without any total the result is `NaN`.
public final class Concentration {

  private Concentration() {}

  /// **Herfindahl-Hirschman index** `H = sum of s_k²`, where `s_k` is the share of part k.
  ///
  /// No unit. Range 1/n (n equal parts) to 1 (one part). Undefined if the total is zero. Source: A.
  /// O. Hirschman, *National Power and the Structure of Foreign Trade*, 1945; O. C. Herfindahl,
  /// 1950.
  public static double hhi(double... values) {
    var total = total(values);
    return total > 0
        ? Arrays.stream(values).map(value -> value / total * (value / total)).sum()
        : Double.NaN;
  }

  /// **Normalised Herfindahl-Hirschman index** `(H - 1/n) / (1 - 1/n)` over all n parts, those of
  /// zero included.
  ///
  /// No unit. Range 0 (equal parts) to 1 (one part). Undefined for fewer than two parts or no
  /// total. Source: the usual normalisation, e.g. World Bank, *WITS: trade indicators*.
  public static double normalisedHhi(double... values) {
    var even = 1.0 / values.length;
    return values.length < 2 ? Double.NaN : (hhi(values) - even) / (1 - even);
  }

  /// **Concentration index of UNCTAD** `(√H - √(1/n)) / (1 - √(1/n))` over all n parts, those of
  /// zero included.
  ///
  /// No unit. Range 0 (equal parts) to 1 (one part). Undefined for fewer than two parts or no
  /// total. Source: UNCTAD, *Handbook of Statistics*, merchandise trade: concentration index.
  public static double unctad(double... values) {
    var even = Math.sqrt(1.0 / values.length);
    return values.length < 2 ? Double.NaN : (Math.sqrt(hhi(values)) - even) / (1 - even);
  }

  /// **Theil index** `T = (1/n) sum of (x_k / m) ln(x_k / m)`, where m is the mean of all n parts,
  /// those of zero included (they add nothing to the sum but lower the mean).
  ///
  /// No unit (natural logarithm). Range 0 (equal parts) to ln n (one part). Undefined if the total
  /// is zero. Source: H. Theil, *Economics and Information Theory*, 1967; for exports O. Cadot, C.
  /// Carrère and V. Strauss-Kahn, "Export diversification: what's behind the hump?", 2011.
  public static double theil(double... values) {
    var total = total(values);
    if (!(total > 0)) {
      return Double.NaN;
    }
    var mean = total / values.length;
    return Arrays.stream(values)
            .filter(value -> value > 0)
            .map(value -> value / mean * Math.log(value / mean))
            .sum()
        / values.length;
  }

  /// **Share of the n largest parts** (concentration ratio).
  ///
  /// No unit. Range n/N (N equal parts) to 1; 1 if there are no more than n parts. Undefined if the
  /// total is zero.
  public static double top(int count, double... values) {
    var total = total(values);
    var sorted = values.clone();
    Arrays.sort(sorted);
    var largest = 0.0;
    for (var at = Math.max(0, sorted.length - count); at < sorted.length; at++) {
      largest += sorted[at];
    }
    return total > 0 ? largest / total : Double.NaN;
  }

  /// **Equivalent number** `1 / H`: how many equal parts would be as concentrated.
  ///
  /// Unit: parts. Range 1 to n. Undefined if the total is zero. Source: M. A. Adelman, "Comment on
  /// the 'H' concentration measure as a numbers-equivalent", 1969.
  public static double equivalentNumber(double... values) {
    return 1 / hhi(values);
  }

  private static double total(double... values) {
    for (var value : values) {
      if (value < 0) {
        throw new IllegalArgumentException("a part cannot be negative: " + value);
      }
    }
    return Arrays.stream(values).sum();
  }
}
