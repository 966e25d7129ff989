package org.bandung.linkage;

import java.util.List;
import org.bandung.statistics.doubts.PairSource;
import org.bandung.statistics.doubts.UnsurePair;
import org.springframework.stereotype.Component;

/// Tells the figures which initiatives may count twice: those proposed as the same, and those of
/// which the records do not tell. A part beside its whole, and what is only related, stay two
/// whatever is decided.
@Component
final class OpenPairs implements PairSource {

  private final LinkProposals proposals;

  OpenPairs(LinkProposals proposals) {
    this.proposals = proposals;
  }

  @Override
  public List<UnsurePair> proposed() {
    return pairs(proposals.current().open());
  }

  static List<UnsurePair> pairs(List<LinkProposals.Open> open) {
    return open.stream()
        .filter(
            o -> o.proposal().outcome() == Outcome.SAME || o.proposal().outcome() == Outcome.UNSURE)
        .map(o -> new UnsurePair(o.left(), o.right(), UnsurePair.Origin.PROPOSED))
        .toList();
  }
}
