package org.bandung.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.funds.ledger.LedgerWorld.CAUSE;
import static org.bandung.funds.ledger.LedgerWorld.MAY_1;
import static org.bandung.funds.ledger.LedgerWorld.key;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import org.bandung.funds.ledger.Ledger.Balance;
import org.bandung.funds.ledger.Ledger.Moment;
import org.bandung.funds.ledger.PostOutcome.AlreadyPosted;
import org.bandung.funds.ledger.PostOutcome.AlreadyReversed;
import org.bandung.funds.ledger.PostOutcome.BelowFloor;
import org.bandung.funds.ledger.PostOutcome.KeyUsedForAnotherPosting;
import org.bandung.funds.ledger.PostOutcome.Posted;

/// What holds whoever posts whatever: money is neither made nor lost, no account is below its
/// floor, a key posts once, balances are the sums of entries, a reversal restores.
@Tag("external-db")
class LedgerPropertyTest {

  private static final int WRITERS = 8;
  private static final int EACH = 60;

  private static final LedgerWorld WORLD = new LedgerWorld();
  private static final LedgerCheck CHECK = TestLedger.check(WORLD.database());

  @AfterContainer
  static void close() {
    WORLD.close();
  }

  private static String book() {
    var book = WORLD.book();
    WORLD.ledger.open(RandomPostings.accounts(book).toArray(AccountName[]::new));
    return book;
  }

