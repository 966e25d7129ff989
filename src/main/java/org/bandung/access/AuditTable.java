package org.bandung.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// SQL of the audit log.
final class AuditTable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int AT_ONCE = 5_000;

  private final Database database;

  AuditTable(Database database) {
    this.database = database;
  }

  void lockForWriting() {
    database.sql().sql("select pg_advisory_xact_lock(1981)").query((row, n) -> 0).single();
  }

  @Nullable AuditLine last() {
    return database
        .sql()
        .sql("select * from access_audit order by number desc limit 1")
        .query(AuditTable::line)
        .optional()
        .orElse(null);
  }

  void append(AuditLine line) {
    var deed = line.deed();
    database
        .sql()
        .sql(
            """
            insert into access_audit
              (number, at, account, body, action, object, detail, previous, hash)
            values (:number, :at, :account, :body, :action, :object, cast(:detail as json),
              :previous, :hash)
            """)
        .param("number", line.number())
        .param("at", java.sql.Timestamp.from(line.at()))
        .param("account", deed.account())
        .param("body", deed.body())
        .param("action", deed.action())
        .param("object", deed.object())
        .param("detail", JSON.writeValueAsString(deed.detail()))
        .param("previous", line.previous())
        .param("hash", line.hash())
        .update();
  }

  /// The last lines of what was done for a body or to it, the newest first.
  List<AuditLine> ofBody(String body, int limit) {
    return database
        .sql()
        .sql(
            """
            select * from access_audit where body = :body or object = :body
            order by number desc limit :limit
            """)
        .param("body", body)
        .param("limit", limit)
        .query(AuditTable::line)
        .list();
  }

  void each(Consumer<AuditLine> consumer) {
    long after = Long.MIN_VALUE;
    for (var lines = after(after); !lines.isEmpty(); lines = after(after)) {
      lines.forEach(consumer);
      after = lines.getLast().number();
    }
  }

  private List<AuditLine> after(long number) {
    return database
        .sql()
        .sql("select * from access_audit where number > :after order by number limit :limit")
        .param("after", number)
        .param("limit", AT_ONCE)
        .query(AuditTable::line)
        .list();
  }

  private static AuditLine line(ResultSet row, int n) throws SQLException {
    Map<String, String> detail =
        JSON.readValue(row.getString("detail"), new TypeReference<TreeMap<String, String>>() {});
    return new AuditLine(
        row.getLong("number"),
        row.getTimestamp("at").toInstant(),
        new Audit.Deed(
            row.getString("account"),
            row.getString("body"),
            row.getString("action"),
            row.getString("object"),
            detail),
        row.getString("previous"),
        row.getString("hash"));
  }
}
