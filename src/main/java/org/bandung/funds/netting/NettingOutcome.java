package org.bandung.funds.netting;

import java.util.List;
import org.bandung.access.Permission;
import org.bandung.kernel.Note;

/// What became of a deed. Whoever may not see the round, or not for that body, gets none of these.
public sealed interface NettingOutcome {

  /// It is done.
  record Done(String id, NettingRound.State state, int version) implements NettingOutcome {
    static Done of(NettingRound r) {
      return new Done(r.id(), r.state(), r.version());
    }
  }

  /// She sees it, and may not do this.
  record NotAllowed(Permission needed) implements NettingOutcome {}

  /// What was handed in cannot be taken.
  record Faulty(List<Note> faults) implements NettingOutcome {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /// As things stand it cannot be done.
  ///
  /// @param why `not-open`, `not-calculated`, `another-version`, `not-asked`, `accepted`,
  ///   `not-agreed`, `nothing-to-clear`, `closed`, `same-person`, `not-yours`, `answered`
  record NotNow(String why) implements NettingOutcome {}

  /// Another command came with this key.
  record KeyUsedOtherwise() implements NettingOutcome {}
}
