package org.bandung.economy.indices;

/// How well what one country exports fits what another imports.
///
/// Both grids have the same products as columns (`Grid.over` brings them there); exporters are the
/// rows of one, importers those of the other. Both directions of a pair are two cells.
public final class Complementarity {

  private Complementarity() {}

  /// **Trade complementarity of Michaely** `C_ij = 1 - (sum over k of |m_jk - x_ik|) / 2`, where
  /// x_ik are the shares of products in the exports of i and m_jk in the imports of j.
  ///
  /// No unit; often printed times 100. Range 0 (nothing j imports is exported by i) to 1 (the same
  /// structure). Not symmetric. Undefined if i exports or j imports nothing. Source: M. Michaely,
  /// "Trade preferential agreements in Latin America: an ex ante assessment", 1996.
  public static double michaely(double[] exports, double[] imports) {
    return Similarity.fingerKreinin(exports, imports);
  }

  public static double michaely(Grid exports, int exporter, Grid imports, int importer) {
    requireSameProducts(exports, imports);
    return michaely(exports.rowValues(exporter), imports.rowValues(importer));
  }

  /// The same of all pairs, by exporter and importer. Off by at most half of 2^-31 for each
  /// product, 1.3e-6 for 5,199, mostly by 2e-8.
  public static Grid michaely(Grid exports, Grid imports) {
    requireSameProducts(exports, imports);
    return Grid.of(
        exports.rows(),
        imports.rows(),
        MinimumSums.all(
            exports.cells(), exports.height(), imports.cells(), imports.height(), exports.width()));
  }

  static void requireSameProducts(Grid exports, Grid imports) {
    if (!exports.columns().equals(imports.columns())) {
      throw new IllegalArgumentException("exports and imports are not of the same products");
    }
  }
}
