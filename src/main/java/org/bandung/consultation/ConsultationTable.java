package org.bandung.consultation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bandung.consultation.ConsultationEvent.Author;
import org.bandung.consultation.ConsultationEvent.Recorded;
import org.bandung.store.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of consultations.
final class ConsultationTable {

  /// Seen by its parties only.
  private static final String AUDIENCE = "parties";

  private final Database database;

  ConsultationTable(Database database) {
    this.database = database;
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

  /// Waits for its turn; whether there is such a consultation.
  boolean lock(String id) {
    return sql("select id from consultation_consultation where id = :id for update")
        .param("id", id)
        .query(String.class)
        .optional()
        .isPresent();
  }

  List<Recorded> events(String id) {
    return sql("""
    select sequence, at, party, person, event from consultation_event
    where consultation_id = :id order by sequence
    """)
        .param("id", id)
        .query((row, n) ->
            new Recorded(
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Author(row.getString("party"), row.getString("person")),
                ConsultationCodec.read(row.getString("event"), ConsultationEvent.class)))
        .list();
  }

  void append(String id, List<Recorded> events) {
    for (var recorded : events) {
      sql("""
      insert into consultation_event (consultation_id, sequence, at, party, person, event)
      values (:id, :sequence, :at, :party, :person, cast(:event as jsonb))
      """)
          .param("id", id)
          .param("sequence", recorded.sequence())
          .param("at", recorded.at().atOffset(ZoneOffset.UTC))
          .param("party", recorded.by().party())
          .param("person", recorded.by().person())
          .param("event", ConsultationCodec.json(recorded.event()))
          .update();
    }
  }

  /// A command that was done.
  record Kept(String command, long first, long last) {}

  Optional<Kept> command(String id, String party, String key) {
    return sql("""
    select command, first_sequence, last_sequence from consultation_command
    where consultation_id = :id and party = :party and key = :key
    """)
        .param("id", id)
        .param("party", party)
        .param("key", key)
        .query((row, n) ->
            new Kept(
                row.getString("command"),
                row.getLong("first_sequence"),
                row.getLong("last_sequence")))
        .optional();
  }

  void keep(String id, String party, String key, Kept kept) {
    sql("""
    insert into consultation_command
      (consultation_id, party, key, command, first_sequence, last_sequence)
    values (:id, :party, :key, :command, :first, :last)
    """)
        .param("id", id)
        .param("party", party)
        .param("key", key)
        .param("command", kept.command())
        .param("first", kept.first())
        .param("last", kept.last())
        .update();
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
