package org.bandung.funds.ledger;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bandung.store.Database;

/// SQL that only checks and anchors need.
final class CheckTable {

  private static final HexFormat HEX = HexFormat.of();

  private final Database database;

  CheckTable(Database database) {
    this.database = database;
  }

  /// A transaction's place and hash.
  record Head(String book, long number, String hash) {

    Key key() {
      return new Key(book, number);
    }
  }

  /// A transaction's place.
  record Key(String book, long number) {}

  /// Ends of chains that the log of deeds does not hold yet.
  List<Head> unanchored() {
    return database
        .sql()
        .sql(
            """
            select b.id, t.number, t.hash from funds_ledger_book b
              join lateral (
                select number, hash from funds_ledger_transaction l
                where l.book = b.id order by number desc limit 1) t on true
            where not exists (
              select from funds_ledger_anchor a where a.book = b.id and a.number = t.number)
            order by b.id
            """)
        .query(
            (row, n) -> new Head(row.getString(1), row.getLong(2), HEX.formatHex(row.getBytes(3))))
        .list();
  }

  /// Notes that an end of a chain goes into the log of deeds; whether nobody has done so.
  boolean anchor(Head head, java.time.Instant at) {
    return database
            .sql()
            .sql(
                """
                insert into funds_ledger_anchor (book, number, hash, at)
                values (:book, :number, :hash, :at) on conflict do nothing
                """)
            .param("book", head.book())
            .param("number", head.number())
            .param("hash", HEX.parseHex(head.hash()))
            .param("at", java.sql.Timestamp.from(at))
            .update()
        > 0;
  }

  long anchors() {
    return database
        .sql()
        .sql("select count(*) from funds_ledger_anchor")
        .query(Long.class)
        .single();
  }

  /// Hashes of transactions, as far as they are there.
  Map<Key, String> hashes(List<Head> wanted) {
    var found = new HashMap<Key, String>();
    database
        .sql()
        .sql(
            """
            select t.book, t.number, t.hash
            from unnest(cast(:books as text[]), cast(:numbers as bigint[])) as n(book, number)
              join funds_ledger_transaction t on t.book = n.book and t.number = n.number
            """)
        .param("books", wanted.stream().map(Head::book).toArray(String[]::new))
        .param("numbers", wanted.stream().map(Head::number).toArray(Long[]::new))
        .query(row -> {
          found.put(new Key(row.getString(1), row.getLong(2)), HEX.formatHex(row.getBytes(3)));
        });
    return found;
  }

  /// First transactions of blocks whose sums are not those of their entries, at most a hundred.
  List<Long> wrongSums(String book) {
    return database
        .sql()
        .sql(
            """
            select distinct coalesce(s.block, c.block) * :size + 1 from (
              select account, (number - 1) / :size as block, sum(amount) as amount,
                count(*) as entries, min(day) as first_day, max(day) as last_day
              from funds_ledger_entry
              where book = :book and number <= :size * (
                select coalesce(max(block) + 1, 0) from funds_ledger_sum where book = :book)
              group by 1, 2) c
            full join (select * from funds_ledger_sum where book = :book) s
              on s.account = c.account and s.block = c.block
            where s.amount is distinct from c.amount or s.entries is distinct from c.entries
              or s.first_day is distinct from c.first_day
              or s.last_day is distinct from c.last_day
            order by 1 limit 100
            """)
        .param("size", (long) LedgerTable.BLOCK)
        .param("book", book)
        .query(Long.class)
        .list();
  }
}
