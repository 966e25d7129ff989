package org.bandung.statistics.doubts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bandung.registry.decisions.Decision;
import org.bandung.registry.decisions.Decisions;
import org.bandung.registry.decisions.Verdict;
import org.bandung.statistics.doubts.UnsurePair.Origin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Pairs that people left undecided, and those that are proposed and nobody decided. A decision of
/// any kind silences the proposal. A command without a server has no proposals in memory and tells
/// decided pairs only.
@Component
final class KnownPairs implements UnsurePairs {

  private final Decisions decisions;
  private final ObjectProvider<PairSource> sources;

  KnownPairs(@Lazy Decisions decisions, ObjectProvider<PairSource> sources) {
    this.decisions = decisions;
    this.sources = sources;
  }

  @Override
  public Ties now() {
    return tied(
        decisions.standing(), sources.stream().flatMap(s -> s.proposed().stream()).toList());
  }

  /// What is in doubt: pure.
  static Ties tied(List<Decision> standing, List<UnsurePair> proposed) {
    var unsure = new ArrayList<UnsurePair>();
    var same = new ArrayList<Set<String>>();
    var decided = new HashSet<Set<String>>();
    for (var decision : standing) {
      decided.add(Set.of(decision.left(), decision.right()));
      if (decision.verdict() == Verdict.UNSURE) {
        unsure.add(new UnsurePair(decision.left(), decision.right(), Origin.UNDECIDED));
      } else if (decision.verdict() == Verdict.SAME) {
        same.add(Set.of(decision.left(), decision.right()));
      }
    }
    for (var pair : proposed) {
      if (!pair.left().equals(pair.right()) && decided.add(Set.of(pair.left(), pair.right()))) {
        unsure.add(pair);
      }
    }
    return new Ties(unsure, same);
  }
}
