package org.bandung.registry;

import java.util.Optional;
import org.bandung.kernel.CountryCode;

/// What a list of initiatives is narrowed to; every part may be empty, given parts all hold.
///
/// @param role holds for `country` when both are given
/// @param partner a second country that takes part too
/// @param sector a code of `dac-sector` (5 or 3 digits) or `dac-sector-group`
/// @param year a year the initiative was active in
/// @param source key of a source that states it
/// @param words words that occur in a title
/// @param southSouth only modalities of the South-South family (rules 2 to 6)
/// @param compilations also what only a third party's compilation states
public record InitiativeFilter(
    Optional<String> modality,
    Optional<CountryCode> country,
    Optional<Role> role,
    Optional<CountryCode> partner,
    Optional<String> sector,
    Optional<Integer> year,
    Optional<String> source,
    Optional<String> words,
    boolean southSouth,
    boolean compilations) {

  /// Everything.
  public static final InitiativeFilter ALL =
      new InitiativeFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          true);
}
