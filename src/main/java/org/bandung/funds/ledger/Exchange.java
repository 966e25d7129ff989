package org.bandung.funds.ledger;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/// Entries of money that changes its currency, or is worth another sum at another rate: what a rate
/// gives and what was really got differ by an entry of its own.
public final class Exchange {

  private Exchange() {}

  /// The entries of a conversion: `paid` leaves, `got` comes in, and what the bank gave more or
  /// less than the rate says is the difference.
  ///
  /// `difference = got − round(paid × rate)`, a gain if above zero
  ///
  /// @param from the account that money leaves, in the currency of `paid`
  /// @param to the account that it comes to, in the currency of `got`
  /// @param paid above zero, in the rate's `from`
  /// @param got above zero, in the rate's `to`
  public static List<Entry> conversion(
      AccountName from, AccountName to, Money paid, Money got, Rate rate) {
    var expected = rate.worth(paid);
    var entries = new ArrayList<Entry>();
    entries.add(Entry.debit(conversion(from.book(), paid.currency()), paid));
    entries.add(Entry.credit(from, paid));
    entries.add(Entry.debit(to, got));
    if (expected.signum() != 0) {
      entries.add(Entry.credit(conversion(from.book(), got.currency()), expected));
    }
    var difference = got.minus(expected);
    if (difference.signum() != 0) {
      entries.add(new Entry(difference(from.book(), got.currency()), difference.negated()));
    }
    return entries;
  }

  /// The entries by which a position in a foreign currency gets another worth in the book's own:
  /// the difference alone, as the foreign money itself stays what it is.
  ///
  /// `difference = round(foreign × rate) − carried`, a gain if above zero
  ///
  /// @param foreign what is held, in the rate's `from`
  /// @param carried what it stood at until now, in the rate's `to`
  /// @return two entries; none if nothing changed
  public static List<Entry> revaluation(String book, Money foreign, Money carried, Rate rate) {
    var difference = rate.worth(foreign).minus(carried);
    return difference.signum() == 0
        ? List.of()
        : List.of(
            new Entry(conversion(book, difference.currency()), difference),
            new Entry(difference(book, difference.currency()), difference.negated()));
  }

  private static AccountName conversion(String book, Currency currency) {
    return AccountName.of(book, Chart.CONVERSION, currency.getCurrencyCode());
  }

  private static AccountName difference(String book, Currency currency) {
    return AccountName.of(book, Chart.EXCHANGE_DIFFERENCE, currency.getCurrencyCode());
  }
}
