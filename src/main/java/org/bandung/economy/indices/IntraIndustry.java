package org.bandung.economy.indices;

/// Trade of the same products in both directions.
///
/// Values are exports to and imports from one partner (or the world) by product, in one unit.
public final class IntraIndustry {

  private IntraIndustry() {}

  /// **Grubel-Lloyd index** of one product `G_k = 1 - |x_k - m_k| / (x_k + m_k)`.
  ///
  /// No unit. Range 0 (one direction only) to 1 (balanced). Undefined if the product is not traded.
  /// It rises with the coarseness of the nomenclature. Source: H. G. Grubel and P. J. Lloyd,
  /// *Intra-Industry Trade*, 1975.
  public static double grubelLloyd(double exports, double imports) {
    var trade = exports + imports;
    return trade > 0 ? 1 - Math.abs(exports - imports) / trade : Double.NaN;
  }

  /// **Aggregate Grubel-Lloyd index** `G = sum((x_k + m_k) - |x_k - m_k|) / sum(x_k + m_k)`: the
  /// mean of the products' indices, weighted by their trade.
  ///
  /// No unit. Range 0 to 1; below 1 whenever total trade is not balanced. Undefined without trade.
  /// Source: as above.
  public static double grubelLloyd(double[] exports, double[] imports) {
    var trade = 0.0;
    var matched = 0.0;
    for (var k = 0; k < exports.length; k++) {
      trade += exports[k] + imports[k];
      matched += 2 * Math.min(exports[k], imports[k]);
    }
    return trade > 0 ? matched / trade : Double.NaN;
  }

  /// **Grubel-Lloyd index adjusted for imbalance** `G' = sum((x_k + m_k) - |x_k - m_k|) / (sum(x_k
  /// + m_k) - |sum x_k - sum m_k|)`.
  ///
  /// No unit. Range 0 to 1; reaches 1 also with unbalanced total trade. Undefined if trade goes one
  /// way only. Source: as above, chapter 2; criticised by A. Aquino, 1978: it presumes that the
  /// imbalance falls evenly on all products.
  public static double adjustedGrubelLloyd(double[] exports, double[] imports) {
    var out = 0.0;
    var in = 0.0;
    var matched = 0.0;
    for (var k = 0; k < exports.length; k++) {
      out += exports[k];
      in += imports[k];
      matched += Math.min(exports[k], imports[k]);
    }
    var possible = Math.min(out, in);
    return possible > 0 ? Math.min(1, matched / possible) : Double.NaN;
  }

  /// The adjusted index of all pairs of countries, from their aggregate index and their flows: `G'
  /// = G (x_ij + x_ji) / (2 min(x_ij, x_ji))`. Undefined where trade goes one way only.
  ///
  /// @param grubelLloyd as `TradeYear.grubelLloyd` has it
  /// @param bilateral flows by exporter and importer, of the same countries
  public static Grid adjustedGrubelLloyd(Grid grubelLloyd, Grid bilateral) {
    var size = grubelLloyd.height();
    var result = new double[size * size];
    for (var i = 0; i < size; i++) {
      for (var j = 0; j < size; j++) {
        var there = bilateral.get(i, j);
        var back = bilateral.get(j, i);
        var possible = 2 * Math.min(there, back);
        result[i * size + j] =
            possible > 0
                ? Math.min(1, grubelLloyd.get(i, j) * (there + back) / possible)
                : Double.NaN;
      }
    }
    return Grid.of(grubelLloyd.rows(), grubelLloyd.columns(), result);
  }
}
