package org.bandung.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bandung.collection.RoundEvent.Recorded;
import org.bandung.store.Database;
import org.bandung.store.EventLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of rounds.
final class RoundTable {

  private static final EventLog.Names NAMES =
      new EventLog.Names(
          "collection_round", "collection_event", "collection_command", "round_id", "party");

  private final Database database;
  private final EventLog log;

  RoundTable(Database database) {
    this.database = database;
    this.log = new EventLog(database, NAMES);
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// Makes the row that deeds take their turn at; waits for another who is making it.
  ///
  /// @return whether it was not there
  boolean begin(Round r, Instant now) {
    return sql("""
    insert into collection_round (id, owner, due, opened_at, changed_at)
    values (:id, :owner, :due, :now, :now)
    on conflict do nothing
    """)
            .param("id", r.id())
            .param("owner", r.plan().owner())
            .param("due", r.due())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  boolean lock(String id) {
    return log.lock(id);
  }

  List<Recorded> events(String id) {
    return log.read(id, RoundTable::recorded);
  }

  /// The rounds, each folded, in the order of the ids.
  List<Round> rounds(List<String> ids) {
    return log.read(ids, RoundTable::recorded).values().stream().map(RoundHistory::fold).toList();
  }

  private static Recorded recorded(EventLog.Row row) {
    return new Recorded(
        row.sequence(), row.at(), row.party(), row.person(), RoundCodec.event(row.event()));
  }

  /// Appends what happened, and notes what rounds are found by.
  void append(String id, List<Recorded> events, Round after) {
    log.append(
        id,
        events.stream()
            .map(e ->
                new EventLog.Row(
                    e.sequence(), e.at(), e.party(), e.person(), RoundCodec.json(e.event())))
            .toList());
    sql("update collection_round set changed_at = :now, due = :due where id = :id")
        .param("now", events.getLast().at().atOffset(ZoneOffset.UTC))
        .param("due", after.due())
        .param("id", id)
        .update();
    for (var event : events) {
      if (event.event() instanceof RoundEvent.Invited invited) {
        sql("insert into collection_asked (round_id, body) values (:id, :body)")
            .param("id", id)
            .param("body", invited.institution())
            .update();
      }
    }
  }

  /// Where letters to an institution go; empty if its people are told on this node only.
  Optional<String> contact(String id, String institution) {
    return sql("select email from collection_contact where round_id = :id and body = :body")
        .param("id", id)
        .param("body", institution)
        .query(String.class)
        .optional();
  }

  void contact(String id, String institution, String email) {
    sql("insert into collection_contact (round_id, body, email) values (:id, :body, :email)")
        .param("id", id)
        .param("body", institution)
        .param("email", email)
        .update();
  }

  /// Forgets an address wherever letters went to it.
  void forget(String email) {
    sql("delete from collection_contact where lower(email) = lower(:email)")
        .param("email", email)
        .update();
  }

  Optional<EventLog.Kept> command(String id, String party, String key) {
    return log.command(id, party, key);
  }

  void keep(String id, String party, String key, EventLog.Kept kept) {
    log.keep(id, party, key, kept);
  }

  /// Rounds that one of these bodies opened, or in which it is asked; the last changed first.
  List<String> of(Collection<String> bodies, int limit) {
    return sql("""
    select id from collection_round
    where owner = any(:bodies)
       or id in (select round_id from collection_asked where body = any(:bodies))
    order by changed_at desc, id
    limit :limit
    """)
        .param("bodies", bodies.toArray(String[]::new))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /// Rounds whose last day for answers lies between two days.
  List<String> due(LocalDate from, LocalDate to) {
    return sql("select id from collection_round where due between :from and :to order by id")
        .param("from", from)
        .param("to", to)
        .query(String.class)
        .list();
  }
}
