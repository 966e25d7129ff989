package org.bandung.funds.netting;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.Note;

/// What is to be cleared: who takes part, what they owe each other, and what they agreed.
///
/// @param participants who takes part; obligations of others are left out
public record NettingProblem(
    SortedSet<String> participants, List<Obligation> obligations, NettingTerms terms) {

  /// What all obligations of a currency sum to at most, in its smallest units: sums stay exact, and
  /// what follows from them fits into the ledger.
  private static long largest(Currency currency) {
    long units = 500_000_000_000_000L;
    for (int i = 0; i < Money.scale(currency); i++) {
      units = Math.min(Long.MAX_VALUE / 8, units * 10);
    }
    return units;
  }

  public NettingProblem {
    participants = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(participants));
    obligations = List.copyOf(obligations);
  }

  /// What is wrong with it; empty if it can be cleared.
  public List<Note> faults() {
    var faults = new ArrayList<>(TermsFaults.of(terms, participants));
    var ids = HashSet.<String>newHashSet(obligations.size());
    Map<Currency, Long> sums = new HashMap<>();
    Set<Currency> tooLarge = new HashSet<>();
    for (var o : obligations) {
      if (!ids.add(o.id())) {
        faults.add(TermsFaults.fault("bandung.netting-twice", "obligations", o.id()));
      }
      if (!tooLarge.contains(o.amount().currency()) && !fits(o, sums)) {
        tooLarge.add(o.amount().currency());
        faults.add(
            TermsFaults.fault("bandung.netting-too-large", "obligations", o.amount().code()));
      }
    }
    return faults;
  }

  private boolean fits(Obligation o, Map<Currency, Long> sums) {
    var value = terms.value(o.amount());
    return fits(value, sums)
        && (value.currency().equals(o.amount().currency()) || fits(o.amount(), sums));
  }

  private static boolean fits(Money money, Map<Currency, Long> sums) {
    var units = money.amount().unscaledValue();
    if (units.bitLength() > 60) {
      return false;
    }
    long sum = sums.merge(money.currency(), units.longValue(), Long::sum);
    return sum >= 0 && sum <= largest(money.currency());
  }

  /// An amount in smallest units.
  static long units(Money money) {
    return money.amount().unscaledValue().longValueExact();
  }
}
