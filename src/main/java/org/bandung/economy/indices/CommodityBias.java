package org.bandung.economy.indices;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Drysdale's commodity bias of all pairs: sums of products along k, with j innermost.
final class CommodityBias {

  private CommodityBias() {}

  static Grid all(Grid exports, Grid imports) {
    var width = exports.width();
    var others = imports.height();
    var world = imports.columnSums();
    var worldImports = Arrays.stream(world).sum();
    var turned = sharesByProduct(imports);
    var result = new double[exports.height() * others];
    IntStream.range(0, exports.height())
        .parallel()
        .forEach(row -> {
          var own = imports.row(exports.rows().get(row));
          var sums = new double[others];
          var rest = worldImports - (own < 0 ? 0 : imports.rowSum(own));
          var total = exports.rowSum(row);
          for (var k = 0; k < width; k++) {
            var outside = world[k] - (own < 0 ? 0 : imports.get(own, k));
            if (exports.get(row, k) > 0 && outside > world[k] * 1e-12) {
              add(exports.get(row, k) / total * rest / outside, turned, k * others, sums);
            }
          }
          if (!(total > 0)) {
            Arrays.fill(sums, Double.NaN);
          }
          if (own >= 0) {
            sums[own] = Double.NaN;
          }
          System.arraycopy(sums, 0, result, row * others, others);
        });
    return Grid.of(exports.rows(), imports.rows(), result);
  }

  private static void add(double factor, double[] turned, int at, double[] sums) {
    for (var j = 0; j < sums.length; j++) {
      sums[j] += factor * turned[at + j];
    }
  }

  // By product and importer: the product's share in the importer's imports.
  private static double[] sharesByProduct(Grid imports) {
    var totals = imports.rowSums();
    var turned = imports.transposed().cells();
    for (var at = 0; at < turned.length; at++) {
      var total = totals[at % totals.length];
      turned[at] = total > 0 ? turned[at] / total : Double.NaN;
    }
    return turned;
  }
}
