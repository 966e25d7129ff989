package org.bandung.observations;

import java.util.Map;
import org.bandung.kernel.LocalizedText;

/// What a mapping says of the dataset whose files it reads.
///
/// @param dataset its code: small letters, digits and hyphens
/// @param name in the languages it was given in
/// @param unit of the values, such as `thousand USD`
/// @param units of series that have another one
/// @param quantityUnit of the quantities; empty where there are none
/// @param nomenclature of the products, with its edition, such as `HS 2017`; empty where there is
///   none
/// @param source who published it, where
/// @param licence what its publisher allows, as far as it is known
public record Publication(
    String dataset,
    LocalizedText name,
    String unit,
    Map<String, String> units,
    String quantityUnit,
    String nomenclature,
    String source,
    String licence) {

  public static final String CODE = "[a-z0-9][a-z0-9-]{0,39}";

  public Publication {
    // It becomes a folder's name.
    if (!dataset.matches(CODE)) {
      throw new IllegalArgumentException("no code of a dataset: " + dataset);
    }
    units = Map.copyOf(units);
  }

  /// The unit of a series.
  public String unitOf(String series) {
    return units.getOrDefault(series, unit);
  }
}
