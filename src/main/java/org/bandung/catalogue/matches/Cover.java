package org.bandung.catalogue.matches;

import java.math.BigDecimal;
import java.util.List;
import org.bandung.kernel.Quantity;
import org.jspecify.annotations.Nullable;

/// How much of what is sought is covered.
///
/// `remaining = max(0, wanted − agreed)`; what is still talked about is told beside it and counts
/// for nothing yet.
///
/// @param wanted how much is sought; all in its unit
/// @param agreed what matches that are agreed cover together
/// @param inTalks what matches in talks may come to cover
/// @param silent how many open matches say no quantity: not reported is not zero
public record Cover(Quantity wanted, BigDecimal agreed, BigDecimal inTalks, int silent) {

  /// Reckons over the matches of one need.
  ///
  /// @return null where no quantity is sought
  static @Nullable Cover of(@Nullable Quantity wanted, List<Match> matches) {
    if (wanted == null) {
      return null;
    }
    var agreed = BigDecimal.ZERO;
    var inTalks = BigDecimal.ZERO;
    int silent = 0;
    for (var match : matches) {
      var covers = match.covers();
      boolean counts = match.state() == Match.State.AGREED || match.state() == Match.State.IN_TALKS;
      if (!counts || match.sides().providing().isEmpty()) {
        continue;
      }
      if (covers == null) {
        silent++;
      } else if (match.state() == Match.State.AGREED) {
        agreed = agreed.add(covers.number());
      } else {
        inTalks = inTalks.add(covers.number());
      }
    }
    return new Cover(wanted, agreed, inTalks, silent);
  }

  /// What nobody covers yet.
  public BigDecimal remaining() {
    return wanted.number().subtract(agreed).max(BigDecimal.ZERO);
  }
}
