package org.bandung.registry.joint;

import org.bandung.kernel.LocalizedText;
import org.bandung.registry.said.Role;
import org.jspecify.annotations.Nullable;

/// Who takes part in a joint initiative.
///
/// @param id alpha-3 code of a country that takes part itself, else the id of a body or of an
///   organisation of the directory
/// @param country alpha-3 of the country it belongs to, if to one
public record JointParty(String id, Role role, LocalizedText name, @Nullable String country) {

  /// Whether a country itself takes part.
  public boolean ofCountryItself() {
    return id.equals(country);
  }
}
