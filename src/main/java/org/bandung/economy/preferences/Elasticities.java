package org.bandung.economy.preferences;

/// By what part of themselves quantities change when a price changes by one part of itself.
///
/// @param demand of the importer's demand for all sources together; below zero
/// @param substitution between sources of a product (Armington); zero or more
/// @param supply of exporters; above zero, infinite where world prices stand still
public record Elasticities(double demand, double substitution, double supply) {

  public Elasticities {
    if (!(demand < 0) || Double.isInfinite(demand)) {
      throw new IllegalArgumentException("demand falls as prices rise: " + demand);
    }
    if (!(substitution >= 0) || Double.isInfinite(substitution)) {
      throw new IllegalArgumentException("no elasticity of substitution: " + substitution);
    }
    if (!(supply > 0)) {
      throw new IllegalArgumentException("no elasticity of supply: " + supply);
    }
  }

  public boolean infiniteSupply() {
    return Double.isInfinite(supply);
  }
}
