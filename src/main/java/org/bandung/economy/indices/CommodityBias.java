package org.bandung.economy.indices;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Drysdale's commodity bias of all pairs: sums of products along k, with j innermost, so that the
/// innermost loop is no sum and the compiler makes vector instructions of it.
final class CommodityBias {

  private final Grid exports;
  private final Grid imports;
  private final double[] world;
  private final double[] importers;
  // By product: its share in each importer's imports.
  private final double[][] shares;

  private CommodityBias(Grid exports, Grid imports) {
    this.exports = exports;
    this.imports = imports;
    world = imports.columnSums();
    importers = imports.rowSums();
    shares = new double[imports.width()][importers.length];
    for (var j = 0; j < importers.length; j++) {
      for (var k = 0; k < shares.length; k++) {
        shares[k][j] = importers[j] > 0 ? imports.get(j, k) / importers[j] : Double.NaN;
      }
    }
  }

  static Grid all(Grid exports, Grid imports) {
    var bias = new CommodityBias(exports, imports);
    var others = imports.height();
    var result = new double[exports.height() * others];
    IntStream.range(0, exports.height())
        .parallel()
        .forEach(row -> System.arraycopy(bias.of(row), 0, result, row * others, others));
    return Grid.of(exports.rows(), imports.rows(), result);
  }

  private double[] of(int row) {
    var own = imports.row(exports.rows().get(row));
    var sums = new double[importers.length];
    var total = exports.rowSum(row);
    var rest = Arrays.stream(importers).sum() - (own < 0 ? 0 : importers[own]);
    for (var k = 0; k < world.length; k++) {
      var outside = world[k] - (own < 0 ? 0 : imports.get(own, k));
      // What is left of the world by rounding alone is nothing.
      if (exports.get(row, k) > 0 && outside > world[k] * 1e-12) {
        add(exports.get(row, k) / total * (rest / outside), shares[k], sums);
      }
    }
    if (!(total > 0)) {
      Arrays.fill(sums, Double.NaN);
    }
    if (own >= 0) {
      sums[own] = Double.NaN;
    }
    return sums;
  }

  private static void add(double factor, double[] shares, double[] sums) {
    for (var j = 0; j < sums.length; j++) {
      sums[j] += factor * shares[j];
    }
  }
}
