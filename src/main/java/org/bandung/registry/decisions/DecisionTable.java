package org.bandung.registry.decisions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.store.Database;

/// SQL over decisions.
final class DecisionTable {

  private final Database database;

  DecisionTable(Database database) {
    this.database = database;
  }

  void append(
      String left,
      String right,
      Verdict verdict,
      String reason,
      Body body,
      Account by,
      Instant at) {
    boolean turned = verdict != Verdict.PART_OF && left.compareTo(right) > 0;
    database
        .sql()
        .sql(
            """
            insert into registry_decision
              (left_id, right_id, verdict, reason, body_id, body_name, account, at)
            values (:left, :right, :verdict, :reason, :body, :name, :account, :at)
            """)
        .param("left", turned ? right : left)
        .param("right", turned ? left : right)
        .param("verdict", verdict.code())
        .param("reason", reason)
        .param("body", body.id())
        .param("name", body.name())
        .param("account", by.id())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// All decisions, in the order in which they were taken.
  List<Decision> all() {
    return read("select * from registry_decision order by id", List.of());
  }

  /// Those that concern any of the initiatives, in the order in which they were taken.
  List<Decision> of(Collection<String> ids) {
    return read(
        """
        select * from registry_decision
        where left_id = any(:ids) or right_id = any(:ids) order by id
        """,
        ids);
  }

  private List<Decision> read(String sql, Collection<String> ids) {
    var statement = database.sql().sql(sql);
    if (!ids.isEmpty()) {
      statement = statement.param("ids", ids.toArray(String[]::new));
    }
    return statement
        .query((row, n) ->
            new Decision(
                row.getLong("id"),
                row.getString("left_id"),
                row.getString("right_id"),
                Verdict.ofCode(row.getString("verdict")).orElseThrow(),
                row.getString("reason"),
                row.getString("body_id"),
                row.getString("body_name"),
                row.getTimestamp("at").toInstant()))
        .list();
  }
}
