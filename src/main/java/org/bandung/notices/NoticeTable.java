package org.bandung.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bandung.registry.said.ContentCodec;
import org.bandung.store.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// SQL of inboxes and habits.
final class NoticeTable {

  private final Database database;

  NoticeTable(Database database) {
    this.database = database;
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// Notices, habit and searches of somebody.
  void forget(String account) {
    for (var table : List.of("notices_notice", "notices_habit", "notices_search")) {
      sql("delete from " + table + " where account = :account").param("account", account).update();
    }
  }

  void put(String account, Notice notice) {
    sql("""
    insert into notices_notice (account, body, what, path, facts, at)
    values (:account, :body, :what, :path, cast(:facts as jsonb), :at)
    """)
        .param("account", account)
        .param("body", notice.body())
        .param("what", notice.what())
        .param("path", notice.path())
        .param("facts", ContentCodec.json(notice.facts()))
        .param("at", Timestamp.from(notice.at()))
        .update();
  }

  /// What somebody was told for these bodies, the newest first.
  ///
  /// @param before the id of the last one seen
  List<Notice> of(String account, Collection<String> bodies, long before, int limit) {
    return sql("""
    select * from notices_notice
    where account = :account and body = any(:bodies) and id < :before
    order by id desc limit :limit
    """)
        .param("account", account)
        .param("bodies", bodies.toArray(String[]::new))
        .param("before", before)
        .param("limit", limit)
        .query(NoticeTable::notice)
        .list();
  }

  /// What she was told and no letter has carried yet, the oldest first.
  List<Notice> unsent(String account, Collection<String> bodies, int limit) {
    return sql("""
    select * from notices_notice
    where account = :account and body = any(:bodies) and not sent and read_at is null
    order by id limit :limit
    """)
        .param("account", account)
        .param("bodies", bodies.toArray(String[]::new))
        .param("limit", limit)
        .query(NoticeTable::notice)
        .list();
  }

  /// How much she was told that no letter has carried yet.
  int unsent(String account, Collection<String> bodies) {
    return sql("""
    select count(*) from notices_notice
    where account = :account and body = any(:bodies) and not sent and read_at is null
    """)
        .param("account", account)
        .param("bodies", bodies.toArray(String[]::new))
        .query(Integer.class)
        .single();
  }

  void sent(String account) {
    sql("update notices_notice set sent = true where account = :account and not sent")
        .param("account", account)
        .update();
  }

  int unread(String account, Collection<String> bodies) {
    return sql("""
    select count(*) from notices_notice
    where account = :account and body = any(:bodies) and read_at is null
    """)
        .param("account", account)
        .param("bodies", bodies.toArray(String[]::new))
        .query(Integer.class)
        .single();
  }

  void read(String account, long upTo, Instant now) {
    sql("""
    update notices_notice set read_at = :now
    where account = :account and id <= :id and read_at is null
    """)
        .param("account", account)
        .param("id", upTo)
        .param("now", Timestamp.from(now))
        .update();
  }

  private static Notice notice(ResultSet row, int n) throws SQLException {
    return new Notice(
        row.getLong("id"),
        row.getString("body"),
        row.getString("what"),
        row.getString("path"),
        ContentCodec.fromJson(row.getString("facts"), new TypeReference<>() {}),
        row.getTimestamp("at").toInstant(),
        row.getTimestamp("read_at") != null);
  }

  /// A habit and when the last letter left.
  record Habit(LetterHabit habit, Instant last) {}

  Optional<Habit> habit(String account) {
    return sql("select habit, last_letter from notices_habit where account = :account")
        .param("account", account)
        .query((row, n) ->
            new Habit(
                LetterHabit.ofCode(row.getString("habit")).orElse(LetterHabit.DAILY),
                row.getTimestamp("last_letter").toInstant()))
        .optional();
  }

  void habit(String account, LetterHabit habit, Instant last) {
    sql("""
    insert into notices_habit (account, habit, last_letter) values (:account, :habit, :last)
    on conflict (account) do update
      set habit = excluded.habit, last_letter = excluded.last_letter
    """)
        .param("account", account)
        .param("habit", habit.code())
        .param("last", Timestamp.from(last))
        .update();
  }

  /// Everybody who may be waiting for a letter.
  List<String> waiting() {
    return sql("""
    select distinct account from notices_notice where not sent and read_at is null
    union select account from notices_search
    """)
        .query(String.class)
        .list();
  }

  /// One process composes letters at a time.
  boolean takeTurn() {
    return sql("select pg_try_advisory_xact_lock(1957)").query(Boolean.class).single();
  }
}
