package org.bandung.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bandung.funds.ledger.LedgerWorld.CAUSE;
import static org.bandung.funds.ledger.LedgerWorld.MAY_1;
import static org.bandung.funds.ledger.LedgerWorld.cash;
import static org.bandung.funds.ledger.LedgerWorld.income;
import static org.bandung.funds.ledger.LedgerWorld.key;
import static org.bandung.funds.ledger.LedgerWorld.money;
import static org.bandung.funds.ledger.LedgerWorld.moved;
import static org.bandung.funds.ledger.LedgerWorld.received;
import static org.bandung.funds.ledger.LedgerWorld.spent;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.bandung.funds.ledger.Ledger.Moment;
import org.bandung.funds.ledger.PostOutcome.AlreadyPosted;
import org.bandung.funds.ledger.PostOutcome.AlreadyReversed;
import org.bandung.funds.ledger.PostOutcome.BelowFloor;
import org.bandung.funds.ledger.PostOutcome.KeyUsedForAnotherPosting;
import org.bandung.funds.ledger.PostOutcome.NothingToReverse;
import org.bandung.funds.ledger.PostOutcome.PeriodClosed;
import org.bandung.funds.ledger.PostOutcome.PeriodNotOver;
import org.bandung.funds.ledger.PostOutcome.Posted;
import org.bandung.funds.ledger.PostOutcome.Unbalanced;
import org.bandung.funds.ledger.PostOutcome.UnknownAccount;
import org.bandung.funds.ledger.PostOutcome.UnknownBook;
import org.bandung.funds.ledger.PostOutcome.WrongNature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The ledger on the real database engine.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerTest {

  private LedgerWorld world;
  private Ledger ledger;

  @BeforeAll
  void open() {
    world = new LedgerWorld();
    ledger = world.ledger;
  }

  @AfterAll
  void close() {
    world.close();
  }

  private LedgerTransaction posted(Posting posting) {
    return done(ledger.post(posting));
  }

  private static LedgerTransaction done(PostOutcome outcome) {
    assertThat(outcome).isInstanceOf(Posted.class);
    return ((Posted) outcome).transaction();
  }

  private static Posting of(String book, LocalDate day, List<Entry> entries) {
    return Posting.of(book, key(), day, CAUSE, entries);
  }

  @Test
  void balancesAreTheSumsOfEntriesOnTheSideOfTheAccount() {
    var book = world.book();
    posted(received(book, key(), "USD 100.00"));
    posted(spent(book, key(), "USD 30.25"));

    assertThat(world.held(cash(book))).isEqualTo(money("USD 69.75"));
    assertThat(world.held(income(book))).isEqualTo(money("USD 100.00"));
    assertThat(ledger.balances(book, Moment.NOW).stream().filter(b -> b.entries() > 0))
        .extracting(b -> b.account().name() + " " + b.amount().amount() + " " + b.entries())
        .containsExactly("cash USD 69.75 2", "expense USD 30.25 1", "income USD 100.00 1");
  }

  @Test
  void whatIsPostedIsReadAsItWasWritten() {
    var book = world.book();
    var posting = received(book, key(), "USD 1000000000000000.00");
    assertThat(ledger.find(book, posted(posting).number()).orElseThrow().posting())
        .isEqualTo(posting);
  }

  @Test
  void theSameKeyPostsOnce() {
    var book = world.book();
    var posting = received(book, "bank-1", "USD 5");
    var first = posted(posting);

    assertThat(ledger.post(posting)).isEqualTo(new AlreadyPosted(first));
    assertThat(ledger.post(received(book, "bank-1", "USD 6")))
        .isEqualTo(new KeyUsedForAnotherPosting(first.number()));
    assertThat(world.held(cash(book))).isEqualTo(money("USD 5"));
    var other = world.book();
    assertThat(ledger.post(received(other, "bank-1", "USD 6"))).isInstanceOf(Posted.class);
  }

  @Test
  void whatDoesNotSumToZeroInEachCurrencyIsRefused() {
    var book = world.book();
    var euros = AccountName.of(book, "income", "EUR");
    var entries =
        List.of(Entry.debit(cash(book), money("USD 5")), Entry.credit(euros, money("EUR 5")));
    assertThat(ledger.post(of(book, MAY_1, entries)))
        .isEqualTo(new Unbalanced(List.of(money("EUR -5"), money("USD 5")), List.of()));
  }

  @Test
  void pledgesNeverMixWithMoney() {
    var book = world.book();
    var pledge = AccountName.of(book, "pledge", "USD");
    var other = AccountName.of(book, "memorandum", "USD");
    assertThat(ledger.post(of(book, MAY_1, moved(pledge, income(book), "USD 7"))))
        .isEqualTo(new Unbalanced(List.of(money("USD -7")), List.of(money("USD 7"))));
    posted(of(book, MAY_1, moved(pledge, other, "USD 7")));
    assertThat(world.held(pledge)).isEqualTo(money("USD 7"));
    assertThat(ledger.post(of(book, MAY_1, moved(other, pledge, "USD 7.01"))))
        .isInstanceOf(BelowFloor.class);
  }

  @Test
  void noAccountGoesBelowItsFloor() {
    var book = world.book();
    posted(received(book, key(), "USD 10"));
    assertThat(ledger.post(spent(book, key(), "USD 10.01")))
        .isEqualTo(new BelowFloor(cash(book), money("USD 10"), money("USD -0.01"), money("USD 0")));
    posted(spent(book, key(), "USD 10"));

    var overdrawn = cash(book).ofWindow("health");
    ledger.open(overdrawn, Optional.of(money("USD -50")));
    var expense = AccountName.of(book, "expense", "USD");
    posted(of(book, MAY_1, moved(expense, overdrawn, "USD 50")));
    assertThat(ledger.post(of(book, MAY_1, moved(expense, overdrawn, "USD 0.01"))))
        .isInstanceOf(BelowFloor.class);
  }

  @Test
  void aReversalNamesWhatItTakesBackAndRestores() {
    var book = world.book();
    posted(received(book, key(), "USD 10"));
    var wrong = posted(spent(book, key(), "USD 4"));
    var reversal = done(ledger.reverse(book, wrong.number(), "r", MAY_1, CAUSE));

    assertThat(reversal.posting().nature()).isEqualTo(new Posting.Nature.Reversal(wrong.number()));
    assertThat(world.held(cash(book))).isEqualTo(money("USD 10"));
    assertThat(ledger.reverse(book, wrong.number(), "r", MAY_1, CAUSE))
        .isEqualTo(new AlreadyPosted(reversal));
    assertThat(ledger.reverse(book, wrong.number(), key(), MAY_1, CAUSE))
        .isEqualTo(new AlreadyReversed(wrong.number(), reversal.number()));
    assertThat(ledger.reverse(book, 99, key(), MAY_1, CAUSE)).isEqualTo(new NothingToReverse(99));
    var forged =
        new Posting(
            book,
            key(),
            MAY_1,
            CAUSE,
            new Posting.Nature.Reversal(1),
            moved(income(book), cash(book), "USD 1"));
    assertThat(ledger.post(forged)).isEqualTo(new NothingToReverse(1));
  }

  @Test
  void nothingIsPostedIntoAClosedPeriod() {
    var book = world.book();
    posted(received(book, key(), "USD 10"));
    done(ledger.close(book, MAY_1, key(), CAUSE));

    assertThat(ledger.post(spent(book, key(), "USD 1"))).isEqualTo(new PeriodClosed(MAY_1));
    assertThat(ledger.close(book, MAY_1, key(), CAUSE)).isEqualTo(new PeriodClosed(MAY_1));
    assertThat(ledger.reverse(book, 1, key(), MAY_1, CAUSE)).isEqualTo(new PeriodClosed(MAY_1));
    done(ledger.reverse(book, 1, key(), MAY_1.plusDays(1), CAUSE));
    assertThat(ledger.close(book, LocalDate.of(2199, 1, 1), key(), CAUSE))
        .isInstanceOf(PeriodNotOver.class);
    assertThat(ledger.reverse(book, 2, key(), MAY_1.plusDays(1), CAUSE))
        .isEqualTo(new NothingToReverse(2));
  }

  @Test
  void whatIsNotThereIsTold() {
    var book = world.book();
    assertThat(ledger.post(received("fund:none", key(), "USD 1")))
        .isEqualTo(new UnknownBook("fund:none"));
    var water = cash(book).ofWindow("water");
    assertThat(ledger.post(of(book, MAY_1, moved(water, income(book), "USD 1"))))
        .isEqualTo(new UnknownAccount(List.of(water)));
    assertThat(ledger.balance(water, Moment.NOW)).isEmpty();
  }

  @Test
  void openingBalancesSayWhereTheyAreFrom() {
    var book = world.book();
    var opening = AccountName.of(book, "opening", "USD");
    var entries = moved(cash(book), opening, "USD 250");
    assertThat(ledger.post(of(book, MAY_1, entries))).isEqualTo(new WrongNature(opening));
    var nature = new Posting.Nature.Opening("Statement of 30 April");
    posted(new Posting(book, key(), MAY_1, CAUSE, nature, entries));
    assertThat(world.held(opening)).isEqualTo(money("USD 250"));
  }

  @Test
  void exchangeDifferencesStandWithTheirRate() {
    var book = world.book();
    posted(received(book, key(), "USD 100"));
    var rate =
        new Rate(
            Currency.getInstance("USD"),
            Currency.getInstance("EUR"),
            new BigDecimal("0.9"),
            "Central bank of Norelia",
            MAY_1);
    var euros = AccountName.of(book, "cash", "EUR");
    var entries =
        Exchange.conversion(cash(book), euros, money("USD 100"), money("EUR 89.10"), rate);
    assertThat(ledger.post(of(book, MAY_1, entries))).isInstanceOf(WrongNature.class);
    var done =
        posted(new Posting(book, key(), MAY_1, CAUSE, new Posting.Nature.Exchange(rate), entries));

    assertThat(world.held(AccountName.of(book, "exchange-difference", "EUR")))
        .isEqualTo(money("EUR -0.90"));
    assertThat(world.held(euros)).isEqualTo(money("EUR 89.10"));
    assertThat(ledger.find(book, done.number()).orElseThrow()).isEqualTo(done);
  }

  @Test
  void aBalanceOfAnyPastMomentIsKnown() {
    var book = world.book();
    var first = posted(received(book, key(), "USD 10"));
    var later = posted(of(book, MAY_1.plusDays(9), moved(cash(book), income(book), "USD 5")));
    posted(of(book, MAY_1.minusDays(9), moved(cash(book), income(book), "USD 2")));

    assertThat(at(book, Moment.ofDay(MAY_1.minusDays(10)))).isEqualTo(money("USD 0"));
    assertThat(at(book, Moment.ofDay(MAY_1))).isEqualTo(money("USD 12"));
    assertThat(at(book, Moment.ofPosting(first.at().minusSeconds(1)))).isEqualTo(money("USD 0"));
    assertThat(at(book, Moment.ofPosting(later.at()))).isEqualTo(money("USD 15"));
    assertThat(at(book, new Moment(Optional.of(MAY_1), Optional.of(later.at()))))
        .isEqualTo(money("USD 10"));
  }

  private Money at(String book, Moment moment) {
    return ledger.balance(cash(book), moment).orElseThrow().amount();
  }

  @Test
  void insideATransactionOfTheCallerItIsPartOfIt() {
    var book = world.book();
    assertThatThrownBy(() ->
            world
                .database()
                .inTransaction(() -> {
                  posted(received(book, "kept", "USD 3"));
                  throw new IllegalStateException("the deed failed");
                }))
        .hasMessage("the deed failed");
    assertThat(world.held(cash(book))).isEqualTo(money("USD 0"));
    world.database().inTransaction(() -> posted(received(book, "kept", "USD 3")));
    assertThat(world.held(cash(book))).isEqualTo(money("USD 3"));
  }

  @Test
  void whoOpensAccountsInsideItsTransactionNeverStopsAnother() throws Exception {
    var book = world.book();
    var work = new java.util.ArrayList<java.util.concurrent.Callable<Integer>>();
    for (int i = 0; i < 4; i++) {
      work.add(() -> {
        for (int j = 0; j < 15; j++) {
          var one = cash(book).ofWindow("w" + j);
          var other = cash(book).ofWindow("v" + j);
          world
              .database()
              .inTransaction(() -> {
                ledger.open(one);
                posted(of(book, MAY_1, moved(one, income(book), "USD 1")));
                ledger.open(other);
                return posted(of(book, MAY_1, moved(other, one, "USD 1")));
              });
        }
        return 0;
      });
    }
    try (var threads = java.util.concurrent.Executors.newFixedThreadPool(4)) {
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }
    assertThat(world.held(cash(book).ofWindow("v7"))).isEqualTo(money("USD 4"));
  }

  @Test
  void entriesComeNewestFirstAndWhole() {
    var book = world.book();
    for (int i = 1; i <= 5; i++) {
      posted(received(book, key(), "USD " + i));
    }
    var page = ledger.entries(book, null, Optional.empty(), 3);
    assertThat(page).extracting(Ledger.Line::number).containsExactly(5L, 5L, 4L, 4L);
    var next = ledger.entries(book, cash(book), Optional.of(4L), 2);
    assertThat(next)
        .extracting(l -> l.entry().amount())
        .containsExactly(money("USD 3"), money("USD 2"));
  }
}
