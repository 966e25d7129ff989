package org.bandung.statistics.doubts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.registry.Registry;
import org.bandung.registry.decisions.Decision;
import org.bandung.registry.decisions.Decisions;
import org.bandung.registry.decisions.Verdict;
import org.bandung.statistics.doubts.UnsurePair.Origin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Pairs that people left undecided, and those that are proposed and nobody decided. A decision of
/// any kind silences the proposal. A command without a server has no proposals in memory: what it
/// counts was not looked at.
@Component
final class KnownPairs implements UnsurePairs {

  private final Decisions decisions;
  private final Registry registry;
  private final ObjectProvider<PairSource> sources;
  private Asked asked = new Asked("", List.of(), Ties.NONE);

  KnownPairs(@Lazy Decisions decisions, Registry registry, ObjectProvider<PairSource> sources) {
    this.decisions = decisions;
    this.registry = registry;
    this.sources = sources;
  }

  /// @param state of the registry, which every decision moves
  private record Asked(String state, List<Optional<List<UnsurePair>>> proposed, Ties ties) {}

  /// Decisions are read again only if anything was changed or proposed since.
  @Override
  public synchronized Ties now() {
    var state = registry.state(); // before the decisions: what comes between is read once more
    var proposed = sources.stream().map(PairSource::proposed).toList();
    if (!state.equals(asked.state()) || !proposed.equals(asked.proposed())) {
      var ties =
          tied(
              decisions.standing(),
              proposed.stream().flatMap(Optional::stream).flatMap(List::stream).toList());
      asked =
          new Asked(
              state,
              proposed,
              proposed.stream().allMatch(Optional::isPresent) ? ties : ties.unlooked());
    }
    return asked.ties();
  }

  /// What is in doubt: pure.
  static Ties tied(List<Decision> standing, List<UnsurePair> proposed) {
    var unsure = new ArrayList<UnsurePair>();
    var same = new ArrayList<Set<String>>();
    var apart = new ArrayList<Set<String>>();
    var decided = new HashSet<Set<String>>();
    for (var decision : standing) {
      decided.add(Set.of(decision.left(), decision.right()));
      if (decision.verdict() == Verdict.UNSURE) {
        unsure.add(new UnsurePair(decision.left(), decision.right(), Origin.UNDECIDED));
      } else if (decision.verdict() == Verdict.SAME) {
        same.add(Set.of(decision.left(), decision.right()));
      } else {
        apart.add(Set.of(decision.left(), decision.right()));
      }
    }
    for (var pair : proposed) {
      if (!pair.left().equals(pair.right()) && decided.add(Set.of(pair.left(), pair.right()))) {
        unsure.add(pair);
      }
    }
    return new Ties(unsure, same, apart, true);
  }
}
