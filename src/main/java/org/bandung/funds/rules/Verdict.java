package org.bandung.funds.rules;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a rule says of a proposal as far as it was told.
///
/// @param shown the values its words show, as far as they can be told
/// @param missing facts without which it cannot be told
/// @param because why told facts do not suffice, see [Told.Unknown]
/// @param points of a score; null if there are none to tell
public record Verdict(
    Rule rule,
    Outcome outcome,
    List<Told> shown,
    Set<String> missing,
    Set<String> because,
    @Nullable BigDecimal points) {

  public Verdict {
    shown = List.copyOf(shown);
    missing = Collections.unmodifiableSet(new TreeSet<>(missing));
    because = Collections.unmodifiableSet(new TreeSet<>(because));
  }

  /// One of three, or that the rule is not for this proposal. The words are stored.
  public enum Outcome {
    HOLDS,
    FAILS,
    UNKNOWN,
    NOT_APPLICABLE
  }

  /// Whether the proposal cannot be submitted as it stands.
  public boolean refuses() {
    return rule.binds() && (outcome == Outcome.FAILS || outcome == Outcome.UNKNOWN);
  }
}
