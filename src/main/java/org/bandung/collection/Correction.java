package org.bandung.collection;

import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ReportedAmount;
import org.jspecify.annotations.Nullable;

/// What an institution says differently of an initiative; what is null stays as it is known.
///
/// @param note to the authority, in words; never published
public record Correction(
    LocalizedText title,
    @Nullable PartialDate start,
    @Nullable PartialDate end,
    @Nullable ReportedAmount amount,
    String note) {

  boolean saysNothing() {
    return title.isEmpty() && start == null && end == null && amount == null && note.isBlank();
  }
}
