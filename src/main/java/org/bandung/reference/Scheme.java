package org.bandung.reference;

import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;

/// A versioned classification: a list of codes with names, some of them under others.
///
/// @param certainty `confirmed`, or `unconfirmed` where the primary document was not read
public record Scheme(
    String code,
    String version,
    String certainty,
    String owner,
    LocalizedText name,
    String note,
    Map<String, Category> categories) {

  /// One code of a scheme.
  public record Category(String code, Optional<String> parent, LocalizedText name, String source) {}
}
