package org.bandung.funds.calls;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.funds.calls.forms.Origin;
import org.bandung.funds.calls.forms.ProposalForm;
import org.jspecify.annotations.Nullable;

/// A proposal as it stands: the fold of its events.
///
/// @param body that applies
/// @param organisation whose proposals are counted together
/// @param form what it says now, submitted or not
/// @param versions as they were submitted, the oldest first
/// @param reviewers accounts that are to review it
/// @param conflicts what people declared, by account
/// @param reviews by account
/// @param until when it was returned: the last minute to hand it in again
/// @param agreed whether the applicant agreed to be listed
/// @param listed whether everybody may see title, countries, amount and state
/// @param sequence of its last event
public record Proposal(
    String id,
    String call,
    String fund,
    String body,
    String organisation,
    String name,
    @Nullable Origin origin,
    State state,
    ProposalForm form,
    List<Version> versions,
    Set<String> reviewers,
    Map<String, String> conflicts,
    Map<String, Review> reviews,
    List<Ruling> rulings,
    @Nullable LocalDateTime until,
    boolean agreed,
    boolean listed,
    long sequence) {

  public Proposal {
    versions = List.copyOf(versions);
    reviewers = Collections.unmodifiableSet(new LinkedHashSet<>(reviewers));
    conflicts = Collections.unmodifiableMap(new LinkedHashMap<>(conflicts));
    reviews = Collections.unmodifiableMap(new LinkedHashMap<>(reviews));
    rulings = List.copyOf(rulings);
  }

  /// How far it is.
  public enum State {
    DRAFT,
    SUBMITTED,
    /// Screened and fit for review.
    ELIGIBLE,
    /// Screened and not fit.
    INELIGIBLE,
    /// The board gave it back to be handed in again.
    RETURNED,
    APPROVED,
    APPROVED_WITH_CHANGES,
    REJECTED,
    WITHDRAWN;

    /// Whether the applicant can still write.
    public boolean writes() {
      return this == DRAFT || this == RETURNED;
    }

    /// Whether the fund still has to deal with it.
    boolean underWay() {
      return this == SUBMITTED || this == ELIGIBLE;
    }
  }

  /// A version as it was submitted.
  public record Version(
      int number,
      Instant at,
      String hash,
      String rules,
      ProposalForm form,
      List<ProposalEvent.Judged> judged) {
    public Version {
      judged = List.copyOf(judged);
    }
  }

  /// A review.
  public record Review(Map<String, Integer> scores, String comment) {
    public Review {
      scores = Map.copyOf(scores);
    }
  }

  /// What the board decided, or the manager at screening.
  ///
  /// @param what `screened-in`, `screened-out`, or the decision
  public record Ruling(Instant at, String what, String reason, String conditions) {}

  /// The last version that was submitted.
  public Optional<Version> submitted() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }
}
