package org.bandung.funds.ledger;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bandung.funds.ledger.Posting.Nature;

/// What is asked of every transaction.
final class LedgerRules {

  private LedgerRules() {}

  /// By how much debits and credits of some entries differ, by currency; empty if they do not.
  static List<Money> uneven(List<Entry> entries, Predicate<Entry> counted) {
    var sums = new TreeMap<String, BigDecimal>();
    for (var entry : entries) {
      if (counted.test(entry)) {
        sums.merge(entry.amount().code(), entry.amount().amount(), BigDecimal::add);
      }
    }
    return sums.entrySet().stream()
        .filter(s -> s.getValue().signum() != 0)
        .map(s -> new Money(s.getValue(), Currency.getInstance(s.getKey())))
        .toList();
  }

  /// Whether a posting of this nature may touch the account. Reversals may touch what they reverse.
  static boolean fits(AccountName account, Nature nature) {
    return switch (account.kind()) {
      case Chart.OPENING -> nature instanceof Nature.Opening;
      case Chart.CONVERSION, Chart.EXCHANGE_DIFFERENCE ->
          nature instanceof Nature.Exchange(var rate)
              && List.of(rate.from(), rate.to()).contains(account.currency());
      default -> true;
    };
  }
}
