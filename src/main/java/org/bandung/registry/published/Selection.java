package org.bandung.registry.published;

import java.util.Optional;
import org.bandung.kernel.CountryCode;

/// Which public initiatives are meant.
///
/// @param source key of a source that states them
/// @param country one that takes part, in whatever role
public record Selection(Optional<String> source, Optional<CountryCode> country) {

  /// Every one.
  public static final Selection ALL = new Selection(Optional.empty(), Optional.empty());
}
