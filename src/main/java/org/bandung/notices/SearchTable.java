package org.bandung.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.search.Question;
import org.bandung.store.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// SQL of saved searches, and of the records that changed lately.
final class SearchTable {

  /// Every part is written, empty or not: that of statements leaves out what is empty.
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Database database;

  SearchTable(Database database) {
    this.database = database;
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// Saves it, unless it is saved already.
  void put(SavedSearch search, Question question) {
    sql("""
    insert into notices_search (id, account, name, address, question, told)
    values (:id, :account, :name, :address, cast(:question as jsonb), :told)
    on conflict (id) do update set name = excluded.name
    """)
        .param("id", search.id())
        .param("account", search.account())
        .param("name", search.name())
        .param("address", search.address())
        .param("question", JSON.writeValueAsString(question))
        .param("told", Timestamp.from(search.told()))
        .update();
  }

  boolean remove(String account, String id) {
    return sql("delete from notices_search where id = :id and account = :account")
            .param("id", id)
            .param("account", account)
            .update()
        > 0;
  }

  int count(String account) {
    return sql("select count(*) from notices_search where account = :account")
        .param("account", account)
        .query(Integer.class)
        .single();
  }

  List<SavedSearch> of(String account) {
    return sql("select * from notices_search where account = :account order by name, id")
        .param("account", account)
        .query(SearchTable::search)
        .list();
  }

  private static SavedSearch search(ResultSet row, int n) throws SQLException {
    return new SavedSearch(
        row.getString("id"),
        row.getString("account"),
        row.getString("name"),
        row.getString("address"),
        row.getTimestamp("told").toInstant());
  }

  Optional<Question> question(String id) {
    return sql("select question from notices_search where id = :id")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(json -> JSON.readValue(json, Question.class));
  }

  void told(String id, Instant until) {
    sql("update notices_search set told = :until where id = :id")
        .param("until", Timestamp.from(until))
        .param("id", id)
        .update();
  }

  /// Notes that records are new or have changed.
  void fresh(Collection<String> keys, Instant now) {
    sql("""
    insert into notices_fresh (key, at) select distinct k, cast(:now as timestamptz)
    from unnest(:keys) as t(k)
    on conflict (key) do update set at = excluded.at
    """)
        .param("keys", keys.toArray(String[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  void forgetBefore(Instant day) {
    sql("delete from notices_fresh where at < :day").param("day", Timestamp.from(day)).update();
  }

  /// Records that are new or have changed since, the newest first, with when.
  Map<String, Instant> freshSince(Instant since, int limit) {
    var fresh = new LinkedHashMap<String, Instant>();
    sql("select key, at from notices_fresh where at > :since order by at desc, key limit :limit")
        .param("since", Timestamp.from(since))
        .param("limit", limit)
        .query(row -> {
          fresh.put(row.getString("key"), row.getTimestamp("at").toInstant());
        });
    return fresh;
  }
}
