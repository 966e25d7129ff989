package org.bandung.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that happened in a round. The words are stored and never change.
public sealed interface RoundEvent {

  /// An event in its place, which it keeps for ever.
  ///
  /// @param sequence from 1, without a gap
  /// @param party id of the body for which it was done
  /// @param person id of the account that did it; empty if the schedule did
  record Recorded(long sequence, Instant at, String party, String person, RoundEvent event) {}

  /// The authority asks.
  record Opened(String id, RoundPlan plan) implements RoundEvent {}

  /// An institution is asked. Where letters go is kept apart, since it can be forgotten.
  record Invited(String institution, String name, String language, List<RoundItem> items)
      implements RoundEvent {}

  /// Its list was made anew.
  record Listed(String institution, List<RoundItem> items) implements RoundEvent {}

  /// Somebody of the institution looked at its list for the first time.
  record Seen() implements RoundEvent {}

  /// The institution confirms.
  record Confirmed(List<RoundItem> items) implements RoundEvent {}

  /// It corrects.
  record Corrected(RoundItem item, Correction correction) implements RoundEvent {}

  /// It has nothing to do with this one.
  record Refused(RoundItem item, String reason) implements RoundEvent {}

  /// It takes answers back.
  record Reconsidered(List<String> items) implements RoundEvent {}

  /// It adds, or says anew what it added under the same key.
  record Added(List<Addition> additions) implements RoundEvent {}

  /// It takes an addition back.
  record TookBack(String addition) implements RoundEvent {}

  /// It has nothing to report.
  record NothingReported() implements RoundEvent {}

  /// It is done answering.
  record Submitted() implements RoundEvent {}

  /// The authority asks again.
  record SentBack(String institution, String reason) implements RoundEvent {}

  /// The authority takes the answers as they are.
  record Accepted(String institution) implements RoundEvent {}

  /// The institution was reminded.
  ///
  /// @param occasion days after the due day by the schedule; null by hand
  record Reminded(String institution, @Nullable Integer occasion) implements RoundEvent {}

  /// There is another last day for answers.
  record DueMoved(LocalDate due) implements RoundEvent {}

  /// Somebody with the mandate signs for the whole.
  record SignedOff(String name) implements RoundEvent {}

  /// An edition was made of it.
  record Frozen(String number, String hash, String reason) implements RoundEvent {}

  /// Everybody may read an edition.
  ///
  /// @param initiatives ids in the registry of what was handed over, by key of the row
  record Released(String number, Map<String, String> initiatives) implements RoundEvent {}

  /// It is opened once more, to be frozen as another edition.
  record Amended(String reason) implements RoundEvent {}
}
