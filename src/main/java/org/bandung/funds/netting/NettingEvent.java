package org.bandung.funds.netting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/// Something that happened in a round. The words are stored and never change.
public sealed interface NettingEvent {

  /// An event in its place, which it keeps for ever.
  record Recorded(long sequence, Instant at, String party, String person, NettingEvent event) {}

  record Opened(String id, NettingPlan plan) implements NettingEvent {}

  /// A participant entered obligations; they lie in their table under this event's sequence.
  record Entered(int many) implements NettingEvent {}

  /// A participant confirmed, disputed or withdrew obligations.
  record Answered(Word word, int many) implements NettingEvent {}

  /// What can be said of an obligation.
  enum Word {
    CONFIRMED,
    DISPUTED,
    WITHDRAWN
  }

  /// The round was calculated; all acceptances of versions before are void.
  ///
  /// @param asked who has to accept
  record Calculated(
      int version,
      SortedSet<String> participants,
      SortedSet<String> asked,
      List<Clearing.Pool> pools)
      implements NettingEvent {}

  record Accepted(int version) implements NettingEvent {}

  record Declined(int version, String reason) implements NettingEvent {}

  /// Obligations can be entered and answered again; who declined is in again.
  record Reopened(String reason) implements NettingEvent {}

  record Settled(int version, LocalDate day) implements NettingEvent {}

  record Ended(String reason) implements NettingEvent {}
}
