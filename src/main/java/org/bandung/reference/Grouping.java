package org.bandung.reference;

import java.util.Optional;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;

/// A grouping or institution of countries.
///
/// @param kind `political-forum`, `regional-community`, `trade-area`, `producers-organisation`,
///   `development-bank`, `monetary-arrangement`, `cooperation-forum`, `claimed-initiative`,
///   `language-community`, `un-body`
/// @param successor code of the grouping that took over
public record Grouping(
    String code,
    String kind,
    Optional<PartialDate> from,
    Optional<PartialDate> to,
    Optional<String> successor,
    String acronym,
    LocalizedText name,
    Optional<String> website,
    String source,
    String note) {}
