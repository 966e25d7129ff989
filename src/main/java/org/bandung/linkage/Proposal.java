package org.bandung.linkage;

import java.util.List;

/// That two statements may be the same, or one a part of the other, or related; for a person to
/// confirm or reject.
///
/// @param left key of a statement: `source key` + `#` + original id; the part, where one is a part
/// @param right key of the other statement
/// @param probability that both speak of one initiative, or of part and whole, 0 to 1
/// @param reasons those for it first, then those against
public record Proposal(
    String left, String right, Outcome outcome, double probability, List<Reason> reasons) {

  public Proposal {
    reasons = List.copyOf(reasons);
  }

  /// Something that speaks for or against.
  ///
  /// @param code such as `title-equal`; its words stand in the bundles under `reason.<code>`
  /// @param amount what the words count: parts, days, per cent; 0 where they count nothing
  public record Reason(String code, long amount) {}
}
