package org.bandung.funds.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The one entrance to what was posted. Whoever calls has asked who may.
///
/// Postings of a book take turns, as each is bound to the one before. Called without a transaction
/// of the database, postings of many callers are stored together; called inside one, a posting
/// becomes part of it and holds the book until it ends, so that should be soon.
@Service
public class Ledger {

  private static final int QUEUES = 4;
  private static final LocalDate EVER = LocalDate.of(9999, 12, 31);
  private static final int AT_ONCE = 1_000;

  private final Database database;
  private final LedgerTable table;
  private final AccountTable accounts;
  private final BalanceTable balances;
  private final TransactionRows rows;
  private final Clock clock;
  private final List<GroupCommit> queues;

  @Autowired
  Ledger(Database database) {
    this(database, Clock.systemUTC());
  }

  Ledger(Database database, Clock clock) {
    this.database = database;
    this.table = new LedgerTable(database);
    this.accounts = new AccountTable(database);
    this.balances = new BalanceTable(database);
    this.rows = new TransactionRows(database);
    this.clock = clock;
    this.queues =
        IntStream.range(0, QUEUES).mapToObj(i -> new GroupCommit(this::postTogether)).toList();
  }

  /// A book.
  ///
  /// @param owner the body whose book it is
  public record Book(String id, String owner, Instant openedAt) {}

  /// Up to when is counted.
  ///
  /// @param day the last value date; none for all
  /// @param at the last moment of posting; none for all
  public record Moment(Optional<LocalDate> day, Optional<Instant> at) {

    /// Everything that is posted now.
    public static final Moment NOW = new Moment(Optional.empty(), Optional.empty());

    public static Moment ofDay(LocalDate day) {
      return new Moment(Optional.of(day), Optional.empty());
    }

    public static Moment ofPosting(Instant at) {
      return new Moment(Optional.empty(), Optional.of(at));
    }
  }

  /// What an account holds, on its own side.
  ///
  /// @param entries how many it is the sum of
  public record Balance(Account account, Money amount, long entries) {}

  /// An entry with the transaction it is of.
  ///
  /// @param nature its word, such as `reversal`
  public record Line(
      long number,
      int line,
      Instant at,
      LocalDate day,
      String nature,
      Posting.Cause cause,
      Entry entry) {}

  /// Opens a book; whether there was none of this name.
  public boolean openBook(String id, String owner) {
    return database.inTransaction(
        () -> table.insertBook(LedgerText.book(id), LedgerText.key(owner), now()));
  }

  /// Opens accounts, with the floors of their kinds; those that are open are left as they are.
  /// Their books are open.
  public void open(AccountName... names) {
    database.inTransaction(() -> {
      var missing = new TreeSet<>(Arrays.asList(names));
      missing.removeAll(accounts.find(missing).keySet());
      lockBooksOf(missing);
      missing.forEach(n -> accounts.insert(n, kind(n), kind(n).floor()));
      return true;
    });
  }

  /// Books before their accounts, as whoever posts does: in another order two of them could wait
  /// for each other.
  private void lockBooksOf(Collection<AccountName> names) {
    if (!names.isEmpty()) {
      table.lock(names.stream().map(AccountName::book).collect(Collectors.toSet()));
    }
  }

  /// Opens an account that keeps to another floor than its kind.
  ///
  /// @param floor none if it may hold any sum
  /// @return the account; one that was open keeps its floor
  public Account open(AccountName name, Optional<Money> floor) {
    var least = floor.map(f -> LedgerText.inBounds(f).plus(Money.zero(name.currency())).amount());
    return database.inTransaction(() -> {
      lockBooksOf(List.of(name));
      accounts.insert(name, kind(name), least.orElse(null));
      return accounts.find(name).orElseThrow();
    });
  }

  private static AccountKind kind(AccountName name) {
    return Chart.find(name.kind()).orElseThrow();
  }

