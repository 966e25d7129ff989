package org.bandung.parties;

import java.util.Optional;
import org.bandung.kernel.CountryCode;

/// Who a mentioned organisation is, as far as its reference, type and name tell.
///
/// @param organisation its id, when the reference is a real one
/// @param country the country it belongs to
/// @param grouping the grouping whose body it is
public record Identity(
    Optional<String> organisation,
    Optional<CountryCode> country,
    Nature nature,
    Optional<String> grouping) {

  /// What kind of actor it is; the derivation of the modality branches on it.
  public enum Nature {
    /// Acts for its country: ministries, agencies, local government, other public bodies.
    GOVERNMENT,
    /// Belongs to many countries.
    MULTILATERAL,
    /// Companies, civil society, academia, foundations.
    OTHER,
    UNKNOWN
  }
}
