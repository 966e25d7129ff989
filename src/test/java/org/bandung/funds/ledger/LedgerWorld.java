package org.bandung.funds.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bandung.store.Database;
import org.bandung.store.TestDatabase;

/// A ledger on the real engine, and short words for what tests post.
final class LedgerWorld implements AutoCloseable {

  static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
  static final Posting.Cause CAUSE = new Posting.Cause("mira", "for the test", "");

  private static final AtomicInteger COUNT = new AtomicInteger();

  final TestDatabase test = TestDatabase.create();
  final Ledger ledger = new Ledger(test.database());

  Database database() {
    return test.database();
  }

  /// A fresh book with the accounts that most tests need.
  String book() {
    var book = "fund:QM-" + COUNT.incrementAndGet();
    ledger.openBook(book, "QM-fund");
    for (var currency : List.of("USD", "EUR", "JPY")) {
      for (var kind : Chart.kinds()) {
        ledger.open(AccountName.of(book, kind.code(), currency));
      }
    }
    return book;
  }

  static String key() {
    return "k" + COUNT.incrementAndGet();
  }

  static Money money(String text) {
    return Money.of(text.substring(4), text.substring(0, 3));
  }

  static AccountName cash(String book) {
    return AccountName.of(book, "cash", "USD");
  }

  static AccountName income(String book) {
    return AccountName.of(book, "income", "USD");
  }

  /// From the second account to the first.
  static List<Entry> moved(AccountName to, AccountName from, String amount) {
    return List.of(Entry.debit(to, money(amount)), Entry.credit(from, money(amount)));
  }

  static Posting received(String book, String key, String amount) {
    return Posting.of(book, key, MAY_1, CAUSE, moved(cash(book), income(book), amount));
  }

  static Posting spent(String book, String key, String amount) {
    var expense = AccountName.of(book, "expense", "USD");
    return Posting.of(book, key, MAY_1, CAUSE, moved(expense, cash(book), amount));
  }

  Money held(AccountName account) {
    return ledger.balance(account, Ledger.Moment.NOW).orElseThrow().amount();
  }

  @Override
  public void close() {
    test.close();
  }
}
