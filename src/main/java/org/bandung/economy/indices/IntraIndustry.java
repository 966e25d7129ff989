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
}
