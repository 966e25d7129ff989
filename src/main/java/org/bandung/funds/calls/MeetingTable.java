package org.bandung.funds.calls;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bandung.store.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of meetings.
final class MeetingTable {

  private static final int LIST = 300;

  private final Database database;
  final Log<MeetingEvent> log;

  MeetingTable(Database database) {
    this.database = database;
    this.log = new Log<>(database, "meeting", MeetingEvent.class);
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  boolean begin(String id, String fund, Instant now) {
    return sql("""
    insert into funds_meeting (id, fund, changed_at) values (:id, :fund, :now)
    on conflict do nothing
    """)
            .param("id", id)
            .param("fund", fund)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  void note(String id, Instant now) {
    sql("update funds_meeting set changed_at = :now where id = :id")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  Optional<Meeting> find(String id) {
    var events = log.events(id);
    return events.isEmpty() ? Optional.empty() : Optional.of(Meeting.fold(id, events));
  }

  List<Meeting> of(String fund) {
    var ids =
        sql("""
        select id from funds_meeting where fund = :fund order by changed_at desc, id limit :limit
        """)
            .param("fund", fund)
            .param("limit", LIST)
            .query(String.class)
            .list();
    return log.events(ids).entrySet().stream()
        .map(e -> Meeting.fold(e.getKey(), e.getValue()))
        .toList();
  }
}