  @Property(tries = 6)
  void eightWritersAtOnceLeaveATrueLedger(@ForAll long seed) throws Exception {
    var book = book();
    var acknowledged = new ConcurrentHashMap<String, LedgerTransaction>();
    var work = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < WRITERS; i++) {
      long own = seed + i;
      work.add(() -> write(book, own, acknowledged));
    }
    try (var threads = Executors.newFixedThreadPool(WRITERS)) {
      for (var done : threads.invokeAll(work)) {
        assertThat(done.get()).isPositive();
      }
    }
    assertTrue(book);
    assertThat(posted(book)).isEqualTo(acknowledged.size());
    acknowledged.forEach((key, transaction) ->
        assertThat(WORLD.ledger.find(book, transaction.number())).contains(transaction));
  }

  /// One writer: posts, sends again, sends another thing under a key, reverses, some of it in a
  /// transaction of its own that sometimes fails.
  private static int write(String book, long seed, Map<String, LedgerTransaction> acknowledged) {
    var random = new Random(seed);
    var postings = new RandomPostings(book, seed);
    var mine = new ArrayList<LedgerTransaction>();
    for (int i = 0; i < EACH; i++) {
      var posting = postings.next(key());
      var outcome =
          switch (random.nextInt(8)) {
            case 0 -> inOwnTransaction(posting, random.nextBoolean());
            case 1 -> mine.isEmpty() ? WORLD.ledger.post(posting) : again(mine, random);
            case 2 -> mine.isEmpty() ? WORLD.ledger.post(posting) : reverse(mine, random);
            default -> WORLD.ledger.post(posting);
          };
      if (outcome instanceof Posted(var transaction)) {
        assertThat(acknowledged.put(transaction.posting().key(), transaction)).isNull();
        mine.add(transaction);
      }
    }
    return mine.size();
  }

  private static PostOutcome inOwnTransaction(Posting posting, boolean fails) {
    try {
      return WORLD
          .database()
          .inTransaction(() -> {
            var outcome = WORLD.ledger.post(posting);
            if (fails) {
              throw new IllegalStateException("the deed failed");
            }
            return outcome;
          });
    } catch (IllegalStateException e) {
      return new PostOutcome.UnknownBook("rolled back");
    }
  }

  private static PostOutcome again(List<LedgerTransaction> mine, Random random) {
    var before = mine.get(random.nextInt(mine.size()));
    var posting = before.posting();
    assertThat(WORLD.ledger.post(posting)).isEqualTo(new AlreadyPosted(before));
    var other =
        new Posting(
            posting.book(),
            posting.key(),
            posting.day().plusDays(1),
            posting.cause(),
            posting.nature(),
            posting.entries());
    assertThat(WORLD.ledger.post(other)).isEqualTo(new KeyUsedForAnotherPosting(before.number()));
    return new AlreadyPosted(before);
  }

  private static PostOutcome reverse(List<LedgerTransaction> mine, Random random) {
    var number = mine.get(random.nextInt(mine.size())).number();
    var outcome =
        WORLD.ledger.reverse(mine.getFirst().posting().book(), number, key(), MAY_1, CAUSE);
    assertThat(outcome).isInstanceOfAny(Posted.class, AlreadyReversed.class, BelowFloor.class);
    return outcome;
  }

  private static void assertTrue(String book) {
    var balances = WORLD.ledger.balances(book, Moment.NOW);
    assertThat(made(balances).values()).allMatch(sum -> sum.signum() == 0);
    for (var balance : balances) {
      var floor = balance.account().floor();
      assertThat(floor == null || balance.amount().amount().compareTo(floor) >= 0)
          .as(balance.toString())
          .isTrue();
    }
    assertThat(debits(balances)).isEqualTo(summedByHand(book));
    var verdict = CHECK.verify(Optional.empty());
    assertThat(verdict.findings()).isEmpty();
  }

  /// Debits less credits of all accounts, by currency, money apart from memorandum.
  private static Map<String, BigDecimal> made(List<Balance> balances) {
    var sums = new TreeMap<String, BigDecimal>();
    for (var balance : balances) {
      var account = balance.account();
      var amount = balance.amount().amount();
      sums.merge(
          account.name().currency() + " " + account.memorandum(),
          account.debit() ? amount : amount.negate(),
          BigDecimal::add);
    }
    assertThat(sums).isNotEmpty();
    return sums;
  }

  private static Map<Long, BigDecimal> debits(List<Balance> balances) {
    var debits = new HashMap<Long, BigDecimal>();
    for (var balance : balances) {
      if (balance.entries() > 0) {
        var amount = balance.amount().amount();
        debits.put(
            balance.account().id(),
            (balance.account().debit() ? amount : amount.negate()).setScale(4));
      }
    }
    return debits;
  }

  private static Map<Long, BigDecimal> summedByHand(String book) {
    var sums = new HashMap<Long, BigDecimal>();
    WORLD
        .database()
        .sql()
        .sql("select account, amount from funds_ledger_entry where book = :book")
        .param("book", book)
        .query(row -> {
          sums.merge(row.getLong(1), row.getBigDecimal(2), BigDecimal::add);
        });
    return sums;
  }

  private static long posted(String book) {
    return WORLD
        .database()
        .sql()
        .sql("select count(*) from funds_ledger_transaction where book = :book")
        .param("book", book)
        .query(Long.class)
        .single();
  }

  @Property(tries = 3)
  void aBalanceOfAnyMomentIsTheSumOfWhatWasPostedByThen(@ForAll long seed) {
    var book = book();
    var random = new Random(seed);
    var postings = new RandomPostings(book, seed);
    var wanted = new ArrayList<Posting>();
    for (int i = 0; i < 1_300; i++) {
      wanted.add(postings.next(key()));
    }
    WORLD.ledger.postTogether(wanted.subList(0, 700));
    WORLD.ledger.postTogether(wanted.subList(700, 1_300));
    for (int i = 0; i < 20; i++) {
      var day = Optional.of(MAY_1.plusDays(random.nextInt(-1, 31)));
      var at =
          Optional.of(1L + random.nextInt((int) posted(book)))
              .map(n -> WORLD.ledger.find(book, n).orElseThrow().at());
      var moment =
          new Moment(day.filter(d -> random.nextBoolean()), at.filter(a -> random.nextBoolean()));
      assertThat(debits(WORLD.ledger.balances(book, moment))).isEqualTo(summedByHand(book, moment));
    }
    assertTrue(book);
  }

  private static Map<Long, BigDecimal> summedByHand(String book, Moment moment) {
    var sums = new HashMap<Long, BigDecimal>();
    WORLD
        .database()
        .sql()
        .sql(
            """
            select e.account, e.amount from funds_ledger_entry e
              join funds_ledger_transaction t on t.book = e.book and t.number = e.number
            where e.book = :book and t.day <= :day and t.at <= :at
            """)
        .param("book", book)
        .param("day", moment.day().orElse(LocalDate.of(9999, 1, 1)))
        .param(
            "at",
            java.sql.Timestamp.from(
                moment.at().orElse(java.time.Instant.parse("2999-01-01T00:00:00Z"))))
        .query(row -> {
          sums.merge(row.getLong(1), row.getBigDecimal(2), BigDecimal::add);
        });
    return sums;
  }

  @Property(tries = 5)
  void whatIsReversedBackToFrontLeavesNothing(@ForAll long seed) {
    var book = book();
    var postings = new RandomPostings(book, seed);
    for (int i = 0; i < 30; i++) {
      WORLD.ledger.post(postings.next(key()));
    }
    // Undone in the other order, every balance is one that was there before: no floor is met.
    for (long number = posted(book); number > 0; number--) {
      var before = WORLD.ledger.balances(book, Moment.NOW);
      assertThat(WORLD.ledger.reverse(book, number, key(), MAY_1, CAUSE))
          .isInstanceOf(Posted.class);
      if (number == 2) {
        assertThat(before).isNotEqualTo(WORLD.ledger.balances(book, Moment.NOW));
      }
    }
    assertThat(WORLD.ledger.balances(book, Moment.NOW)).allMatch(b -> b.amount().signum() == 0);
  }
}
