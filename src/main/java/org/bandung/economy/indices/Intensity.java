package org.bandung.economy.indices;

/// Whether two partners trade more or less than their places in world trade would let expect.
///
/// The bilateral grid holds flows, exporters as rows and importers as columns.
public final class Intensity {

  private Intensity() {}

  /// **Trade intensity** `T_ij = (x_ij / x_i) / (m_j / w)`: the partner's share in i's exports over
  /// its share in world imports.
  ///
  /// No unit. Range 0 to w / m_j; 1 is as expected. Undefined if i exports nothing or j imports
  /// nothing. Source: A. J. Brown, *Applied Economics*, 1949; World Bank, *WITS: trade indicators*.
  public static double trade(double flow, double exports, double imports, double world) {
    return exports > 0 && imports > 0 ? flow / exports / (imports / world) : Double.NaN;
  }

  /// **Trade intensity of Kojima and Drysdale** `I_ij = (x_ij / x_i) / (m_j / (w - m_i))`: as trade
  /// intensity, but i cannot export to itself, so the world is without i's imports.
  ///
  /// No unit. Range 0 to (w - m_i) / m_j; 1 is as expected. Undefined as above or if nobody else
  /// imports. Source: K. Kojima, "The pattern of international trade among advanced countries",
  /// 1964; P. Drysdale and R. Garnaut, "Trade intensities and the analysis of bilateral trade flows
  /// in a many-country world", 1982.
  ///
  /// @param flow of i to j
  /// @param exports of i to all
  /// @param imports of j from all
  /// @param othersImports of all but i, from all
  public static double kojima(double flow, double exports, double imports, double othersImports) {
    return exports > 0 && imports > 0 && othersImports > 0
        ? flow / exports / (imports / othersImports)
        : Double.NaN;
  }

  /// Kojima's intensity of all pairs, by exporter and importer; i with itself is undefined. The
  /// grid is over the same countries on both sides.
  public static Grid kojima(Grid bilateral) {
    var exports = bilateral.rowSums();
    var imports = bilateral.columnSums();
    var world = bilateral.total();
    var result = new double[exports.length * imports.length];
    for (var i = 0; i < exports.length; i++) {
      var own = bilateral.column(bilateral.rows().get(i));
      var others = own < 0 ? world : world - imports[own];
      for (var j = 0; j < imports.length; j++) {
        result[i * imports.length + j] =
            j == own ? Double.NaN : kojima(bilateral.get(i, j), exports[i], imports[j], others);
      }
    }
    return Grid.of(bilateral.rows(), bilateral.columns(), result);
  }

  /// **Commodity bias** (complementarity of Drysdale) of all pairs `C_ij = sum over k of (x_ik /
  /// x_i) (w_-i / w_-i,k) (m_jk / m_j)`: how much i's exports and j's imports are of the same
  /// products, beyond what the world without i imports of them.
  ///
  /// No unit. Range 0 upward; 1 is no bias. A product nobody but i imports adds nothing. Undefined
  /// if i exports or j imports nothing; i with itself is undefined. Source: P. Drysdale, 1967; P.
  /// Drysdale and R. Garnaut, 1982.
  ///
  /// @param exports by exporter and product
  /// @param imports by importer and the same products
  public static Grid commodityBias(Grid exports, Grid imports) {
    Complementarity.requireSameProducts(exports, imports);
    return CommodityBias.all(exports, imports);
  }

  /// The country bias of all pairs, from Kojima's intensities and the commodity biases of the same
  /// pairs.
  public static Grid countryBias(Grid intensities, Grid commodityBias) {
    var result = intensities.cells().clone();
    for (var at = 0; at < result.length; at++) {
      result[at] = countryBias(result[at], commodityBias.cells()[at]);
    }
    return Grid.of(intensities.rows(), intensities.columns(), result);
  }

