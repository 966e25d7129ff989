package org.bandung.funds.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.store.Database;

/// SQL of balances: sums of blocks that are complete, and entries of the rest.
final class BalanceTable {

  /// Blocks whose days lie partly beyond the wished day are summed up entry by entry; each by itself,
  /// or the planner, who cannot know how few they are, reads all entries of the account.
  private static final String SUMS =
      """
      select p.account, sum(p.amount) as total, sum(p.entries) as entries from (
        select s.account, s.amount, s.entries from funds_ledger_sum s
        where s.account = any(:accounts) and s.block < :blocks and s.last_day <= :day
        union all
        select s.account, b.amount, b.entries from funds_ledger_sum s
          cross join lateral (
            select sum(e.amount) as amount, count(*) as entries from funds_ledger_entry e
            where e.account = s.account and e.number > s.block * :size
              and e.number <= (s.block + 1) * :size and e.day <= :day) b
        where s.account = any(:accounts) and s.block < :blocks
          and s.first_day <= :day and s.last_day > :day
        union all
        select e.account, e.amount, 1 from funds_ledger_entry e
        where e.account = any(:accounts) and e.number > :blocks * :size
          and e.number <= :number and e.day <= :day) p
      group by p.account
      """;

  private static final String ENTRIES =
      """
      select t.number, e.line, t.at, t.day as on_day, t.kind as nature, t.by, t.reason,
        t.reference, e.amount, a.*
      from funds_ledger_entry e
        join funds_ledger_transaction t on t.book = e.book and t.number = e.number
        join funds_ledger_account a on a.id = e.account
      where e.book = :book and e.number < :before {narrowed}
      order by e.number desc fetch first :limit rows with ties
      """;

  private static final String NARROWED = "and e.account = :account";

  private final Database database;

  BalanceTable(Database database) {
    this.database = database;
  }

  /// What an account got.
  ///
  /// @param debits less credits
  record Sum(BigDecimal debits, long entries) {
    static final Sum NOTHING = new Sum(BigDecimal.ZERO, 0);
  }

  /// Sums of accounts of one book.
  ///
  /// @param number the last transaction that counts
  /// @param day the last value date that counts
  Map<Long, Sum> sums(String book, Collection<Long> accounts, long number, LocalDate day) {
    var sums = new HashMap<Long, Sum>();
    if (accounts.isEmpty()) {
      return sums;
    }
    database
        .sql()
        .sql(SUMS)
        .param("accounts", accounts.toArray(Long[]::new))
        .param("blocks", Math.min(summed(book), number / LedgerTable.BLOCK))
        .param("size", (long) LedgerTable.BLOCK)
        .param("number", number)
        .param("day", day)
        .query(row -> {
          sums.put(row.getLong(1), new Sum(row.getBigDecimal(2), row.getLong(3)));
        });
    return sums;
  }

  /// How many blocks of a book are summed up, from the first.
  private long summed(String book) {
    return database
        .sql()
        .sql("select coalesce(max(block) + 1, 0) from funds_ledger_sum where book = :book")
        .param("book", book)
        .query(Long.class)
        .single();
  }

  /// The number of the last transaction of a book that was posted by a moment; 0 if none was.
  long through(String book, Instant at) {
    return database
        .sql()
        .sql(
            """
            select number from funds_ledger_transaction where book = :book and at <= :at
            order by book desc, at desc, number desc limit 1
            """)
        .param("book", book)
        .param("at", java.sql.Timestamp.from(at))
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /// The number of the last transaction of a book; 0 if it has none.
  long last(String book) {
    return database
        .sql()
        .sql("select coalesce(max(number), 0) from funds_ledger_transaction where book = :book")
        .param("book", book)
        .query(Long.class)
        .single();
  }

  /// Entries of a book or of one account, the newest first; a transaction is never cut in two.
  List<Ledger.Line> entries(String book, Optional<Account> account, long before, int limit) {
    var query =
        database
            .sql()
            .sql(ENTRIES.replace("{narrowed}", account.isPresent() ? NARROWED : ""))
            .param("book", book)
            .param("before", before)
            .param("limit", limit);
    account.ifPresent(a -> query.param("account", a.id()));
    return query
        .query((row, n) -> {
          var name = AccountTable.account(row).name();
          return new Ledger.Line(
              row.getLong("number"),
              row.getInt("line"),
              row.getTimestamp("at").toInstant(),
              row.getObject("on_day", LocalDate.class),
              row.getString("nature"),
              new Posting.Cause(
                  row.getString("by"), row.getString("reason"), row.getString("reference")),
              new Entry(name, new Money(row.getBigDecimal("amount"), name.currency())));
        })
        .list()
        .stream()
        .sorted(
            Comparator.comparingLong(Ledger.Line::number)
                .reversed()
                .thenComparingInt(Ledger.Line::line))
        .toList();
  }
}
