package org.bandung.funds.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// SQL of accounts.
final class AccountTable {

  private static final int FETCHED = 1_000;
  private static final HexFormat HEX = HexFormat.of();

  private static final String COLUMNS =
      "a.id, a.book, a.kind, a.currency, a.in_window, a.contributor, a.proposal, a.partner,"
          + " a.memorandum, a.debit, a.floor, a.hash";

  private static final String NAMED =
      """
      from unnest(cast(:books as text[]), cast(:kinds as text[]), cast(:currencies as text[]),
          cast(:windows as text[]), cast(:contributors as text[]), cast(:proposals as text[]),
          cast(:partners as text[]))
        as n(book, kind, currency, in_window, contributor, proposal, partner)
      join funds_ledger_account a on a.book = n.book and a.kind = n.kind
        and a.currency = n.currency and a.in_window = n.in_window
        and a.contributor = n.contributor and a.proposal = n.proposal and a.partner = n.partner
      """;

  private final Database database;

  AccountTable(Database database) {
    this.database = database;
  }

  /// Opens an account; whether there was none.
  boolean insert(AccountName name, AccountKind kind, @Nullable BigDecimal floor) {
    var hash = LedgerChain.hash(name, kind.memorandum(), kind.debit(), floor);
    var scope = name.scope();
    return database
            .sql()
            .sql(
                """
                insert into funds_ledger_account (book, kind, currency, in_window, contributor,
                  proposal, partner, memorandum, debit, floor, hash)
                values (:book, :kind, :currency, :window, :contributor, :proposal, :partner,
                  :memorandum, :debit, :floor, :hash)
                on conflict do nothing
                """)
            .param("book", name.book())
            .param("kind", name.kind())
            .param("currency", name.currency().getCurrencyCode())
            .param("window", scope.window())
            .param("contributor", scope.contributor())
            .param("proposal", scope.proposal())
            .param("partner", scope.partner())
            .param("memorandum", kind.memorandum())
            .param("debit", kind.debit())
            .param("floor", floor)
            .param("hash", HEX.parseHex(hash))
            .update()
        > 0;
  }

  /// Those of these accounts that were opened.
  Map<AccountName, Account> find(Collection<AccountName> names) {
    var found = new HashMap<AccountName, Account>();
    named("select " + COLUMNS + " " + NAMED, List.copyOf(names))
        .query(row -> {
          var account = account(row);
          found.put(account.name(), account);
        });
    return found;
  }

  private StatementSpec named(String sql, List<AccountName> names) {
    return database
        .sql()
        .sql(sql)
        .param("books", texts(names, AccountName::book))
        .param("kinds", texts(names, AccountName::kind))
        .param("currencies", texts(names, n -> n.currency().getCurrencyCode()))
        .param("windows", texts(names, n -> n.scope().window()))
        .param("contributors", texts(names, n -> n.scope().contributor()))
        .param("proposals", texts(names, n -> n.scope().proposal()))
        .param("partners", texts(names, n -> n.scope().partner()));
  }

  private static String[] texts(List<AccountName> names, Function<AccountName, String> part) {
    return names.stream().map(part).toArray(String[]::new);
  }

  Optional<Account> find(AccountName name) {
    return Optional.ofNullable(find(List.of(name)).get(name));
  }

  /// Adds accounts by their numbers to those that are known already, but none that somebody changed
  /// to what no account can be.
  void complete(Collection<Long> ids, Map<Long, Account> known) {
    var missing = ids.stream().filter(id -> !known.containsKey(id)).distinct().toList();
    if (missing.isEmpty()) {
      return;
    }
    database
        .sql()
        .sql("select " + COLUMNS + " from funds_ledger_account a where a.id = any(:ids)")
        .param("ids", missing.toArray(Long[]::new))
        .query(row -> {
          var account = readable(row);
          if (account != null) {
            known.put(account.id(), account);
          }
        });
  }

  /// Accounts of a book whose number is greater, in the order of their numbers.
  List<Account> after(String book, long id, int limit) {
    return database
        .sql()
        .sql(
            "select "
                + COLUMNS
                + " from funds_ledger_account a where a.book = :book and a.id > :id"
                + " order by a.id limit :limit")
        .param("book", book)
        .param("id", id)
        .param("limit", limit)
        .query((row, n) -> account(row))
        .list();
  }

  /// Numbers of accounts of a book that are not what was opened.
  void eachChanged(String book, LongConsumer consumer) {
    database
        .sql()
        .sql("select " + COLUMNS + " from funds_ledger_account a where a.book = :book")
        .withFetchSize(FETCHED)
        .param("book", book)
        .query(row -> {
          var account = readable(row);
          if (account == null || !isAsOpened(account)) {
            consumer.accept(row.getLong("id"));
          }
        });
  }

  private static boolean isAsOpened(Account account) {
    return account
        .hash()
        .equals(
            LedgerChain.hash(
                account.name(), account.memorandum(), account.debit(), account.floor()));
  }

  private static @Nullable Account readable(ResultSet row) throws SQLException {
    try {
      return account(row);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static Account account(ResultSet row) throws SQLException {
    var scope =
        new AccountName.Scope(
            row.getString("in_window"),
            row.getString("contributor"),
            row.getString("proposal"),
            row.getString("partner"));
    var name =
        new AccountName(
            row.getString("book"),
            row.getString("kind"),
            Currency.getInstance(row.getString("currency")),
            scope);
    return new Account(
        row.getLong("id"),
        name,
        row.getBoolean("memorandum"),
        row.getBoolean("debit"),
        row.getBigDecimal("floor"),
        HEX.formatHex(row.getBytes("hash")));
  }
}
