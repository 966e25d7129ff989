package org.bandung.consultation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bandung.consultation.ConsultationEvent.Author;
import org.bandung.consultation.ConsultationEvent.Recorded;
import org.bandung.store.Database;
import org.bandung.store.EventLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of consultations.
final class ConsultationTable {

  /// Seen by its parties only.
  private static final String AUDIENCE = "parties";

  private static final EventLog.Names NAMES =
      new EventLog.Names(
          "consultation_consultation",
          "consultation_event",
          "consultation_command",
          "consultation_id",
          "party");

  private final Database database;
  private final EventLog log;

  ConsultationTable(Database database) {
    this.database = database;
    this.log = new EventLog(database, NAMES);
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// Makes the row that commands take their turn at; waits for another who is making it.
  ///
  /// @return whether it was not there
  boolean begin(Consultation c, String opener, Instant now) {
    int made =
        sql("""
        insert into consultation_consultation (id, opened_at, owner, audience)
        values (:id, :now, :owner, :audience)
        on conflict do nothing
        """)
            .param("id", c.id())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("owner", opener)
            .param("audience", AUDIENCE)
            .update();
    if (made == 0) {
      return false;
    }
    for (var party : c.setup().parties()) {
      sql("insert into consultation_party (consultation_id, party) values (:id, :party)")
          .param("id", c.id())
          .param("party", party.id())
          .update();
    }
    return true;
  }

  boolean lock(String id) {
    return log.lock(id);
  }

  List<Recorded> events(String id) {
    return log.read(id, ConsultationTable::recorded);
  }

  /// What happened in each of these, in the order of the ids.
  List<List<Recorded>> events(List<String> ids) {
    return List.copyOf(log.read(ids, ConsultationTable::recorded).values());
  }

  private static Recorded recorded(EventLog.Row row) {
    return new Recorded(
        row.sequence(),
        row.at(),
        new Author(row.party(), row.person()),
        ConsultationCodec.read(row.event(), ConsultationEvent.class));
  }

  void append(String id, List<Recorded> events) {
    log.append(
        id,
        events.stream()
            .map(e ->
                new EventLog.Row(
                    e.sequence(),
                    e.at(),
                    e.by().party(),
                    e.by().person(),
                    ConsultationCodec.json(e.event())))
            .toList());
  }

  Optional<EventLog.Kept> command(String id, String party, String key) {
    return log.command(id, party, key);
  }

  void keep(String id, String party, String key, EventLog.Kept kept) {
    log.keep(id, party, key, kept);
  }

  boolean takesPart(String id, String party) {
    return sql("""
    select exists (select from consultation_party where consultation_id = :id and party = :party)
    """)
        .param("id", id)
        .param("party", party)
        .query(Boolean.class)
        .single();
  }

  /// Consultations of a party, the newest first.
  List<String> of(String party, int limit) {
    return sql("""
    select c.id from consultation_consultation c
    join consultation_party p on p.consultation_id = c.id
    where p.party = :party
    order by c.opened_at desc, c.id
    limit :limit
    """)
        .param("party", party)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /// Consultations in which a deadline has gone by that is not written down as lapsed.
  List<String> withDeadlinesBefore(Instant now) {
    return sql("""
    select distinct d.consultation_id from consultation_event d
    where d.event ->> 'type' = 'deadline-set'
      and cast(d.event ->> 'until' as timestamptz) <= :now
      and not exists (
        select from consultation_event l
        where l.consultation_id = d.consultation_id
          and l.event ->> 'type' = 'deadline-lapsed'
          and l.event -> 'version' = d.event -> 'version'
          and l.event -> 'until' = d.event -> 'until')
    """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .list();
  }
}