  /// **Country bias** `B_ij = I_ij / C_ij` (Kojima's intensity over the commodity bias): what of
  /// the intensity is left once the products are accounted for: distance, language, agreements,
  /// history, politics.
  ///
  /// No unit. Range 0 upward; 1 is no bias. Undefined where one of the two is or C is zero. Source:
  /// P. Drysdale and R. Garnaut, 1982.
  public static double countryBias(double intensity, double commodityBias) {
    return commodityBias > 0 ? intensity / commodityBias : Double.NaN;
  }

  /// **Homogeneous bilateral intensity** of Iapadre `HI = (t_ij / t_i) / ((t_j - t_ij) / (w -
  /// t_i))`: the partner's share in i's trade over its share in the trade of all others.
  ///
  /// No unit. Range 0 upward without a limit that depends on size; 1 is neutral. Undefined if i has
  /// no trade, or nobody else trades with the partner (then it would be infinite). For trade within
  /// a grouping both i and j are the grouping. Source: P. L. Iapadre, "Regional integration
  /// agreements and the geography of world trade", 2006; P. L. Iapadre and L. Tajoli, "Emerging
  /// countries and trade regionalization", 2014.
  ///
  /// @param between trade of i with j, in the same direction or directions as the others
  /// @param own trade of i with all
  /// @param partner trade of all with j
  /// @param world trade of all with all, of flows counted as often as in the others
  public static double homogeneous(double between, double own, double partner, double world) {
    var inside = between / own;
    var outside = (partner - between) / (world - own);
    return own > 0 && outside > 0 ? inside / outside : Double.NaN;
  }

  /// **Revealed trade preference** of Iapadre `(HI - HE) / (HI + HE)`, where `HE = (1 - t_ij / t_i)
  /// / (1 - (t_j - t_ij) / (w - t_i))` is the intensity with everybody else; for trade of a
  /// grouping with itself this is the **symmetric trade introversion**.
  ///
  /// No unit. Range -1 (no trade with j) to 1 (trade with j alone); 0 is neutral. Undefined if i or
  /// all others have no trade. Source: as of the homogeneous intensity.
  ///
  /// Parameters as of `homogeneous`.
  public static double preference(double between, double own, double partner, double world) {
    if (!(own > 0) || !(world - own > 0)) {
      return Double.NaN;
    }
    // Both quotients times both denominators: whole where HI or HE alone would be infinite.
    var inside = between / own;
    var outside = (partner - between) / (world - own);
    var more = inside * (1 - outside);
    var less = (1 - inside) * outside;
    return (more - less) / (more + less);
  }

  /// The revealed trade preference of all pairs, by exporter and importer: of the exporter's
  /// exports for the importer, all others being the exporters beside it.
  public static Grid preference(Grid bilateral) {
    var exports = bilateral.rowSums();
    var imports = bilateral.columnSums();
    var world = bilateral.total();
    var result = new double[exports.length * imports.length];
    for (var i = 0; i < exports.length; i++) {
      var own = bilateral.column(bilateral.rows().get(i));
      for (var j = 0; j < imports.length; j++) {
        result[i * imports.length + j] =
            j == own ? Double.NaN : preference(bilateral.get(i, j), exports[i], imports[j], world);
      }
    }
    return Grid.of(bilateral.rows(), bilateral.columns(), result);
  }

  /// **Symmetric trade introversion of a grouping**: `preference` of the grouping with itself,
  /// where trade is exports and imports together, so that what members sell each other counts
  /// twice.
  ///
  /// No unit. Range -1 to 1; 0 is neutral; does not grow with the size of the grouping. Undefined
  /// if the grouping or the rest of the world has no trade. Source: as of the homogeneous
  /// intensity.
  ///
  /// @param inside exports of members to members
  /// @param exports of members to all
  /// @param imports of members from all
  /// @param world exports of all to all
  public static double introversion(double inside, double exports, double imports, double world) {
    return preference(2 * inside, exports + imports, exports + imports, 2 * world);
  }
}
