package org.bandung;

import java.time.LocalDate;
import java.util.List;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Entry;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.Posting;

/// Money posted by hand, in a currency that no deed of the tests uses.
public final class FundPostings {

  private FundPostings() {}

  /// Brings 12.34 francs into a book, and 1 franc for each of two windows.
  public static void post(Ledger ledger, String book) {
    ledger.openBook(book, "test");
    var cash = AccountName.of(book, "cash", "CHF");
    var income = AccountName.of(book, "income", "CHF");
    ledger.open(cash, income, income.ofWindow("a"), income.ofWindow("b"));
    post(ledger, cash, income, "12.34");
    post(ledger, cash, income.ofWindow("a"), "1");
    post(ledger, cash, income.ofWindow("b"), "1");
  }

  private static void post(Ledger ledger, AccountName cash, AccountName income, String francs) {
    var sum = Money.of(francs, "CHF");
    ledger.post(
        Posting.of(
            cash.book(),
            "by hand " + income,
            LocalDate.parse("2026-03-02"),
            new Posting.Cause("system", "a gift", "a bank of ours"),
            List.of(Entry.debit(cash, sum), Entry.credit(income, sum))));
  }
}
