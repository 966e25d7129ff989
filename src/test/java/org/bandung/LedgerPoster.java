package org.bandung;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Entry;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.ledger.LedgerAnchors;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.PostOutcome.AlreadyPosted;
import org.bandung.funds.ledger.PostOutcome.Posted;
import org.bandung.funds.ledger.Posting;

/// A process that posts until it is killed, and says on standard output what was acknowledged to
/// it: `LedgerPoster HOME FIRST`.
final class LedgerPoster {

  static final String BOOK = "fund:QM-CRASH";

  private static final int CALLERS = 8;
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private static final AccountName CASH = AccountName.of(BOOK, "cash", "USD");
  private static final AccountName INCOME = AccountName.of(BOOK, "income", "USD");
  private static final AccountName PLEDGE = AccountName.of(BOOK, "pledge", "USD");
  private static final AccountName OTHER = AccountName.of(BOOK, "memorandum", "USD");

  private LedgerPoster() {}

  /// The posting with a number; the same whenever it is asked for.
  static Posting posting(long number) {
    var amount = amount(number);
    return Posting.of(
        BOOK,
        "k" + number,
        DAY.plusDays(number % 28),
        new Posting.Cause("mira", "number " + number, ""),
        List.of(
            Entry.debit(CASH, amount),
            Entry.credit(INCOME, amount),
            Entry.debit(PLEDGE, amount),
            Entry.credit(OTHER, amount)));
  }

  static Money amount(long number) {
    return Money.of(1 + number % 97 + ".25", "USD");
  }

  public static void main(String[] arguments) throws Exception {
    var application = LedgerCrashTest.open(Path.of(arguments[0]));
    var ledger = application.getBean(Ledger.class);
    var anchors = application.getBean(LedgerAnchors.class);
    ledger.openBook(BOOK, "QM-fund");
    ledger.open(CASH, INCOME, PLEDGE, OTHER);
    var next = new AtomicLong(Long.parseLong(arguments[1]));
    var work = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < CALLERS; i++) {
      work.add(() -> {
        while (true) {
          long number = next.getAndIncrement();
          switch (ledger.post(posting(number))) {
            case Posted posted -> say("posted " + number);
            case AlreadyPosted before -> say("again " + number);
            default -> throw new IllegalStateException("refused " + number);
          }
          if (number % 50 == 0) {
            anchors.anchor();
          }
        }
      });
    }
    try (var threads = Executors.newFixedThreadPool(CALLERS)) {
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
