package org.bandung.funds.netting;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.bandung.funds.ledger.Money;

/// What a round clears, what is paid for it, and what stays owed. The same for the same obligations
/// in whatever order they came.
///
/// @param pools one for each currency that is netted, by its code
/// @param deferred obligations that are not cleared, or not wholly, because of a limit, by id
/// @param leftOut ids of obligations of others than the participants
public record Clearing(List<Pool> pools, List<Deferred> deferred, List<String> leftOut) {

  public Clearing {
    pools = List.copyOf(pools);
    deferred = List.copyOf(deferred);
    leftOut = List.copyOf(leftOut);
  }

  /// One currency.
  ///
  /// @param obligations how many are in it
  /// @param owed what all of them are worth
  /// @param cleared what of that is cleared
  /// @param positions by participant, of what is cleared: above zero who pays, below who is paid
  /// @param payments by payer, payee and currency
  /// @param fewest nobody can settle these positions with fewer payments than this many
  public record Pool(
      Currency currency,
      int obligations,
      Money owed,
      Money cleared,
      SortedMap<String, Money> positions,
      List<Payment> payments,
      int fewest) {

    public Pool {
      positions = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(positions));
      payments = List.copyOf(payments);
    }

    /// Whether it is proved that these positions cannot be settled with fewer payments.
    public boolean provedFewest() {
      return payments.size() == fewest;
    }

    /// What all payments together are worth.
    public Money volume() {
      return payments.stream().map(Payment::value).reduce(Money.zero(currency), Money::plus);
    }

    /// What of that is paid in these currencies.
    public Money paidIn(java.util.Set<Currency> currencies) {
      return payments.stream()
          .filter(p -> currencies.contains(p.paid().currency()))
          .map(Payment::value)
          .reduce(Money.zero(currency), Money::plus);
    }
  }

  /// A payment of one participant to another.
  ///
  /// @param value in the currency that is netted
  /// @param paid in the currency in which it is paid: the value at the agreed rate, rounded once
  public record Payment(String payer, String payee, Money value, Money paid) {}

  /// An obligation that is not wholly cleared.
  ///
  /// @param value what the whole is worth in the currency that is netted
  /// @param clearedValue what of that is cleared
  /// @param rest what stays owed, in the obligation's own currency
  public record Deferred(String obligation, Money value, Money clearedValue, Money rest) {}

  public Optional<Pool> pool(Currency currency) {
    return pools.stream().filter(p -> p.currency().equals(currency)).findFirst();
  }

  /// What is not wholly cleared, by the id of the obligation.
  Map<String, Deferred> deferredById() {
    return deferred.stream()
        .collect(java.util.stream.Collectors.toMap(Deferred::obligation, d -> d));
  }
}
