package org.bandung.catalogue.matches;

import java.util.HashSet;
import java.util.List;
import org.bandung.catalogue.matches.Match.State;
import org.bandung.catalogue.matches.Match.Step;
import org.bandung.kernel.Quantity;
import org.jspecify.annotations.Nullable;

/// How a match stands after what happened: a pure fold.
final class MatchHistory {

  private MatchHistory() {}

  /// @param steps not empty, in their order, the first an invitation
  static Match fold(List<Step> steps) {
    if (!(steps.getFirst().event() instanceof MatchEvent.Invited begun)) {
      throw new IllegalArgumentException("a match begins with an invitation");
    }
    var state = State.INVITED;
    @Nullable Quantity covers = null;
    @Nullable String consultation = null;
    var agreed = new HashSet<String>();
    for (var step : steps) {
      switch (step.event()) {
        case MatchEvent.Invited invited -> state = State.INVITED;
        case MatchEvent.TalksBegun talks -> state = State.IN_TALKS;
        case MatchEvent.Declined declined -> state = State.DECLINED;
        case MatchEvent.Withdrawn withdrawn -> state = State.WITHDRAWN;
        case MatchEvent.CoverStated(var quantity) -> covers = quantity;
        case MatchEvent.TalksOpened(var opened) -> consultation = opened;
        case MatchEvent.SaidAgreed said -> {
          agreed.add(step.party());
          state = agreed.size() == 2 ? State.AGREED : state;
        }
      }
    }
    return new Match(
        begun.id(), begun.subject(), begun.sides(), state, covers, agreed, consultation, steps);
  }
}
