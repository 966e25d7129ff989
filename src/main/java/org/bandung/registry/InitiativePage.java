package org.bandung.registry;

import java.util.List;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;

/// One page of a list of initiatives.
///
/// @param next the cursor of the page after this one
public record InitiativePage(List<Summary> items, Optional<String> next) {

  public InitiativePage {
    items = List.copyOf(items);
  }

  /// An initiative as a list shows it.
  ///
  /// @param originalId of the statement that speaks first
  /// @param modality code of the scheme `modality`
  /// @param compilationOnly only a third party's compilation states it
  public record Summary(
      String id,
      String originalId,
      LocalizedText title,
      Period period,
      String modality,
      Optional<String> scope,
      List<CountryRole> countries,
      List<String> sectors,
      List<String> sources,
      boolean compilationOnly) {

    public Summary {
      countries = List.copyOf(countries);
      sectors = List.copyOf(sectors);
      sources = List.copyOf(sources);
    }
  }

  /// A country and the role in which it takes part, itself or through its organisations.
  public record CountryRole(CountryCode country, Role role) {}
}
