package org.bandung.reference;

import java.util.List;
import org.bandung.kernel.CountryCode;

/// What a code or name of a country in real data turned out to mean.
public sealed interface CountryResolution {
  /// One country of today.
  record Found(CountryCode country) implements CountryResolution {}

  /// An old code or a union of several countries.
  record Several(String code, List<CountryCode> countries) implements CountryResolution {
    public Several {
      countries = List.copyOf(countries);
    }
  }

  /// An aggregate or a placeholder ("developing countries, unspecified").
  record Aggregate(String code) implements CountryResolution {}

  /// Nothing we know.
  record Unknown(String text) implements CountryResolution {}
}
