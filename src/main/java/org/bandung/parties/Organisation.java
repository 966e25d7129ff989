package org.bandung.parties;

import java.util.List;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;

/// An organisation that takes part in cooperation or coordinates it.
///
/// @param kind `un-body`, `coordinating-agency`, `development-bank`, `regional-secretariat`,
///   `multilateral-body`, `agency`, or `mentioned` for one known only from real data
/// @param type code of the scheme `organisation-type`
/// @param references identifiers under which sources know it
/// @param grouping code of the grouping whose body it is
public record Organisation(
    String id,
    String kind,
    Optional<String> type,
    Optional<CountryCode> country,
    String acronym,
    LocalizedText name,
    List<String> references,
    Optional<String> grouping,
    Optional<String> website,
    String source) {

  public Organisation {
    references = List.copyOf(references);
  }
}
