package org.bandung.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bandung.catalogue.Catalogue.Outcome;

/// What the catalogue decides about an entry that comes in: pure functions.
final class EntryRules {

  private EntryRules() {}

  /// What is held under the id of an entry.
  ///
  /// @param judgedWith fingerprint of the rules that gave its notes
  record Held(String hash, String judgedWith, boolean withdrawn) {}

  /// What becomes of an entry: a person without a good consent is nobody; what says nothing new is
  /// left as it stands; what was withdrawn comes back when it is said again.
  ///
  /// @param acts what is recorded of the person's consent
  static Outcome judge(
      Entry said, Optional<Held> held, List<ConsentRules.Act> acts, LocalDate today) {
    if (said.details() instanceof Details.Expert(var given, var _)
        && !ConsentRules.holds(given, acts, today)) {
      return Outcome.NO_CONSENT;
    }
    if (held.isEmpty()) {
      return Outcome.CREATED;
    }
    boolean same = held.get().hash().equals(said.contentHash()) && !held.get().withdrawn();
    return same ? Outcome.UNCHANGED : Outcome.UPDATED;
  }

  /// Whether what is stored has to be written anew, though it says nothing new: the rules that gave
  /// its notes are others now.
  static boolean judgedOtherwise(Entry said, Optional<Held> held) {
    return held.filter(h -> !h.judgedWith().equals(said.judgedWith())).isPresent();
  }
}
