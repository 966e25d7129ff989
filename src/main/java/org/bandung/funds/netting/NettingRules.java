package org.bandung.funds.netting;

import java.util.Optional;
import org.bandung.funds.netting.NettingRound.State;

/// Which deed a round takes in which state.
final class NettingRules {

  private NettingRules() {}

  /// Why a deed cannot be done now; empty if nothing speaks against it.
  static Optional<String> notNow(NettingRound r, String party, String person, NettingDeed deed) {
    if (r.state() == State.SETTLED || r.state() == State.ENDED) {
      return Optional.of("closed");
    }
    return switch (deed) {
      case NettingDeed.Calculate c -> unless(r.state() == State.OPEN, "not-open");
      case NettingDeed.Reopen o -> unless(r.state() != State.OPEN, "not-calculated");
      case NettingDeed.End e -> Optional.empty();
      case NettingDeed.Settle(var version, var day) ->
          r.state() != State.AGREED
              ? Optional.of("not-agreed")
              : unless(version == r.version(), "another-version");
      case NettingDeed.Enter e -> entering(r, party);
      case NettingDeed.Answer a -> entering(r, party);
      case NettingDeed.Accept(var version) -> accepting(r, party, person, version);
      case NettingDeed.Decline(var version, var reason) -> asked(r, party, version);
    };
  }

  private static Optional<String> entering(NettingRound r, String party) {
    return r.state() != State.OPEN
        ? Optional.of("not-open")
        : unless(r.participants().contains(party), "not-asked");
  }

  /// Who accepted can still decline until the settlement is posted.
  private static Optional<String> asked(NettingRound r, String party, int version) {
    if (r.state() == State.OPEN) {
      return Optional.of("not-calculated");
    }
    // What was read is what is accepted.
    if (version != r.version()) {
      return Optional.of("another-version");
    }
    return unless(r.asked().contains(party), "not-asked");
  }

  private static Optional<String> accepting(
      NettingRound r, String party, String person, int version) {
    var refused = asked(r, party, version);
    if (refused.isPresent()) {
      return refused;
    }
    if (r.accepted().containsKey(party)) {
      return Optional.of("accepted");
    }
    // Nobody sits on both sides of the table.
    return unless(!r.accepted().containsValue(person), "same-person");
  }

  private static Optional<String> unless(boolean holds, String why) {
    return holds ? Optional.empty() : Optional.of(why);
  }
}
