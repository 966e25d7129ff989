package org.bandung.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.kernel.LocalizedText;
import org.bandung.store.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of editions.
final class EditionTable {

  private final Database database;

  EditionTable(Database database) {
    this.database = database;
  }

  /// An edition as it is kept.
  ///
  /// @param text canonical JSON
  record Stored(
      String number,
      String round,
      String owner,
      Instant frozen,
      String hash,
      String text,
      Optional<Instant> released) {}

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// The next number of a series; whoever asks at the same time waits, and what is not used after
  /// all is given out again.
  int next(String series) {
    return sql("""
    insert into collection_counter (series, last) values (:series, 1)
    on conflict (series) do update set last = collection_counter.last + 1
    returning last
    """)
        .param("series", series)
        .query(Integer.class)
        .single();
  }

  void insert(Stored edition) {
    sql("""
    insert into collection_edition (number, round_id, owner, frozen_at, hash, text)
    values (:number, :round, :owner, :frozen, :hash, :text)
    """)
        .param("number", edition.number())
        .param("round", edition.round())
        .param("owner", edition.owner())
        .param("frozen", edition.frozen().atOffset(ZoneOffset.UTC))
        .param("hash", edition.hash())
        .param("text", edition.text())
        .update();
  }

  void release(String number, Instant now) {
    sql("insert into collection_release (number, released_at) values (:number, :now)")
        .param("number", number)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Stored> find(String number) {
    return sql("""
    select e.*, r.released_at
    from collection_edition e left join collection_release r using (number)
    where e.number = :number
    """)
        .param("number", number)
        .query(EditionTable::stored)
        .optional();
  }

  /// What everybody may read, the last released first.
  ///
  /// @return when it was released, by number
  Map<String, Instant> released(int limit) {
    var released = new LinkedHashMap<String, Instant>();
    sql("""
    select number, released_at
    from collection_release
    order by released_at desc, number desc
    limit :limit
    """)
        .param("limit", limit)
        .query(row -> {
          released.put(
              row.getString("number"),
              row.getObject("released_at", OffsetDateTime.class).toInstant());
        });
    return released;
  }

  /// What lists tell of an edition.
  record Head(
      String number,
      LocalizedText title,
      String authority,
      LocalDate from,
      LocalDate to,
      int initiatives) {

    Editions.Listed listed(Instant released) {
      return new Editions.Listed(number, title, authority, from, to, initiatives, released);
    }
  }

  /// Of editions what lists tell of them, read out of their texts by the database.
  List<Head> heads(Set<String> numbers) {
    return sql("""
    select json_build_object(
      'number', number, 'title', j -> 'title', 'authority', j -> 'authority',
      'from', j -> 'from', 'to', j -> 'to', 'initiatives', j #> '{figures,initiatives}')::text
    from (select number, text::json as j from collection_edition where number in (:numbers)) e
    """)
        .param("numbers", numbers)
        .query((row, n) -> RoundCodec.head(row.getString(1)))
        .list();
  }

  private static Stored stored(java.sql.ResultSet row, int n) throws java.sql.SQLException {
    var released = row.getObject("released_at", OffsetDateTime.class);
    return new Stored(
        row.getString("number"),
        row.getString("round_id"),
        row.getString("owner"),
        row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
        row.getString("hash"),
        row.getString("text"),
        Optional.ofNullable(released).map(OffsetDateTime::toInstant));
  }
}
