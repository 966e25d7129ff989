package org.bandung.registry.joint;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bandung.registry.joint.JointEvent.Recorded;
import org.bandung.store.Database;
import org.bandung.store.EventLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of joint initiatives.
final class JointTable {

  private static final EventLog.Names NAMES =
      new EventLog.Names(
          "registry_joint", "registry_joint_event", "registry_joint_command", "joint_id", "party");

  private final Database database;
  private final EventLog log;

  JointTable(Database database) {
    this.database = database;
    this.log = new EventLog(database, NAMES);
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

  boolean lock(String id) {
    return log.lock(id);
  }

  List<Recorded> events(String id) {
    return log.read(id, JointTable::recorded);
  }

  /// The events of each of these, in the order of the ids.
  List<List<Recorded>> events(List<String> ids) {
    return List.copyOf(log.read(ids, JointTable::recorded).values());
  }

  private static Recorded recorded(EventLog.Row row) {
    return new Recorded(
        row.sequence(), row.at(), row.party(), row.person(), JointCodec.event(row.event()));
  }

  void append(String id, List<Recorded> events) {
    log.append(
        id,
        events.stream()
            .map(e ->
                new EventLog.Row(
                    e.sequence(), e.at(), e.party(), e.person(), JointCodec.json(e.event())))
            .toList());
    sql("update registry_joint set changed_at = :now where id = :id")
        .param("now", events.getLast().at().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  Optional<EventLog.Kept> command(String id, String party, String key) {
    return log.command(id, party, key);
  }

  void keep(String id, String party, String key, EventLog.Kept kept) {
    log.keep(id, party, key, kept);
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
