package org.bandung.funds.ledger;

import static org.bandung.funds.ledger.LedgerWorld.CAUSE;
import static org.bandung.funds.ledger.LedgerWorld.MAY_1;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/// What somebody may want to post, sensible or not, drawn by chance.
final class RandomPostings {

  static final List<String> CURRENCIES = List.of("USD", "JPY", "BHD");

  private final String book;
  private final Random random;

  RandomPostings(String book, long seed) {
    this.book = book;
    this.random = new Random(seed);
  }

  /// All accounts that postings may touch.
  static List<AccountName> accounts(String book) {
    var all = new ArrayList<AccountName>();
    for (var currency : CURRENCIES) {
      for (var kind : Chart.kinds()) {
        var name = AccountName.of(book, kind.code(), currency);
        all.add(name);
        all.add(name.ofWindow("water"));
      }
    }
    return all;
  }

  Posting next(String key) {
    var currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
    var entries =
        switch (random.nextInt(10)) {
          case 0, 1, 2 -> moved("cash", "income", currency);
          case 3, 4 -> moved("expense", "cash", currency);
          case 5 -> moved("cash", "cash", currency);
          case 6 -> moved("advance", "cash", currency);
          case 7 -> moved("pledge", "memorandum", currency);
          case 8 -> moved("memorandum", "pledge", currency);
          default -> anything(currency);
        };
    var day = MAY_1.plusDays(random.nextInt(30));
    return Posting.of(book, key, day, CAUSE, entries);
  }

  private List<Entry> moved(String to, String from, String currency) {
    var amount = amount(currency);
    return List.of(
        Entry.debit(account(to, currency), amount), Entry.credit(account(from, currency), amount));
  }

  /// Mostly what the ledger must refuse.
  private List<Entry> anything(String currency) {
    var entries = new ArrayList<Entry>();
    var kinds = Chart.kinds();
    int lines = 2 + random.nextInt(4);
    for (int i = 0; i < lines; i++) {
      var kind = kinds.get(random.nextInt(kinds.size())).code();
      var amount = amount(currency);
      entries.add(
          new Entry(account(kind, currency), random.nextBoolean() ? amount : amount.negated()));
    }
    return entries;
  }

  private AccountName account(String kind, String currency) {
    var name = AccountName.of(book, kind, currency);
    return random.nextInt(3) == 0 ? name.ofWindow("water") : name;
  }

  private Money amount(String code) {
    var currency = Currency.getInstance(code);
    var units = BigDecimal.valueOf(1 + random.nextInt(100_000));
    return new Money(
        units.movePointLeft(Money.scale(currency)).setScale(4, RoundingMode.UNNECESSARY), currency);
  }
}
