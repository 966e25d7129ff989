package org.bandung.economy.indices;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// Which products are exported by the same countries, and how near a country stands to those it
/// does not export yet.
public final class ProductSpace {

  private ProductSpace() {}

  /// **Proximity** of Hidalgo et al. `p_kl = min(P(k | l), P(l | k))`, the smaller of the two
  /// conditional probabilities that a country with an advantage in one product has one in the
  /// other: countries with both over the larger of the two ubiquities.
  ///
  /// No unit. Range 0 (no country with both) to 1 (the same countries). Symmetric; 1 of a product
  /// with itself. Undefined for products in which nobody has an advantage. Source: C. A. Hidalgo,
  /// B. Klinger, A.-L. Barabási and R. Hausmann, "The product space conditions the development of
  /// nations", 2007.
  ///
  /// The result has the square of the products' number of cells: 216 MB for 5,199.
  ///
  /// @param balassa Balassa's index by country and product
  public static Grid proximity(Grid balassa) {
    var holders = Holders.of(balassa);
    var width = balassa.width();
    var result = new double[Math.multiplyExact(width, width)];
    IntStream.range(0, width)
        .parallel()
        .forEach(product -> {
          for (var other = 0; other < width; other++) {
            result[product * width + other] = holders.proximity(product, other);
          }
        });
    return Grid.of(balassa.columns(), balassa.columns(), result);
  }

  /// **Density** of Hidalgo et al. `w_ck = (sum over l of M_cl p_kl) / (sum over l of p_kl)`: which
  /// part of a product's neighbourhood a country already exports with an advantage. A product is
  /// not its own neighbour here, so that the density does not say of a product whether it is
  /// exported.
  ///
  /// No unit. Range 0 to 1. Undefined for products without neighbours. Source: as of proximity.
  ///
  /// By country and product; the proximities themselves are never held in memory.
  public static Grid density(Grid balassa) {
    return Densities.all(balassa);
  }

  /// **Distance** `d_ck = 1 - w_ck`: which part of a product's neighbourhood a country lacks.
  ///
  /// No unit. Range 0 to 1. Undefined where density is. Source: R. Hausmann et al., *The Atlas of
  /// Economic Complexity*, 2014.
  public static Grid distance(Grid density) {
    var result = density.cells().clone();
    for (var at = 0; at < result.length; at++) {
      result[at] = 1 - result[at];
    }
    return Grid.of(density.rows(), density.columns(), result);
  }

  /// Which countries have an advantage in each product, as bits.
  private record Holders(long[][] bits, int[] ubiquity) {

    static Holders of(Grid balassa) {
      var bits = new long[balassa.width()][];
      for (var product = 0; product < bits.length; product++) {
        var countries = new BitSet(balassa.height());
        for (var row = 0; row < balassa.height(); row++) {
          countries.set(row, balassa.get(row, product) >= 1);
        }
        bits[product] = Arrays.copyOf(countries.toLongArray(), words(balassa));
      }
      return new Holders(bits, Advantage.ubiquity(balassa));
    }

    private static int words(Grid balassa) {
      return (balassa.height() + 63) / 64;
    }

    double proximity(int product, int other) {
      var both = 0;
      var first = bits[product];
      var second = bits[other];
      for (var word = 0; word < first.length; word++) {
        both += Long.bitCount(first[word] & second[word]);
      }
      var least = Math.min(ubiquity[product], ubiquity[other]);
      return least == 0 ? Double.NaN : (double) both / Math.max(ubiquity[product], ubiquity[other]);
    }
  }
}
