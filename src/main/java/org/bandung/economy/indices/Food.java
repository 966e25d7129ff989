package org.bandung.economy.indices;

/// How far a country feeds itself. Quantities (tonnes, calories) or values, all in the same unit.
public final class Food {

  private Food() {}

  /// **Self-sufficiency ratio** `production / (production + imports - exports)`.
  ///
  /// No unit (FAO prints it times 100). Range 0 upward; above 1 a net exporter. Changes of stocks
  /// are left out, as FAO does. Undefined if what is available is not positive: exports from stocks
  /// or of goods not produced there. Source: FAO, *Food Balance Sheets: a handbook*, 2001.
  public static double selfSufficiency(double production, double imports, double exports) {
    var available = production + imports - exports;
    return available > 0 ? production / available : Double.NaN;
  }

  /// **Import dependence ratio** `imports / (production + imports - exports)`.
  ///
  /// No unit (FAO prints it times 100). Range 0 upward; above 1 where imports are exported again.
  /// Its complement to 1 is what domestic production supplies only if nothing imported is exported
  /// again. Undefined as above. Source: as above.
  public static double importDependence(double production, double imports, double exports) {
    var available = production + imports - exports;
    return available > 0 ? imports / available : Double.NaN;
  }
}
