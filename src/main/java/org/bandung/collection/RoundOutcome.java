package org.bandung.collection;

import java.util.List;
import org.bandung.access.Permission;
import org.bandung.kernel.Note;

/// What became of a deed. Whoever may not see the round, or not for that body, gets none of these.
public sealed interface RoundOutcome {

  /// It is done.
  record Done(List<RoundEvent.Recorded> events, Round after) implements RoundOutcome {
    public Done {
      events = List.copyOf(events);
    }
  }

  /// She sees it, and may not do this.
  record NotAllowed(Permission needed) implements RoundOutcome {}

  /// What was handed in cannot be taken.
  record Faulty(List<Note> faults) implements RoundOutcome {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /// As things stand it cannot be done.
  ///
  /// @param why `closed`, `not-signed`, `submitted`, `not-submitted`, `waiting`, `none-accepted`,
  ///   `answered`, `nothing-answered`, `listed-anew`, `not-listed`, `reminded`, `same`, `invited`,
  ///   `not-invited`, `open`, `gone`, `released`, `full`, `not-public`
  record NotNow(String why) implements RoundOutcome {}

  /// Another command came with this key.
  record KeyUsedOtherwise() implements RoundOutcome {}
}
