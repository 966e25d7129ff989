package org.bandung.funds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bandung.funds.FundEvent.Recorded;
import org.bandung.funds.ledger.Money;

/// What events make of a fund: a pure fold.
final class FundHistory {

  private FundHistory() {}

  static Fund fold(List<Recorded> history) {
    var first = history.getFirst();
    if (!(first.event() instanceof FundEvent.Opened(var id, var owner, var terms))) {
      throw new IllegalStateException("a fund begins by being opened");
    }
    var fund =
        new Fund(id, owner, terms, Map.of(), Map.of(), Map.of(), Map.of(), false, first.sequence());
    for (var recorded : history.subList(1, history.size())) {
      fund = then(fund, recorded);
    }
    return fund;
  }

  static Fund then(Fund f, Recorded recorded) {
    if (recorded.sequence() != f.sequence() + 1) {
      throw new IllegalStateException("an event is missing before " + recorded.sequence());
    }
    var next = new Next(f, recorded.sequence());
    return switch (recorded.event()) {
      case FundEvent.Opened o -> throw new IllegalStateException("opened twice");
      case FundEvent.Restated(var terms) -> next.terms(terms);
      case FundEvent.WindowSet(var window) -> next.window(window);
      case FundEvent.Appointed(var who, var duty) ->
          next.people(who, Fund.with(f.duties(who), duty));
      case FundEvent.Dismissed(var who, var duty) ->
          next.people(who, Fund.without(f.duties(who), duty));
      case FundEvent.Pledged(var id, var who, var window, var amount, var on) ->
          next.add(new Contribution(id, who, window, amount, null, on, List.of(), null));
      case FundEvent.PledgedInKind(var id, var who, var window, var given, var on) ->
          next.add(new Contribution(id, who, window, null, given, on, List.of(), null));
      case FundEvent.Received(var id, var receipt) -> next.change(id, c -> c.received(receipt));
      case FundEvent.LetGo(var id, var amount, var on, var reason) ->
          next.change(id, c -> c.released(amount));
      case FundEvent.Delivered(var id, var on) -> next.change(id, c -> c.delivered(on));
      case FundEvent.InterestEarned earned -> next.same();
      case FundEvent.FeeTaken(var window, var amount, var on, var reason) -> next.fee(amount);
      case FundEvent.Shown(var everybody) -> next.shown(everybody);
    };
  }

  /// The fund after an event.
  private record Next(Fund f, long sequence) {

    Fund same() {
      return stands(f.terms(), f.windows(), f.people(), f.shown());
    }

    private Fund stands(
        FundTerms terms,
        Map<String, Window> windows,
        Map<String, Set<Duty>> people,
        boolean shown) {
      return new Fund(
          f.id(), f.owner(), terms, windows, people, f.contributions(), f.fees(), shown, sequence);
    }

    private Fund money(Map<String, Contribution> contributions, Map<String, Money> fees) {
      return new Fund(
          f.id(),
          f.owner(),
          f.terms(),
          f.windows(),
          f.people(),
          contributions,
          fees,
          f.shown(),
          sequence);
    }

    Fund terms(FundTerms terms) {
      return stands(terms, f.windows(), f.people(), f.shown());
    }

    Fund shown(boolean everybody) {
      return stands(f.terms(), f.windows(), f.people(), everybody);
    }

    Fund window(Window window) {
      var all = new LinkedHashMap<>(f.windows());
      all.put(window.id(), window);
      return stands(f.terms(), all, f.people(), f.shown());
    }

    Fund people(String who, Set<Duty> duties) {
      var all = new LinkedHashMap<>(f.people());
      all.put(who, duties);
      all.values().removeIf(Set::isEmpty);
      return stands(f.terms(), f.windows(), all, f.shown());
    }

    Fund add(Contribution contribution) {
      var all = new LinkedHashMap<>(f.contributions());
      all.put(contribution.id(), contribution);
      return money(all, f.fees());
    }

    Fund change(String id, UnaryOperator<Contribution> change) {
      var all = new LinkedHashMap<>(f.contributions());
      all.put(id, change.apply(Objects.requireNonNull(all.get(id))));
      return money(all, f.fees());
    }

    Fund fee(Money amount) {
      var all = new LinkedHashMap<>(f.fees());
      all.merge(amount.code(), amount, Money::plus);
      return money(f.contributions(), all);
    }
  }
}
