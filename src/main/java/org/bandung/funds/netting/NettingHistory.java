package org.bandung.funds.netting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bandung.funds.netting.NettingEvent.Recorded;
import org.bandung.funds.netting.NettingRound.State;

/// What events make of a round: a pure fold.
final class NettingHistory {

  private NettingHistory() {}

  static NettingRound fold(List<Recorded> history) {
    var first = history.getFirst();
    if (!(first.event() instanceof NettingEvent.Opened(var id, var plan))) {
      throw new IllegalStateException("a round begins by being opened");
    }
    var round =
        new NettingRound(
            id,
            first.party(),
            plan,
            State.OPEN,
            0,
            plan.participants(),
            new TreeSet<>(),
            Map.of(),
            Map.of(),
            List.of(),
            null,
            first.sequence());
    for (var recorded : history.subList(1, history.size())) {
      round = then(round, recorded);
    }
    return round;
  }

  static NettingRound then(NettingRound r, Recorded recorded) {
    if (recorded.sequence() != r.sequence() + 1) {
      throw new IllegalStateException("an event is missing before " + recorded.sequence());
    }
    return switch (recorded.event()) {
      case NettingEvent.Opened o -> throw new IllegalStateException("opened twice");
      case NettingEvent.Entered e -> stands(r, r.state());
      case NettingEvent.Answered a -> stands(r, r.state());
      case NettingEvent.Calculated c -> calculated(r, c);
      case NettingEvent.Accepted a -> accepted(r, recorded);
      case NettingEvent.Declined(var version, var reason) -> declined(r, recorded.party(), reason);
      case NettingEvent.Reopened(var reason) ->
          with(r, State.OPEN, r.version(), r.plan().participants(), Map.of(), Map.of(), List.of());
      case NettingEvent.Settled(var version, var day) ->
          new NettingRound(
              r.id(),
              r.owner(),
              r.plan(),
              State.SETTLED,
              r.version(),
              r.participants(),
              r.asked(),
              r.accepted(),
              r.declined(),
              r.pools(),
              day,
              r.sequence() + 1);
      case NettingEvent.Ended e -> stands(r, State.ENDED);
    };
  }

  private static NettingRound stands(NettingRound r, State state) {
    return new NettingRound(
        r.id(),
        r.owner(),
        r.plan(),
        state,
        r.version(),
        r.participants(),
        r.asked(),
        r.accepted(),
        r.declined(),
        r.pools(),
        r.settled(),
        r.sequence() + 1);
  }

  private static NettingRound with(
      NettingRound r,
      State state,
      int version,
      Collection<String> participants,
      Map<String, String> accepted,
      Map<String, String> declined,
      List<Clearing.Pool> pools) {
    return new NettingRound(
        r.id(),
        r.owner(),
        r.plan(),
        state,
        version,
        new TreeSet<>(participants),
        new TreeSet<>(),
        accepted,
        declined,
        pools,
        null,
        r.sequence() + 1);
  }

  private static NettingRound calculated(NettingRound r, NettingEvent.Calculated c) {
    return new NettingRound(
        r.id(),
        r.owner(),
        r.plan(),
        State.CALCULATED,
        c.version(),
        c.participants(),
        c.asked(),
        Map.of(),
        r.declined(),
        c.pools(),
        null,
        r.sequence() + 1);
  }

  private static NettingRound accepted(NettingRound r, Recorded recorded) {
    var accepted = new HashMap<>(r.accepted());
    accepted.put(recorded.party(), recorded.person());
    boolean all = accepted.keySet().containsAll(r.asked());
    return new NettingRound(
        r.id(),
        r.owner(),
        r.plan(),
        all ? State.AGREED : State.CALCULATED,
        r.version(),
        r.participants(),
        r.asked(),
        accepted,
        r.declined(),
        r.pools(),
        null,
        r.sequence() + 1);
  }

  /// What was calculated with it holds no more, until it is calculated anew.
  private static NettingRound declined(NettingRound r, String who, String reason) {
    var declined = new HashMap<>(r.declined());
    declined.put(who, reason);
    var left = new TreeSet<>(r.participants());
    left.remove(who);
    return with(r, State.OPEN, r.version(), left, Map.of(), declined, List.of());
  }
}
