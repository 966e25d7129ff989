package org.bandung.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bandung.funds.ledger.LedgerWorld.CAUSE;
import static org.bandung.funds.ledger.LedgerWorld.MAY_1;
import static org.bandung.funds.ledger.LedgerWorld.money;
import static org.bandung.funds.ledger.LedgerWorld.moved;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bandung.funds.ledger.PostOutcome.Posted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Decisions on postings, without a database.
class BookStateTest {

  private static final String BOOK = "fund:QM-F1";
  private static final Instant NOW = Instant.parse("2026-05-20T10:00:00Z");
  private static final AccountName CASH = AccountName.of(BOOK, "cash", "USD");
  private static final AccountName INCOME = AccountName.of(BOOK, "income", "USD");

  private static BookState empty() {
    var accounts = new HashMap<AccountName, Account>();
    long id = 1;
    for (var name : RandomPostings.accounts(BOOK)) {
      var kind = Chart.find(name.kind()).orElseThrow();
      var hash = LedgerChain.hash(name, kind.memorandum(), kind.debit(), kind.floor());
      accounts.put(
          name, new Account(id++, name, kind.memorandum(), kind.debit(), kind.floor(), hash));
    }
    var head = new BookState.Head(BOOK, 0, Instant.EPOCH, LedgerChain.BEGINNING, null);
    return new BookState(head, accounts, Map.of(), Map.of(), Map.of());
  }

  @Property(tries = 200)
  void moneyIsNeitherMadeNorLostAndNoFloorBroken(@ForAll long seed) {
    var book = empty();
    var postings = new RandomPostings(BOOK, seed);
    var held = new HashMap<AccountName, BigDecimal>();
    for (int i = 0; i < 60; i++) {
      var posting = postings.next("k" + i);
      if (book.post(posting, NOW) instanceof Posted) {
        posting
            .entries()
            .forEach(e -> held.merge(e.account(), e.amount().amount(), BigDecimal::add));
      }
      held.forEach((name, debits) -> assertThat(book.account(name).isBelowFloor(debits)).isFalse());
    }
    for (var memorandum : List.of(true, false)) {
      for (var currency : RandomPostings.CURRENCIES) {
        assertThat(
                held.entrySet().stream()
                    .filter(h -> h.getKey().currency().getCurrencyCode().equals(currency))
                    .filter(h -> book.account(h.getKey()).memorandum() == memorandum)
                    .map(Map.Entry::getValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add))
            .isEqualByComparingTo(BigDecimal.ZERO);
      }
    }
  }

  @Test
  void timeOfPostingNeverGoesBack() {
    var book = empty();
    book.post(Posting.of(BOOK, "a", MAY_1, CAUSE, moved(CASH, INCOME, "USD 1")), NOW);
    book.post(
        Posting.of(BOOK, "b", MAY_1, CAUSE, moved(CASH, INCOME, "USD 1")), NOW.minusSeconds(9));
    assertThat(book.fresh()).extracting(LedgerTransaction::at).containsExactly(NOW, NOW);
    assertThat(book.fresh().getLast().previous()).isEqualTo(book.fresh().getFirst().hash());
  }

  @Test
  void theHashDependsOnEveryPart() {
    var posting = Posting.of(BOOK, "a", MAY_1, CAUSE, moved(CASH, INCOME, "USD 1"));
    var accounts = List.of("a".repeat(64), "b".repeat(64));
    var hashes = new ArrayList<String>();
    hashes.add(LedgerChain.hash(1, NOW, posting, LedgerChain.BEGINNING, accounts));
    hashes.add(LedgerChain.hash(2, NOW, posting, LedgerChain.BEGINNING, accounts));
    hashes.add(LedgerChain.hash(1, NOW.plusNanos(1_000), posting, LedgerChain.BEGINNING, accounts));
    hashes.add(LedgerChain.hash(1, NOW, posting, "1".repeat(64), accounts));
    hashes.add(LedgerChain.hash(1, NOW, posting, LedgerChain.BEGINNING, accounts.reversed()));
    var cause = new Posting.Cause("mira", "for the", " test");
    for (var other :
        List.of(
            Posting.of("fund:QM-F2", "a", MAY_1, CAUSE, otherBook()),
            Posting.of(BOOK, "b", MAY_1, CAUSE, posting.entries()),
            Posting.of(BOOK, "a", MAY_1.plusDays(1), CAUSE, posting.entries()),
            Posting.of(BOOK, "a", MAY_1, cause, posting.entries()),
            Posting.of(BOOK, "a", MAY_1, CAUSE, moved(CASH, INCOME, "USD 1.01")),
            new Posting(
                BOOK, "a", MAY_1, CAUSE, new Posting.Nature.Opening("x"), posting.entries()))) {
      hashes.add(LedgerChain.hash(1, NOW, other, LedgerChain.BEGINNING, accounts));
    }
    assertThat(hashes).doesNotHaveDuplicates().allMatch(h -> h.matches("[0-9a-f]{64}"));
  }

