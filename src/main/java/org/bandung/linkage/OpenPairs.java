package org.bandung.linkage;

import java.util.List;
import java.util.Optional;
import org.bandung.statistics.doubts.PairSource;
import org.bandung.statistics.doubts.UnsurePair;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells the figures which initiatives may count twice: those proposed as the same, and those of
/// which the records do not tell. A part beside its whole, and what is only related, stay two
/// whatever is decided.
@Component
final class OpenPairs implements PairSource {

  private final LinkProposals proposals;
  private volatile @Nullable Made made;

  OpenPairs(LinkProposals proposals) {
    this.proposals = proposals;
  }

  /// @param of the proposals it was made of
  private record Made(LinkProposals.Current of, Optional<List<UnsurePair>> pairs) {}

  @Override
  public Optional<List<UnsurePair>> proposed() {
    var current = proposals.current();
    var before = made;
    if (before == null || before.of() != current) {
      before = new Made(current, pairs(current));
      made = before;
    }
    return before.pairs();
  }

  static Optional<List<UnsurePair>> pairs(LinkProposals.Current current) {
    return current.at().isEmpty() || current.tooMany()
        ? Optional.empty()
        : Optional.of(pairs(current.open()));
  }

  static List<UnsurePair> pairs(List<LinkProposals.Open> open) {
    return open.stream()
        .filter(
            o -> o.proposal().outcome() == Outcome.SAME || o.proposal().outcome() == Outcome.UNSURE)
        .map(o -> new UnsurePair(o.left(), o.right(), UnsurePair.Origin.PROPOSED))
        .toList();
  }
}
