package org.bandung.catalogue.matches;

import org.bandung.kernel.Quantity;
import org.jspecify.annotations.Nullable;

/// Something that happened to a match. The names are stored and never change.
public sealed interface MatchEvent {

  /// One side invited the other.
  record Invited(String id, Match.Subject subject, Match.Sides sides, String message)
      implements MatchEvent {}

  /// The invited side wants to talk.
  ///
  /// @param letter where the inviting side attests that the other said so
  record TalksBegun(Match.@Nullable Letter letter) implements MatchEvent {}

  /// The invited side does not want to.
  ///
  /// @param letter where the inviting side attests that the other said so
  record Declined(String reason, Match.@Nullable Letter letter) implements MatchEvent {}

  /// One side drew back.
  record Withdrawn(String reason) implements MatchEvent {}

  /// The providing side said how much it can cover; null: it says so no more.
  record CoverStated(@Nullable Quantity quantity) implements MatchEvent {}

  /// Talks were opened about it.
  record TalksOpened(String consultation) implements MatchEvent {}

  /// One side says that both have agreed.
  record SaidAgreed() implements MatchEvent {}
}
