package org.bandung.funds.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.store.CopyRows;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;

/// SQL of books and of what is posted in them.
final class LedgerTable {

  /// Transactions of a book whose entries are summed up together.
  static final int BLOCK = 512;

  private static final HexFormat HEX = HexFormat.of();

  private final Database database;
  private final TransactionRows rows;

  LedgerTable(Database database) {
    this.database = database;
    this.rows = new TransactionRows(database);
  }

  boolean insertBook(String id, String owner, Instant at) {
    return database
            .sql()
            .sql(
                """
                insert into funds_ledger_book (id, owner, opened_at) values (:id, :owner, :at)
                on conflict do nothing
                """)
            .param("id", id)
            .param("owner", owner)
            .param("at", java.sql.Timestamp.from(at))
            .update()
        > 0;
  }

  List<Ledger.Book> books() {
    return database
        .sql()
        .sql("select id, owner, opened_at from funds_ledger_book order by id")
        .query((row, n) ->
            new Ledger.Book(
                row.getString("id"),
                row.getString("owner"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  Optional<String> owner(String book) {
    return database
        .sql()
        .sql("select owner from funds_ledger_book where id = :id")
        .param("id", book)
        .query(String.class)
        .optional();
  }

  /// Waits for its turn at each of these books, in the order of their names.
  void lock(Collection<String> books) {
    database
        .sql()
        .sql("select id from funds_ledger_book where id = any(:ids) order by id for no key update")
        .param("ids", books.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /// Where books stand; those that are not there are left out.
  Map<String, BookState.Head> heads(Collection<String> books) {
    var heads = new LinkedHashMap<String, BookState.Head>();
    database
        .sql()
        .sql(
            """
            select b.id, b.opened_at, t.number, t.at, t.hash,
              (select max(c.day) from funds_ledger_transaction c
               where c.book = b.id and c.kind = 'closing') as closed
            from funds_ledger_book b left join lateral (
              select number, at, hash from funds_ledger_transaction l
              where l.book = b.id order by number desc limit 1) t on true
            where b.id = any(:ids)
            """)
        .param("ids", books.toArray(String[]::new))
        .query(row -> {
          heads.put(row.getString("id"), head(row));
        });
    return heads;
  }

  private static BookState.Head head(ResultSet row) throws SQLException {
    var hash = row.getBytes("hash");
    var at = row.getObject(hash == null ? "opened_at" : "at", OffsetDateTime.class).toInstant();
    return new BookState.Head(
        row.getString("id"),
        row.getLong("number"),
        at,
        hash == null ? LedgerChain.BEGINNING : HEX.formatHex(hash),
        row.getObject("closed", LocalDate.class));
  }

  /// Transactions under these keys.
  Map<String, LedgerTransaction> byKey(String book, Collection<String> keys) {
    var numbers =
        database
            .sql()
            .sql(
                """
                select number from funds_ledger_transaction
                where book = :book and key = any(:keys)
                """)
            .param("book", book)
            .param("keys", keys.toArray(String[]::new))
            .query(Long.class)
            .list();
    var found = new LinkedHashMap<String, LedgerTransaction>();
    rows.read(book, numbers).forEach(t -> found.put(t.posting().key(), t));
    return found;
  }

  /// Transactions that are to be reversed, with who reversed them before.
  Map<Long, BookState.Reversible> reversible(String book, Collection<Long> numbers) {
    var by = new LinkedHashMap<Long, Long>();
    if (numbers.isEmpty()) {
      return Map.of();
    }
    database
        .sql()
        .sql(
            """
            select reverses, number from funds_ledger_transaction
            where book = :book and reverses = any(:numbers)
            """)
        .param("book", book)
        .param("numbers", numbers.toArray(Long[]::new))
        .query(row -> {
          by.put(row.getLong(1), row.getLong(2));
        });
    var found = new LinkedHashMap<Long, BookState.Reversible>();
    for (var transaction : rows.read(book, numbers)) {
      if (!(transaction.posting().nature() instanceof Posting.Nature.Closing)) {
        var number = transaction.number();
        found.put(number, new BookState.Reversible(transaction, by.get(number)));
      }
    }
    return found;
  }

  /// Stores what was decided, of any number of books.
  void append(Collection<BookState> books) {
    var transactions =
        new CopyRows(
            "funds_ledger_transaction",
            "book, number, at, day, kind, key, by, reason, reference, source, rate, rate_from,"
                + " rate_to, rate_day, reverses, entries, previous, hash");
    var entries = new CopyRows("funds_ledger_entry", "book, number, line, account, day, amount");
    for (var book : books) {
      for (var transaction : book.fresh()) {
        add(transactions, transaction);
        add(entries, transaction, book);
      }
    }
    database.copy(transactions);
    database.copy(entries);
  }

  private static void add(CopyRows rows, LedgerTransaction transaction) {
    var posting = transaction.posting();
    var rate = posting.nature() instanceof Posting.Nature.Exchange(var r) ? r : null;
    rows.row(
        posting.book(),
        transaction.number(),
        transaction.at(),
        posting.day(),
        posting.nature().code(),
        posting.key(),
        posting.cause().by(),
        posting.cause().reason(),
        posting.cause().reference(),
        source(posting.nature()),
        rate == null ? null : rate.perUnit(),
        rate == null ? null : rate.from().getCurrencyCode(),
        rate == null ? null : rate.to().getCurrencyCode(),
        rate == null ? null : rate.day(),
        posting.nature() instanceof Posting.Nature.Reversal(var number) ? number : null,
        (short) posting.entries().size(),
        HEX.parseHex(transaction.previous()),
        HEX.parseHex(transaction.hash()));
  }

  private static @Nullable String source(Posting.Nature nature) {
    return switch (nature) {
      case Posting.Nature.Opening(var source) -> source;
      case Posting.Nature.Exchange(var rate) -> rate.source();
      default -> null;
    };
  }

  private static void add(CopyRows rows, LedgerTransaction transaction, BookState book) {
    var posting = transaction.posting();
    for (int i = 0; i < posting.entries().size(); i++) {
      var entry = posting.entries().get(i);
      rows.row(
          posting.book(),
          transaction.number(),
          (short) (i + 1),
          book.account(entry.account()).id(),
          posting.day(),
          entry.amount().amount());
    }
  }

  /// Sums up blocks of a book that are complete by now.
  void sum(String book, long before, long now) {
    long first = before / BLOCK;
    long end = now / BLOCK;
    if (first < end) {
      sumBlocks(book, first, end);
    }
  }

  private void sumBlocks(String book, long first, long end) {
    database
        .sql()
        .sql(
            """
            insert into funds_ledger_sum
              (account, block, book, amount, entries, first_day, last_day)
            select account, (number - 1) / :size, book, sum(amount), count(*), min(day), max(day)
            from funds_ledger_entry
            where book = :book and number > :first * :size and number <= :end * :size
            group by 1, 2, 3
            """)
        .param("size", (long) BLOCK)
        .param("book", book)
        .param("first", first)
        .param("end", end)
        .update();
  }

  /// Drops the sums of a book and makes them anew.
  void rebuild(String book, long number) {
    database
        .sql()
        .sql("delete from funds_ledger_sum where book = :book")
        .param("book", book)
        .update();
    sum(book, 0, number);
  }
}
