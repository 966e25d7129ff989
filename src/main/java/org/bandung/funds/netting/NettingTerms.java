package org.bandung.funds.netting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.funds.ledger.Money;
import org.jspecify.annotations.Nullable;

/// What the participants of a round agreed before anything is counted.
///
/// @param rates how other currencies become the settlement currency; a currency without a rate is
///   netted by itself
/// @param hard currencies that are scarce
/// @param debits the most a participant pays into the round, in a currency that is netted
/// @param bilaterals the most by which one may come to owe another between the two of them
/// @param ways how participants may pay each other
public record NettingTerms(
    Scope scope,
    Aim aim,
    @Nullable Settlement rates,
    Set<Currency> hard,
    List<Debit> debits,
    List<Bilateral> bilaterals,
    Ways ways) {

  public NettingTerms {
    hard = Set.copyOf(hard);
    debits = List.copyOf(debits);
    bilaterals = List.copyOf(bilaterals);
  }

  /// Every two settle by themselves, or all together.
  public enum Scope {
    BILATERAL,
    MULTILATERAL
  }

  /// What comes first once as much as possible is cleared.
  public enum Aim {
    /// The least volume (what net debtors owe), moved by the fewest payments.
    FEWEST_PAYMENTS,
    /// The least value paid in hard currencies, then the least volume.
    LEAST_HARD_CURRENCY
  }

  /// The currency that others become.
  ///
  /// @param rates by the currency they turn into it
  public record Settlement(Currency currency, Map<Currency, Rate> rates) {
    public Settlement {
      rates = Map.copyOf(rates);
    }
  }

  /// An agreed rate.
  ///
  /// @param value units of the settlement currency for one of the other; above zero
  /// @param source whose rate it is
  /// @param date the day it is of
  public record Rate(BigDecimal value, String source, LocalDate date) {

    /// What an amount is in another currency, rounded once to its smallest unit, half to even.
    Money convert(Money amount, Currency to) {
      return new Money(rounded(amount.amount().multiply(value), to, RoundingMode.HALF_EVEN), to);
    }

    /// The same, never more than it is worth.
    Money atMost(Money amount, Currency to) {
      return new Money(rounded(amount.amount().multiply(value), to, RoundingMode.DOWN), to);
    }

    /// What is paid in the other currency for a value, rounded once, half to even.
    Money back(Money value, Currency to) {
      return new Money(
          value.amount().divide(this.value, Money.scale(to), RoundingMode.HALF_EVEN), to);
    }

    private static BigDecimal rounded(BigDecimal amount, Currency to, RoundingMode mode) {
      return amount.setScale(Money.scale(to), mode);
    }
  }

  /// The most that a participant pays into the round.
  public record Debit(String participant, Money most) {}

  /// The most by which a debtor's cleared obligations to a creditor may exceed those back.
  public record Bilateral(String debtor, String creditor, Money most) {}

  /// How participants may pay each other. Where the fewest payments are sought and nothing forbids
  /// it, all is paid in the netted currency and the other ways are not used.
  ///
  /// @param only whether nothing may be paid in any other way; else all may also pay all in the
  ///   currency that is netted
  public record Ways(List<Way> ways, boolean only) {
    public static final Ways ANY = new Ways(List.of(), false);

    public Ways {
      ways = List.copyOf(ways);
    }
  }

  /// A way to pay, such as a creditor's readiness to take the debtor's own currency.
  ///
  /// @param most in its currency; null if there is no limit
  public record Way(String payer, String payee, Currency currency, @Nullable Money most) {}

  /// All together, fewest payments, no limits.
  public static NettingTerms plain() {
    return new NettingTerms(
        Scope.MULTILATERAL, Aim.FEWEST_PAYMENTS, null, Set.of(), List.of(), List.of(), Ways.ANY);
  }

  /// The currency in which obligations of a currency are netted.
  Currency netted(Currency currency) {
    return rate(currency).isPresent() ? there(rates).currency() : currency;
  }

  /// The rate by which a currency becomes the settlement currency.
  Optional<Rate> rate(Currency currency) {
    return rates == null || rates.currency().equals(currency)
        ? Optional.empty()
        : Optional.ofNullable(rates.rates().get(currency));
  }

  /// What an amount is worth in the currency in which it is netted.
  Money value(Money amount) {
    return rate(amount.currency())
        .map(r -> r.convert(amount, netted(amount.currency())))
        .orElse(amount);
  }

  /// What of the terms is about these participants alone.
  NettingTerms among(Set<String> left) {
    return new NettingTerms(
        scope,
        aim,
        rates,
        hard,
        debits.stream().filter(d -> left.contains(d.participant())).toList(),
        bilaterals.stream()
            .filter(b -> left.contains(b.debtor()) && left.contains(b.creditor()))
            .toList(),
        new Ways(
            ways.ways().stream()
                .filter(w -> left.contains(w.payer()) && left.contains(w.payee()))
                .toList(),
            ways.only()));
  }

  /// The terms as one participant reads them: rates and aims, and of limits and ways its own.
  NettingTerms readBy(String participant) {
    return new NettingTerms(
        scope,
        aim,
        rates,
        hard,
        debits.stream().filter(d -> d.participant().equals(participant)).toList(),
        bilaterals.stream()
            .filter(b -> b.debtor().equals(participant) || b.creditor().equals(participant))
            .toList(),
        new Ways(
            ways.ways().stream()
                .filter(w -> w.payer().equals(participant) || w.payee().equals(participant))
                .toList(),
            ways.only()));
  }

  private static Settlement there(@Nullable Settlement rates) {
    return java.util.Objects.requireNonNull(rates);
  }
}
