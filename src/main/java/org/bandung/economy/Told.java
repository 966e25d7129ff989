package org.bandung.economy;

import org.bandung.observations.Dataset;

/// What a figure of the economy rests on: it is never told without.
///
/// @param dataset code of where the values are from
/// @param unit of them
/// @param nomenclature of the products, with its edition; empty where there are none
/// @param source who published them, where
/// @param file SHA-256 of the latest file of it that was taken in
/// @param year of the data
/// @param south code of the definition of the South
/// @param otherSouth code of the definition it is set beside
/// @param reporters how many countries have a value in that year
public record Told(
    String dataset,
    String unit,
    String nomenclature,
    String source,
    String file,
    int year,
    String south,
    String otherSouth,
    int reporters) {

  /// Whether the data of that year are of too few reporters to speak of the world: shares of the
  /// world, advantages and fits are then those among the reporters held.
  public boolean partial() {
    return reporters < EconomySources.WHOLE;
  }

  static Told of(Dataset dataset, int year, South south, South other, int reporters) {
    return new Told(
        dataset.code(),
        dataset.unit(),
        dataset.nomenclature(),
        dataset.about().source(),
        dataset.files().stream().map(Dataset.Load::sha256).findFirst().orElse(""),
        year,
        south.code(),
        other.code(),
        reporters);
  }
}
