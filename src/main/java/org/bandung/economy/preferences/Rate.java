package org.bandung.economy.preferences;

/// A tariff as a user states it.
///
/// @param importer who levies it
/// @param exporter against whom; empty for all to whom no other is stated: the rate of the most
///   favoured nation
/// @param product on what; empty for all on which no other is stated
/// @param percent ad valorem, in per cent
public record Rate(String importer, String exporter, String product, double percent) {

  public static final double LARGEST = 10_000;

  public Rate {
    if (!(percent >= 0 && percent <= LARGEST)) {
      throw new IllegalArgumentException("no tariff: " + percent);
    }
  }
}
