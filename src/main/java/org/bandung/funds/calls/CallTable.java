package org.bandung.funds.calls;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bandung.funds.calls.Call.State;
import org.bandung.store.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of calls, and their fold.
final class CallTable {

  private final Database database;
  final Log<CallEvent> log;

  CallTable(Database database) {
    this.database = database;
    this.log = new Log<>(database, "call", CallEvent.class);
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  boolean begin(String id, String fund, Instant now) {
    return sql("""
    insert into funds_call (id, fund, opened, changed_at) values (:id, :fund, false, :now)
    on conflict do nothing
    """)
            .param("id", id)
            .param("fund", fund)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  void note(Call call, Instant now) {
    sql("update funds_call set opened = :opened, changed_at = :now where id = :id")
        .param("opened", call.state() == State.OPEN)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", call.id())
        .update();
  }

  Optional<Call> find(String id) {
    var events = log.events(id);
    return events.isEmpty() ? Optional.empty() : Optional.of(fold(id, events));
  }

  private List<Call> all(List<String> ids) {
    return log.events(ids).entrySet().stream().map(e -> fold(e.getKey(), e.getValue())).toList();
  }

  /// Calls that were opened and not called off, the last changed first.
  List<Call> opened(int limit) {
    return all(
        sql("select id from funds_call where opened order by changed_at desc, id limit :limit")
            .param("limit", limit)
            .query(String.class)
            .list());
  }

  List<Call> of(String fund, int limit) {
    return all(
        sql("""
        select id from funds_call where fund = :fund order by changed_at desc, id limit :limit
        """)
            .param("fund", fund)
            .param("limit", limit)
            .query(String.class)
            .list());
  }

  static Call fold(String id, List<Recorded<CallEvent>> events) {
    if (!(events.getFirst().event() instanceof CallEvent.Planned first)) {
      throw new IllegalStateException("a call begins by being planned");
    }
    var plan = first.plan();
    var state = State.PLANNED;
    var hash = "";
    var deadline = plan.deadline();
    for (var recorded : events.subList(1, events.size())) {
      switch (recorded.event()) {
        case CallEvent.Planned(var fund, var again) -> {
          plan = again;
          deadline = again.deadline();
        }
        case CallEvent.Opened(var of) -> {
          state = State.OPEN;
          hash = of;
        }
        case CallEvent.Extended(var later, var reason) -> deadline = later;
        case CallEvent.Cancelled c -> state = State.CANCELLED;
      }
    }
    return new Call(
        id, first.fund(), plan, state, plan.rules(), hash, deadline, events.getLast().sequence());
  }
}
