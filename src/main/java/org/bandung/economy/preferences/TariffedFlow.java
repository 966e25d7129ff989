package org.bandung.economy.preferences;

/// Trade with the tariffs that stand against it.
///
/// @param before ad valorem, as a part of one: `0.2` is 20 %
/// @param after the same after the change
public record TariffedFlow(Flow flow, double before, double after) {

  public TariffedFlow {
    if (!(before > -1) || !(after > -1) || before + after > 1e6) {
      throw new IllegalArgumentException("no tariff: " + before + ", " + after);
    }
  }

  /// By how much of itself the price at home changes while the world price stands still: `(1 + t1)
  /// / (1 + t0) - 1`.
  double priceAtHome() {
    return (after - before) / (1 + before);
  }
}
