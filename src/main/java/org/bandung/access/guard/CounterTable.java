package org.bandung.access.guard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bandung.access.guard.Guesses.Counter;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of wrong tries: strangers' stand with the account, those of a browser with its mark.
final class CounterTable {

  private final Database database;

  CounterTable(Database database) {
    this.database = database;
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  private static @Nullable Timestamp moment(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static Counter counter(ResultSet row, byte @Nullable [] device) throws SQLException {
    var locked = row.getTimestamp("locked_until");
    return new Counter(
        row.getString("account"),
        device,
        row.getInt("failures"),
        locked == null ? null : locked.toInstant());
  }

  Counter strangers(String account) {
    return sql("""
    select id as account, failures, locked_until from access_account where id = :account
    """)
        .param("account", account)
        .query((row, n) -> counter(row, null))
        .single();
  }

  Optional<Counter> device(String account, List<byte[]> hashes, Instant now) {
    return sql("""
    select account, hash, failures, locked_until from access_device
    where account = :account and hash = any(:hashes) and expires_at > :now
    order by made_at desc limit 1
    """)
        .param("account", account)
        .param("hashes", hashes.toArray(byte[][]::new))
        .param("now", Timestamp.from(now))
        .query((row, n) -> counter(row, row.getBytes("hash")))
        .optional();
  }

  void set(Counter counter) {
    var device = counter.device();
    var statement =
        device == null
            ? sql(
                """
                update access_account set failures = :failures, locked_until = :until
                where id = :account
                """)
            : sql("""
            update access_device set failures = :failures, locked_until = :until
            where account = :account and hash = :device
            """)
                .param("device", device);
    statement
        .param("failures", counter.failures())
        .param("until", moment(counter.lockedUntil()))
        .param("account", counter.account())
        .update();
  }

  void forgetStrangers(String account, Instant lockedBefore) {
    sql("""
    update access_account set failures = 0, locked_until = null
    where id = :account and (locked_until is null or locked_until < :before)
    """)
        .param("account", account)
        .param("before", Timestamp.from(lockedBefore))
        .update();
  }
}
