package org.bandung.economy.preferences;

/// Trade from one region to another.
///
/// @param exporter its code
/// @param importer its code; the same as the exporter's for what is sold at home
/// @param product a code of any nomenclature; empty for all products together
/// @param value at world prices, in the unit of the data; zero or more
public record Flow(String exporter, String importer, String product, double value) {

  public Flow {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("no value of trade: " + value);
    }
  }

  /// Whether it never crosses a border.
  public boolean domestic() {
    return exporter.equals(importer);
  }
}
