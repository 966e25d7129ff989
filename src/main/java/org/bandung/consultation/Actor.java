package org.bandung.consultation;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// Who acts, for which party, and what that party lets her do; whoever makes one has checked it.
///
/// @param person id of the account
public record Actor(String party, String person, Set<Capacity> capacities) {

  public Actor {
    capacities = Collections.unmodifiableSet(new TreeSet<>(capacities));
  }

  /// What a party may let a person do. None contains another: a minister may sign and not talk.
  public enum Capacity {
    /// Comments, and keeps notes of her own side.
    CONTRIBUTOR,
    /// Proposes, objects, sets deadlines, enters letters.
    NEGOTIATOR,
    /// Binds the party: accepts, abstains, objects, leaves, confirms or disowns letters.
    SIGNATORY
  }

  public ConsultationEvent.Author author() {
    return new ConsultationEvent.Author(party, person);
  }
}
