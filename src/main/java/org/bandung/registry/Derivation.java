package org.bandung.registry;

import java.util.List;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.PartialDate;
import org.bandung.registry.said.Role;

/// The modality and scope that follow from who takes part, and why.
///
/// @param modality code of the scheme `modality`
/// @param rule number of the rule of the decision table that held first, 1 to 11
/// @param scope `intraregional` or `interregional`, where one can be told
/// @param sameSubregion whether all countries lie in one M49 sub-region, where scope can be told
/// @param sharedGroupings codes of groupings that all these countries belong to at the date
/// @param date at which the status of the countries was read
/// @param scheme the classification of development status that was used
/// @param missing what was not known: `provider-side`, `recipient-side`, `date`, `status:QMM`
public record Derivation(
    String modality,
    int rule,
    Optional<String> scope,
    Optional<Boolean> sameSubregion,
    List<String> sharedGroupings,
    Optional<PartialDate> date,
    String scheme,
    List<CountedAs> counted,
    List<String> missing) {

  public Derivation {
    sharedGroupings = List.copyOf(sharedGroupings);
    counted = List.copyOf(counted);
    missing = List.copyOf(missing);
  }

  /// Whether this is South-South cooperation in the wide sense: rules 2 to 6.
  public boolean southSouth() {
    return rule >= 2 && rule <= 6;
  }

  /// Who counted as what.
  ///
  /// @param side `PS`, `PN`, `RS`, `RN`, `F`, `G` of the decision table, or `-` if it did not count
  /// @param through the organisation through which the country acts
  public record CountedAs(
      Optional<CountryCode> country, Optional<String> through, Role role, String side) {}
}