  private static List<Entry> otherBook() {
    return moved(
        AccountName.of("fund:QM-F2", "cash", "USD"),
        AccountName.of("fund:QM-F2", "income", "USD"),
        "USD 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000000000000000.01",
        "-1000000000000000.01",
        "1E+30",
        "99999999999999999999",
        "0",
        "0.00"
      })
  void noEntryIsBeyondBoundsOrNothing(String amount) {
    assertThatThrownBy(() -> new Entry(CASH, Money.of(amount, "USD")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void amountsFinerThanTheCurrencyAndUnknownCurrenciesAreRefused() {
    assertThatThrownBy(() -> Money.of("1.001", "USD")).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.of("0.5", "JPY")).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.of("1", "QQQ")).isInstanceOf(IllegalArgumentException.class);
    assertThat(Money.of("1.001", "BHD")).hasToString("BHD 1.001");
    assertThat(Money.of("1.25", "XDR")).hasToString("XDR 1.25");
  }

  @Test
  void postingsOfImpossibleFormAreRefused() {
    var line = Entry.debit(CASH, money("USD 1"));
    assertRefused(() -> Posting.of(BOOK, "a", MAY_1, CAUSE, List.of(line)));
    assertRefused(() -> Posting.of(BOOK, "a", MAY_1, CAUSE, List.of()));
    assertRefused(() -> Posting.of(BOOK, "a", MAY_1, CAUSE, Collections.nCopies(1_001, line)));
    assertRefused(() -> Posting.of(BOOK, " ", MAY_1, CAUSE, moved(CASH, INCOME, "USD 1")));
    assertRefused(() -> Posting.of(BOOK, "a\0b", MAY_1, CAUSE, moved(CASH, INCOME, "USD 1")));
    assertRefused(() -> Posting.of(BOOK, "\ud800", MAY_1, CAUSE, moved(CASH, INCOME, "USD 1")));
    assertRefused(() -> Posting.of("fund:QM-F2", "a", MAY_1, CAUSE, moved(CASH, INCOME, "USD 1")));
    assertRefused(() -> Posting.of(BOOK, "a", LocalDate.MAX, CAUSE, moved(CASH, INCOME, "USD 1")));
    assertRefused(() -> new Posting.Cause("mira", "x".repeat(2_001), ""));
    assertRefused(() -> AccountName.of("no book", "cash", "USD"));
    assertRefused(() -> AccountName.of(BOOK, "gold", "USD"));
    var most = money("USD 1000000000000000");
    assertRefused(() ->
        Posting.of(
            BOOK,
            "a",
            MAY_1,
            CAUSE,
            List.of(
                Entry.debit(CASH, most),
                Entry.debit(CASH, most),
                Entry.credit(INCOME, most),
                Entry.credit(INCOME, most))));
  }

  private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatTheBankGaveLessIsAnEntryOfItsOwn() {
    var rate =
        new Rate(
            Currency.getInstance("USD"),
            Currency.getInstance("JPY"),
            new BigDecimal("151.370"),
            "Central bank of Norelia",
            MAY_1);
    // 12.34 x 151.37 = 1867.9058, which is 1868 yen; the bank gave 1850.
    var yen = AccountName.of(BOOK, "cash", "JPY");
    assertThat(Exchange.conversion(CASH, yen, money("USD 12.34"), money("JPY 1850"), rate))
        .extracting(Entry::toString)
        .containsExactly(
            "Entry[account=conversion USD, amount=USD 12.34]",
            "Entry[account=cash USD, amount=USD -12.34]",
            "Entry[account=cash JPY, amount=JPY 1850]",
            "Entry[account=conversion JPY, amount=JPY -1868]",
            "Entry[account=exchange-difference JPY, amount=JPY 18]");
    assertThat(Exchange.revaluation(BOOK, money("USD 100"), money("JPY 15000"), rate))
        .extracting(Entry::amount)
        .containsExactly(money("JPY 137"), money("JPY -137"));
    assertThat(Exchange.revaluation(BOOK, money("USD 100"), money("JPY 15137"), rate)).isEmpty();
  }
}
