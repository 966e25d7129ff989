package org.bandung.funds;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bandung.funds.ledger.Money;

/// A fund as it stands. Its money is not here: balances are sums of what is in its book.
///
/// @param owner id of the body that answers for it
/// @param windows by id, the oldest first
/// @param people duties by account
/// @param contributions by id, the oldest first
/// @param fees what was taken as management fee, by currency
/// @param shown whether everybody may see it
/// @param sequence of its last event
public record Fund(
    String id,
    String owner,
    FundTerms terms,
    Map<String, Window> windows,
    Map<String, Set<Duty>> people,
    Map<String, Contribution> contributions,
    Map<String, Money> fees,
    boolean shown,
    long sequence) {

  public Fund {
    windows = Collections.unmodifiableMap(new LinkedHashMap<>(windows));
    people = Map.copyOf(people);
    contributions = Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
    fees = Map.copyOf(fees);
  }

  /// The name of its book in the ledger.
  public String book() {
    return "fund:" + id;
  }

  /// Whether there is such a window; the fund as a whole (null) always is.
  boolean has(@org.jspecify.annotations.Nullable String window) {
    return window == null || windows.containsKey(window);
  }

  /// What a person is appointed to.
  public Set<Duty> duties(String person) {
    return people.getOrDefault(person, Set.of());
  }

  /// The fee that may still be taken in a currency: per cent of the money received in it, less what
  /// was taken, rounded down.
  ///
  /// @return zero where no fee is agreed
  public Money feeLeft(java.util.Currency currency) {
    var percent = terms.feePercent();
    var taken = fees.getOrDefault(currency.getCurrencyCode(), Money.zero(currency));
    if (percent == null) {
      return Money.zero(currency);
    }
    var received = Money.zero(currency);
    for (var contribution : contributions.values()) {
      for (var receipt : contribution.receipts()) {
        if (receipt.paid().currency().equals(currency)) {
          received = received.plus(receipt.paid());
        }
      }
    }
    var most =
        received
            .amount()
            .multiply(percent)
            .movePointLeft(2)
            .setScale(Money.scale(currency), java.math.RoundingMode.FLOOR);
    return new Money(most, currency).minus(taken);
  }

  /// Duties with one more.
  static Set<Duty> with(Set<Duty> duties, Duty more) {
    var all = EnumSet.of(more);
    all.addAll(duties);
    return Collections.unmodifiableSet(all);
  }

  /// Duties with one less.
  static Set<Duty> without(Set<Duty> duties, Duty less) {
    var all = EnumSet.noneOf(Duty.class);
    all.addAll(duties);
    all.remove(less);
    return Collections.unmodifiableSet(all);
  }
}
