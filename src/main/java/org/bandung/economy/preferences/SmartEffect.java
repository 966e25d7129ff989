package org.bandung.economy.preferences;

/// What a change of tariffs does to the imports from one source, by [Smart]. Values are in the unit
/// of the data and at world prices of before, but where another is named.
///
/// @param creation trade creation: imports that come because they are cheaper than before
/// @param diversion trade diversion: what is bought here instead of elsewhere, or the other way
/// @param priceChange by what part of itself the exporter's price changes
/// @param priceEffect what all imports of after cost more at the exporter's new price
/// @param revenueBefore tariff revenue before
/// @param revenueChange of tariff revenue
/// @param consumerSurplus what consumers gain
/// @param triangle of that, what they gain on imports that are new to this source
public record SmartEffect(
    TariffedFlow tariffed,
    double creation,
    double diversion,
    double priceChange,
    double priceEffect,
    double revenueBefore,
    double revenueChange,
    double consumerSurplus,
    double triangle) {

  /// What is imported after, at the prices of after.
  public double importsAfter() {
    return tariffed.flow().value() + creation + diversion + priceEffect;
  }

  /// What the importing country gains: its consumers' surplus and its revenue.
  public double welfare() {
    return consumerSurplus + revenueChange;
  }
}
