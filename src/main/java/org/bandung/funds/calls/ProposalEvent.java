package org.bandung.funds.calls;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.funds.calls.forms.Origin;
import org.bandung.funds.calls.forms.ProposalForm;
import org.jspecify.annotations.Nullable;

/// Something that happened to a proposal. The words are stored and never change.
public sealed interface ProposalEvent {

  /// It is begun.
  ///
  /// @param organisation whose proposals are counted together
  record Begun(
      String call,
      String fund,
      String body,
      String organisation,
      String name,
      @Nullable Origin origin)
      implements ProposalEvent {}

  /// What it says now; earlier sayings stay.
  record Saved(ProposalForm form) implements ProposalEvent {}

  /// It is handed in as it stands: the version never changes.
  ///
  /// @param hash SHA-256 of the form
  /// @param rules hash of the book it was judged by
  /// @param listing whether everybody may be shown title, countries, amount and state
  record Submitted(int version, String hash, String rules, List<Judged> judged, boolean listing)
      implements ProposalEvent {}

  /// What a rule said at the submission.
  ///
  /// @param points of a score, as text; null if none
  record Judged(String rule, String outcome, @Nullable String points) {}

  /// The applicant takes it back.
  record Withdrawn(String reason) implements ProposalEvent {}

  /// The fund's manager looked whether it can be reviewed.
  record Screened(boolean passed, String reason) implements ProposalEvent {}

  /// Somebody is to review it.
  record Assigned(String person) implements ProposalEvent {}

  /// Whoever did it has a conflict of interest, and is kept out from here on.
  record Conflicted(String why) implements ProposalEvent {}

  /// A review.
  ///
  /// @param scores points by criterion
  record Reviewed(Map<String, Integer> scores, String comment) implements ProposalEvent {}

  /// The board decided.
  ///
  /// @param conditions changes that are asked
  /// @param until last minute to hand it in again, where the call's clock is; only if returned
  /// @param voted who was counted
  record Decided(
      String meeting,
      Decision decision,
      String reason,
      String conditions,
      @Nullable LocalDateTime until,
      Set<String> voted)
      implements ProposalEvent {}

  /// Everybody may see title, countries, amount and state.
  record Listed() implements ProposalEvent {}

  /// What a board can decide.
  enum Decision {
    APPROVE,
    APPROVE_WITH_CHANGES,
    RETURN,
    REJECT
  }
}
