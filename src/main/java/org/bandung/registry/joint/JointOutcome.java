package org.bandung.registry.joint;

import java.util.List;
import java.util.Set;
import org.bandung.access.Permission;
import org.bandung.kernel.Note;
import org.bandung.registry.joint.JointEvent.Recorded;

/// What became of a deed: done, or why not. Whoever may not see the initiative gets none of these:
/// for her there is no such thing.
public sealed interface JointOutcome {

  /// It is done.
  record Done(List<Recorded> events, Joint after) implements JointOutcome {
    public Done {
      events = List.copyOf(events);
    }
  }

  /// She sees it, and may not do this for the party.
  ///
  /// @param needed any of these would do
  record NotAllowed(Set<Permission> needed) implements JointOutcome {
    public NotAllowed {
      needed = Set.copyOf(needed);
    }
  }

  /// What was handed in cannot be taken.
  record Faulty(List<Note> faults) implements JointOutcome {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /// Somebody changed it since it was read.
  ///
  /// @param latest the version that stands
  /// @param now how things stand
  record Stale(long latest, Joint now) implements JointOutcome {}

  /// As things stand it cannot be done.
  ///
  /// @param why `not-yours`, `gone`, `closed`, `same`, `not-counterpart`, `nothing-disputed`,
  ///   `decided`, `not-suspended`, `suspended`, `not-released`
  record NotNow(String why) implements JointOutcome {}

  /// Another command came with this key.
  record KeyUsedOtherwise() implements JointOutcome {}
}
