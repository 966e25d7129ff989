package org.bandung.economy.indices;

import java.util.Arrays;
import java.util.BitSet;

/// Revealed comparative advantage: what a country exports more of than the world does.
///
/// Grids hold exports, exporters as rows and products as columns, in any one unit.
public final class Advantage {

  private Advantage() {}

  /// **Revealed comparative advantage of Balassa** of one cell: `(x_ck / x_c) / (x_k / x)`, the
  /// share of product k in the country's exports over its share in the world's.
  ///
  /// No unit. Range 0 to x / x_c; 1 is the world's average. Undefined if the country exports
  /// nothing or nobody exports the product. Source: B. Balassa, "Trade liberalisation and
  /// 'revealed' comparative advantage", 1965.
  public static double balassa(double cell, double country, double product, double world) {
    return country > 0 && product > 0 ? cell * world / (country * product) : Double.NaN;
  }

  /// Balassa's index of every cell; one pass for the sums, one for the cells.
  public static Grid balassa(Grid exports) {
    var countries = exports.rowSums();
    var products = exports.columnSums();
    var world = exports.total();
    var result = new double[exports.cells().length];
    for (var row = 0; row < countries.length; row++) {
      balassa(exports.cells(), row * products.length, countries[row], products, world, result);
    }
    return Grid.of(exports.rows(), exports.columns(), result);
  }

  // Products before the quotient: where it is exactly 1, no rounding makes it less. Of nothing in
  // nothing the quotient is not a number.
  private static void balassa(
      double[] cells, int from, double country, double[] products, double world, double[] result) {
    for (var k = 0; k < products.length; k++) {
      result[from + k] = cells[from + k] * world / (country * products[k]);
    }
  }

  /// **Symmetric revealed comparative advantage** `(R - 1) / (R + 1)`.
  ///
  /// No unit. Range -1 (not exported) to below 1; 0 is the world's average. Undefined where R is.
  /// Source: B. Dalum, K. Laursen and G. Villumsen, "Structural change in OECD export
  /// specialisation patterns", 1998.
  public static double symmetric(double balassa) {
    return (balassa - 1) / (balassa + 1);
  }

  /// The symmetric index of every cell of Balassa's.
  public static Grid symmetric(Grid balassa) {
    var result = balassa.cells().clone();
    for (var at = 0; at < result.length; at++) {
      result[at] = (result[at] - 1) / (result[at] + 1);
    }
    return Grid.of(balassa.rows(), balassa.columns(), result);
  }

  /// **Diversification**: the number of products with an advantage, R at least 1, by country.
  ///
  /// Unit: products. Range 0 to the number of products. Source: C. A. Hidalgo and R. Hausmann, "The
  /// building blocks of economic complexity", 2009.
  public static int[] diversification(Grid balassa) {
    var counts = new int[balassa.height()];
    for (var row = 0; row < counts.length; row++) {
      for (var column = 0; column < balassa.width(); column++) {
        counts[row] += balassa.get(row, column) >= 1 ? 1 : 0;
      }
    }
    return counts;
  }

  /// **Ubiquity**: the number of countries with an advantage, R at least 1, by product.
  ///
  /// Unit: countries. Range 0 to the number of countries. Source: as of diversification.
  public static int[] ubiquity(Grid balassa) {
    var counts = new int[balassa.width()];
    for (var row = 0; row < balassa.height(); row++) {
      for (var column = 0; column < counts.length; column++) {
        counts[column] += balassa.get(row, column) >= 1 ? 1 : 0;
      }
    }
    return counts;
  }

  /// **Diversification index of UNCTAD** `S_c = (sum over k of |h_ck - h_k|) / 2`, where h are the
  /// shares of product k in the exports of the country and of the world (of all rows of the grid).
  ///
  /// No unit. Range 0 (the world's structure) to 1 (nothing in common): the higher, the less like
  /// the world. Undefined if the country or the world exports nothing. Source: UNCTAD, *Handbook of
  /// Statistics*, merchandise trade: diversification index (modified Finger-Kreinin measure).
  public static double unctadDiversification(Grid exports, int row) {
    var world = exports.columnSums();
    var shares = Shares.of(exports.rowValues(row));
    var worldShares = Shares.of(world);
    var sum = 0.0;
    for (var column = 0; column < shares.length; column++) {
      sum += Math.abs(shares[column] - worldShares[column]);
    }
    return sum / 2;
  }

  // Of each product the rows of the countries that have an advantage in it.
  static int[][] holders(Grid balassa) {
    var ubiquity = ubiquity(balassa);
    var holders = new int[ubiquity.length][];
    Arrays.setAll(holders, product -> new int[ubiquity[product]]);
    var filled = new int[ubiquity.length];
    for (var row = 0; row < balassa.height(); row++) {
      for (var product = 0; product < holders.length; product++) {
        if (balassa.get(row, product) >= 1) {
          holders[product][filled[product]++] = row;
        }
      }
    }
    return holders;
  }

  // Which cells have an advantage, row by row.
  static BitSet held(Grid balassa) {
    var held = new BitSet(balassa.cells().length);
    for (var at = 0; at < balassa.cells().length; at++) {
      if (balassa.cells()[at] >= 1) {
        held.set(at);
      }
    }
    return held;
  }
}
