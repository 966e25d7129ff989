package org.bandung.funds.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something a fund asks of a proposal, gives points for, or has its reviewers judge.
///
/// @param id within its book
/// @param when whether it applies; null if always
/// @param asks what must hold (eligibility), or the points (score); null for a criterion that
///   people judge, and where no source says the rule
/// @param shows values that its words show
/// @param points the most points it can bring; null for eligibility
/// @param source where it stands: an address, or in words
public record Rule(
    String id,
    Kind kind,
    @Nullable Expression when,
    @Nullable Expression asks,
    List<Expression> shows,
    Words words,
    @Nullable BigDecimal points,
    String source,
    Standing standing) {

  public Rule {
    shows = List.copyOf(shows);
  }

  /// What a rule is for.
  public enum Kind {
    /// Without it no proposal is taken.
    ELIGIBILITY,
    /// Points that follow from facts.
    SCORE,
    /// Points that reviewers give.
    CRITERION
  }

  /// Whether a proposal that fails it is refused: only what was confirmed binds.
  public boolean binds() {
    return kind == Kind.ELIGIBILITY && standing == Standing.VERIFIED;
  }

  Optional<Expression> condition() {
    return Optional.ofNullable(when);
  }
}
