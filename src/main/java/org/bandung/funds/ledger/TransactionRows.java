package org.bandung.funds.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bandung.funds.ledger.Posting.Nature;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;

/// SQL that reads transactions with their entries.
final class TransactionRows {

  private static final HexFormat HEX = HexFormat.of();

  private final Database database;
  private final AccountTable accounts;

  TransactionRows(Database database) {
    this.database = database;
    this.accounts = new AccountTable(database);
  }

  /// A transaction as its row has it, without its entries.
  ///
  /// @param said none if it is not what a posting can be: somebody changed it
  /// @param entries how many it has
  record Row(
      long number,
      Instant at,
      @Nullable Said said,
      int entries,
      String previous,
      String hash) {}

  /// What a row says of a posting.
  record Said(String key, LocalDate day, Posting.Cause cause, Nature nature) {}

  /// A line of a transaction as it is stored.
  record Line(long number, int line, long account, LocalDate day, BigDecimal amount) {}

  /// These transactions, as far as they are there, by number.
  List<LedgerTransaction> read(String book, Collection<Long> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    var wanted = numbers.toArray(Long[]::new);
    var rows =
        database
            .sql()
            .sql(
                """
                select * from funds_ledger_transaction
                where book = :book and number = any(:numbers) order by number
                """)
            .param("book", book)
            .param("numbers", wanted)
            .query(TransactionRows::row)
            .list();
    var lines =
        database
            .sql()
            .sql(
                """
                select number, line, account, day, amount from funds_ledger_entry
                where book = :book and number = any(:numbers) order by number, line
                """)
            .param("book", book)
            .param("numbers", wanted)
            .query(TransactionRows::line)
            .list();
    return whole(book, rows, lines, new HashMap<>());
  }

  /// Puts transactions together.
  ///
  /// @param known accounts that were read before; those read now are added
  List<LedgerTransaction> whole(
      String book, List<Row> rows, List<Line> lines, Map<Long, Account> known) {
    accounts.complete(lines.stream().map(Line::account).toList(), known);
    var byNumber = lines.stream().collect(Collectors.groupingBy(Line::number));
    return rows.stream()
        .map(r -> whole(book, r, byNumber.getOrDefault(r.number(), List.of()), known))
        .toList();
  }

  /// Adds the accounts of entries to those that are known already.
  void complete(Map<Long, List<Line>> lines, Map<Long, Account> known) {
    var ids = lines.values().stream().flatMap(List::stream).map(Line::account).toList();
    accounts.complete(ids, known);
  }

  static LedgerTransaction whole(
      String book, Row row, List<Line> lines, Map<Long, Account> accounts) {
    var entries = lines.stream().map(l -> entry(l, accounts)).toList();
    var said = Optional.ofNullable(row.said()).orElseThrow();
    return new LedgerTransaction(
        row.number(),
        row.at(),
        new Posting(book, said.key(), said.day(), said.cause(), said.nature(), entries),
        row.previous(),
        row.hash());
  }

  private static Entry entry(Line line, Map<Long, Account> accounts) {
    var name = Optional.ofNullable(accounts.get(line.account())).orElseThrow().name();
    return new Entry(name, new Money(line.amount(), name.currency()));
  }

  /// Rows after a number.
  List<Row> after(String book, long number, int limit) {
    return database
        .sql()
        .sql(
            """
            select * from funds_ledger_transaction where book = :book and number > :number
            order by number limit :limit
            """)
        .param("book", book)
        .param("number", number)
        .param("limit", limit)
        .query(TransactionRows::row)
        .list();
  }

  /// Entries of transactions after one number up to another.
  List<Line> lines(String book, long after, long through, int limit) {
    return database
        .sql()
        .sql(
            """
            select number, line, account, day, amount from funds_ledger_entry
            where book = :book and number > :after and number <= :through
            order by number, line limit :limit
            """)
        .param("book", book)
        .param("after", after)
        .param("through", through)
        .param("limit", limit)
        .query(TransactionRows::line)
        .list();
  }

  private static Line line(ResultSet row, int n) throws SQLException {
    return new Line(
        row.getLong("number"),
        row.getInt("line"),
        row.getLong("account"),
        row.getObject("day", LocalDate.class),
        row.getBigDecimal("amount"));
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        said(row),
        row.getInt("entries"),
        HEX.formatHex(row.getBytes("previous")),
        HEX.formatHex(row.getBytes("hash")));
  }

  private static @Nullable Said said(ResultSet row) throws SQLException {
    try {
      return new Said(
          row.getString("key"),
          row.getObject("day", LocalDate.class),
          new Posting.Cause(
              row.getString("by"), row.getString("reason"), row.getString("reference")),
          nature(row));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return null;
    }
  }

  private static Nature nature(ResultSet row) throws SQLException {
    var source = row.getString("source");
    return switch (row.getString("kind")) {
      case "ordinary" -> new Nature.Ordinary();
      case "opening" -> new Nature.Opening(told(source));
      case "exchange" ->
          new Nature.Exchange(
              new Rate(
                  Currency.getInstance(row.getString("rate_from")),
                  Currency.getInstance(row.getString("rate_to")),
                  row.getBigDecimal("rate"),
                  told(source),
                  row.getObject("rate_day", LocalDate.class)));
      case "reversal" -> new Nature.Reversal(row.getLong("reverses"));
      case "closing" -> new Nature.Closing();
      default -> throw new IllegalArgumentException("nature " + row.getString("kind"));
    };
  }

  private static String told(@Nullable String source) {
    return Optional.ofNullable(source).orElseThrow();
  }
}