  /// Posts a transaction.
  public PostOutcome post(Posting posting) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return postTogether(List.of(posting)).getFirst();
    }
    return queues.get(Math.floorMod(posting.book().hashCode(), QUEUES)).post(posting);
  }

  /// Posts transactions one after the other, in one transaction of the database: each that nothing
  /// speaks against. One that is refused leaves nothing and stops none after it.
  public List<PostOutcome> postTogether(List<Posting> postings) {
    return database.inTransaction(() -> {
      var books = read(postings);
      var now = now();
      var outcomes = new ArrayList<PostOutcome>();
      for (var posting : postings) {
        var book = books.get(posting.book());
        outcomes.add(
            book == null ? new PostOutcome.UnknownBook(posting.book()) : book.post(posting, now));
      }
      table.append(books.values());
      for (var book : books.values()) {
        var before = book.head().number();
        table.sum(book.head().book(), before, before + book.fresh().size());
      }
      return outcomes;
    });
  }

  private Map<String, BookState> read(List<Posting> postings) {
    var byBook = new TreeMap<String, List<Posting>>();
    postings.forEach(p -> byBook.computeIfAbsent(p.book(), b -> new ArrayList<>()).add(p));
    table.lock(byBook.keySet());
    var heads = table.heads(byBook.keySet());
    var states = new LinkedHashMap<String, BookState>();
    byBook.forEach((book, ofBook) -> {
      var head = heads.get(book);
      if (head != null) {
        states.put(book, read(head, ofBook));
      }
    });
    return states;
  }

  private BookState read(BookState.Head head, List<Posting> postings) {
    var names = new TreeSet<AccountName>();
    var keys = new TreeSet<String>();
    var reversed = new TreeSet<Long>();
    for (var posting : postings) {
      posting.entries().forEach(e -> names.add(e.account()));
      keys.add(posting.key());
      if (posting.nature() instanceof Posting.Nature.Reversal(var number)) {
        reversed.add(number);
      }
    }
    var found = accounts.find(names);
    var withFloor =
        found.values().stream().filter(a -> a.floor() != null).map(Account::id).toList();
    var debits = new TreeMap<Long, BigDecimal>();
    balances
        .sums(head.book(), withFloor, head.number(), EVER)
        .forEach((id, sum) -> debits.put(id, sum.debits()));
    return new BookState(
        head,
        found,
        debits,
        table.byKey(head.book(), keys),
        table.reversible(head.book(), reversed));
  }

  /// Takes a transaction back, by entries on the other sides.
  ///
  /// @param key as of any posting
  public PostOutcome reverse(
      String book, long number, String key, LocalDate day, Posting.Cause cause) {
    var original = find(book, number);
    if (original.isEmpty() || original.get().posting().entries().isEmpty()) {
      return new PostOutcome.NothingToReverse(number);
    }
    var entries = original.get().posting().entries().stream().map(Entry::reversed).toList();
    var nature = new Posting.Nature.Reversal(number);
    return post(new Posting(book, key, day, cause, nature, entries));
  }

  /// Closes everything up to a day; it is never opened again.
  public PostOutcome close(String book, LocalDate through, String key, Posting.Cause cause) {
    return post(new Posting(book, key, through, cause, new Posting.Nature.Closing(), List.of()));
  }

  /// All books.
  public List<Book> books() {
    return table.books();
  }

  /// A transaction by its number.
  public Optional<LedgerTransaction> find(String book, long number) {
    return rows.read(book, List.of(number)).stream().findFirst();
  }

  /// The transaction that was posted under a key.
  public Optional<LedgerTransaction> findByKey(String book, String key) {
    return Optional.ofNullable(table.byKey(book, List.of(key)).get(key));
  }

  /// An account that was opened.
  public Optional<Account> find(AccountName name) {
    return accounts.find(name);
  }

  /// What an account holds at a moment; empty if it was never opened.
  public Optional<Balance> balance(AccountName name, Moment moment) {
    return database.reading(
        () -> accounts.find(name).map(a -> balances(name.book(), List.of(a), moment).getFirst()));
  }

  /// What each account of a book holds at a moment, by name.
  public List<Balance> balances(String book, Moment moment) {
    return database.reading(() -> {
      var all = new ArrayList<Balance>();
      var some = accounts.after(book, 0, AT_ONCE);
      while (!some.isEmpty()) {
        all.addAll(balances(book, some, moment));
        some = accounts.after(book, some.getLast().id(), AT_ONCE);
      }
      all.sort(java.util.Comparator.comparing(b -> b.account().name()));
      return List.copyOf(all);
    });
  }

  private List<Balance> balances(String book, List<Account> some, Moment moment) {
    long through =
        moment.at().map(at -> balances.through(book, at)).orElseGet(() -> balances.last(book));
    var sums =
        balances.sums(
            book, some.stream().map(Account::id).toList(), through, moment.day().orElse(EVER));
    return some.stream()
        .map(a -> {
          var sum = sums.getOrDefault(a.id(), BalanceTable.Sum.NOTHING);
          return new Balance(a, a.balance(sum.debits()), sum.entries());
        })
        .toList();
  }

  /// Entries of a book or of one of its accounts, the newest first; a transaction is never cut in
  /// two, so there may be some more than wished.
  ///
  /// @param before number of a transaction: only entries of earlier ones
  public List<Line> entries(
      String book, @Nullable AccountName account, Optional<Long> before, int limit) {
    return database.reading(() -> {
      var narrowed = Optional.ofNullable(account).flatMap(accounts::find);
      return account != null && narrowed.isEmpty()
          ? List.<Line>of()
          : balances.entries(book, narrowed, before.orElse(Long.MAX_VALUE), limit);
    });
  }

  /// Makes the sums of a book anew, from its entries.
  public void rebuild(String book) {
    database.inTransaction(() -> {
      table.lock(List.of(book));
      Optional.ofNullable(table.heads(List.of(book)).get(book))
          .ifPresent(head -> table.rebuild(book, head.number()));
      return true;
    });
  }

  /// A microsecond is what the database keeps.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
