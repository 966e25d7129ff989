package org.bandung.funds;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bandung.funds.FundEvent.Recorded;
import org.bandung.store.Database;
import org.bandung.store.EventLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of funds.
final class FundTable {

  private static final EventLog.Names NAMES =
      new EventLog.Names("funds_fund", "funds_event", "funds_command", "fund_id", "person");

  private final Database database;
  private final EventLog log;

  FundTable(Database database) {
    this.database = database;
    this.log = new EventLog(database, NAMES);
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// Makes the row that deeds take their turn at; waits for another who is making it.
  ///
  /// @return whether it was not there
  boolean begin(Fund f, Instant now) {
    return sql("""
    insert into funds_fund (id, owner, audience, opened_at, changed_at)
    values (:id, :owner, 'owner', :now, :now)
    on conflict do nothing
    """)
            .param("id", f.id())
            .param("owner", f.owner())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  boolean lock(String id) {
    return log.lock(id);
  }

  List<Recorded> events(String id) {
    return log.read(id, FundTable::recorded);
  }

  /// The funds, each folded, in the order of the ids.
  List<Fund> funds(List<String> ids) {
    return log.read(ids, FundTable::recorded).values().stream().map(FundHistory::fold).toList();
  }

  private static Recorded recorded(EventLog.Row row) {
    return new Recorded(
        row.sequence(), row.at(), row.party(), row.person(), FundCodec.event(row.event()));
  }

  /// Appends what happened, and notes what funds are found by.
  void append(String id, List<Recorded> events, Fund after) {
    log.append(
        id,
        events.stream()
            .map(e ->
                new EventLog.Row(
                    e.sequence(), e.at(), e.party(), e.person(), FundCodec.json(e.event())))
            .toList());
    sql("update funds_fund set changed_at = :now, audience = :audience where id = :id")
        .param("now", events.getLast().at().atOffset(ZoneOffset.UTC))
        .param("audience", after.shown() ? "public" : "owner")
        .param("id", id)
        .update();
    for (var event : events) {
      switch (event.event()) {
        case FundEvent.Appointed(var who, var duty) -> appointed(after, who);
        case FundEvent.Dismissed(var who, var duty) -> appointed(after, who);
        default -> {}
      }
    }
  }

  private void appointed(Fund after, String who) {
    if (after.duties(who).isEmpty()) {
      sql("delete from funds_appointment where fund_id = :id and person = :who")
          .param("id", after.id())
          .param("who", who)
          .update();
    } else {
      sql("""
      insert into funds_appointment (fund_id, person) values (:id, :who) on conflict do nothing
      """)
          .param("id", after.id())
          .param("who", who)
          .update();
    }
  }

  Optional<EventLog.Kept> command(String id, String person, String key) {
    return log.command(id, person, key);
  }

  void keep(String id, String person, String key, EventLog.Kept kept) {
    log.keep(id, person, key, kept);
  }

  /// Funds of these bodies, and those a person is appointed to; the last changed first.
  List<String> of(Collection<String> bodies, String person, int limit) {
    return sql("""
    select id from funds_fund
    where owner = any(:bodies)
       or id in (select fund_id from funds_appointment where person = :person)
    order by changed_at desc, id
    limit :limit
    """)
        .param("bodies", bodies.toArray(String[]::new))
        .param("person", person)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /// All funds, the oldest first.
  List<String> all(int limit) {
    return sql("select id from funds_fund order by opened_at, id limit :limit")
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /// Funds that everybody may see, the oldest first.
  List<String> shown(int limit) {
    return sql("""
    select id from funds_fund where audience = 'public' order by opened_at, id limit :limit
    """)
        .param("limit", limit)
        .query(String.class)
        .list();
  }
}
