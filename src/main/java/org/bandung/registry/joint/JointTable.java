package org.bandung.registry.joint;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bandung.registry.joint.JointEvent.Recorded;
import org.bandung.store.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of joint initiatives.
final class JointTable {

  private final Database database;

  JointTable(Database database) {
    this.database = database;
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// Makes the row that deeds take their turn at; waits for another who is making it.
  ///
  /// @return whether it was not there
  boolean begin(Joint j, String opener, Instant now) {
    int made =
        sql("""
        insert into registry_joint (id, owner, agreement, begun_at, changed_at)
        values (:id, :owner, :agreement, :now, :now)
        on conflict do nothing
        """)
            .param("id", j.id())
            .param("owner", opener)
            .param("agreement", j.beginning().origin().agreement())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    if (made == 0) {
      return false;
    }
    for (var party : j.beginning().parties()) {
      sql("insert into registry_joint_party (joint_id, party) values (:id, :party)")
          .param("id", j.id())
          .param("party", party.id())
          .update();
    }
    return true;
  }

  /// Waits for its turn; whether there is such an initiative.
  boolean lock(String id) {
    return sql("select id from registry_joint where id = :id for update")
        .param("id", id)
        .query(String.class)
        .optional()
        .isPresent();
  }

  List<Recorded> events(String id) {
    return sql("""
    select sequence, at, party, person, event from registry_joint_event
    where joint_id = :id order by sequence
    """)
        .param("id", id)
        .query((row, n) ->
            new Recorded(
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("party"),
                row.getString("person"),
                JointCodec.event(row.getString("event"))))
        .list();
  }

  void append(String id, List<Recorded> events) {
    for (var recorded : events) {
      sql("""
      insert into registry_joint_event (joint_id, sequence, at, party, person, event)
      values (:id, :sequence, :at, :party, :person, cast(:event as jsonb))
      """)
          .param("id", id)
          .param("sequence", recorded.sequence())
          .param("at", recorded.at().atOffset(ZoneOffset.UTC))
          .param("party", recorded.party())
          .param("person", recorded.person())
          .param("event", JointCodec.json(recorded.event()))
          .update();
    }
    sql("update registry_joint set changed_at = :now where id = :id")
        .param("now", events.getLast().at().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  /// A deed that was done.
  record Kept(String command, long first, long last) {}

  Optional<Kept> command(String id, String party, String key) {
    return sql("""
    select command, first_sequence, last_sequence from registry_joint_command
    where joint_id = :id and party = :party and key = :key
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
    insert into registry_joint_command
      (joint_id, party, key, command, first_sequence, last_sequence)
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

  /// Initiatives of any of these parties, the last changed first.
  List<String> of(Collection<String> parties, int limit) {
    return sql("""
    select id from registry_joint
    where id in (select joint_id from registry_joint_party where party = any(:parties))
    order by changed_at desc, id
    limit :limit
    """)
        .param("parties", parties.toArray(String[]::new))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /// The initiatives that began from an agreement.
  List<String> ofAgreement(String agreement) {
    return sql("select id from registry_joint where agreement = :agreement order by begun_at, id")
        .param("agreement", agreement)
        .query(String.class)
        .list();
  }
}
