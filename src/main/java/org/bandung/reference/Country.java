package org.bandung.reference;

import java.util.List;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;

/// A country or area of ISO 3166-1 and M49.
///
/// @param kind decides who can be a party: a territory or other area is not a member state
/// @param region M49 code of the region, such as `002`; empty where M49 gives none
/// @param currency ISO 4217 code
/// @param languages official languages, BCP 47
/// @param latitude of its marker on a map, decimal degrees
public record Country(
    CountryCode code,
    String alpha2,
    Optional<String> m49,
    Kind kind,
    LocalizedText name,
    Optional<String> region,
    Optional<String> subregion,
    Optional<String> intermediateRegion,
    Optional<String> currency,
    List<String> languages,
    double latitude,
    double longitude) {

  public Country {
    languages = List.copyOf(languages);
  }

  /// What a country or area is in the United Nations.
  public enum Kind {
    MEMBER_STATE,
    OBSERVER_STATE,
    TERRITORY,
    OTHER_AREA
  }
}
