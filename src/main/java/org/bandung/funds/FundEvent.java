package org.bandung.funds;

import java.time.Instant;
import java.time.LocalDate;
import org.bandung.funds.Contribution.Contributor;
import org.bandung.funds.Contribution.InKind;
import org.bandung.funds.ledger.Money;
import org.jspecify.annotations.Nullable;

/// Something that happened with a fund. The words are stored and never change.
public sealed interface FundEvent {

  /// An event in its place, which it keeps for ever.
  ///
  /// @param sequence from 1, without a gap
  /// @param party id of the body whose fund it is
  /// @param person id of the account that did it
  record Recorded(long sequence, Instant at, String party, String person, FundEvent event) {}

  /// The fund is there.
  record Opened(String id, String owner, FundTerms terms) implements FundEvent {}

  /// It was stated anew.
  record Restated(FundTerms terms) implements FundEvent {}

  /// A window stands so from now on.
  record WindowSet(Window window) implements FundEvent {}

  /// A person has a duty.
  record Appointed(String who, Duty duty) implements FundEvent {}

  /// A person has it no longer.
  record Dismissed(String who, Duty duty) implements FundEvent {}

  /// Money was promised.
  record Pledged(
      String id, Contributor contributor, @Nullable String window, Money amount, LocalDate on)
      implements FundEvent {}

  /// Something was promised in kind.
  record PledgedInKind(
      String id, Contributor contributor, @Nullable String window, InKind given, LocalDate on)
      implements FundEvent {}

  /// Money came.
  record Received(String contribution, Contribution.Receipt receipt) implements FundEvent {}

  /// A part of a promise was let go.
  record LetGo(String contribution, Money amount, LocalDate on, String reason)
      implements FundEvent {}

  /// What was promised in kind is there.
  record Delivered(String contribution, LocalDate on) implements FundEvent {}

  /// The bank paid interest.
  record InterestEarned(@Nullable String window, Money amount, LocalDate on, String reference)
      implements FundEvent {}

  /// The fee was taken.
  record FeeTaken(@Nullable String window, Money amount, LocalDate on, String reason)
      implements FundEvent {}

  /// Everybody may see it, or may no longer.
  record Shown(boolean everybody) implements FundEvent {}
}
