package org.bandung.funds.grants;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bandung.funds.grants.GrantEvent.Recorded;
import org.bandung.store.Database;
import org.bandung.store.EventLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of grants.
final class GrantTable {

  private static final EventLog.Names NAMES =
      new EventLog.Names(
          "funds_grant", "funds_grant_event", "funds_grant_command", "grant_id", "person");

  private final Database database;
  private final EventLog log;

  GrantTable(Database database) {
    this.database = database;
    this.log = new EventLog(database, NAMES);
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// Makes the row that deeds take their turn at; waits for another who is making it.
  ///
  /// @return whether it was not there
  boolean begin(Grant g, Instant now) {
    boolean begun =
        sql("""
        insert into funds_grant
          (id, fund_id, owner, audience, proposal, organisation, opened_at, changed_at)
        values (:id, :fund, :owner, 'owner', :proposal, :organisation, :now, :now)
        on conflict do nothing
        """)
                .param("id", g.id())
                .param("fund", g.fund())
                .param("owner", g.owner())
                .param("proposal", g.plan().proposal())
                .param("organisation", g.plan().organisation())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update()
            > 0;
    if (begun) {
      g.plan().partners().stream()
          .map(GrantPlan.Partner::body)
          .filter(Objects::nonNull)
          .distinct()
          .forEach(body ->
              sql("insert into funds_grant_partner (grant_id, body) values (:id, :body)")
                  .param("id", g.id())
                  .param("body", body)
                  .update());
    }
    return begun;
  }

  boolean lock(String id) {
    return log.lock(id);
  }

  List<Recorded> events(String id) {
    return log.read(id, GrantTable::recorded);
  }

  /// The grants, each folded, in the order of the ids.
  List<Grant> grants(List<String> ids) {
    return log.read(ids, GrantTable::recorded).values().stream().map(GrantHistory::fold).toList();
  }

  private static Recorded recorded(EventLog.Row row) {
    return new Recorded(
        row.sequence(), row.at(), row.party(), row.person(), GrantCodec.event(row.event()));
  }

  /// Appends what happened.
  void append(String id, List<Recorded> events) {
    log.append(
        id,
        events.stream()
            .map(e ->
                new EventLog.Row(
                    e.sequence(), e.at(), e.party(), e.person(), GrantCodec.json(e.event())))
            .toList());
    sql("update funds_grant set changed_at = :now where id = :id")
        .param("now", events.getLast().at().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  Optional<EventLog.Kept> command(String id, String person, String key) {
    return log.command(id, person, key);
  }

  void keep(String id, String person, String key, EventLog.Kept kept) {
    log.keep(id, person, key, kept);
  }

  /// Grants of a fund, the oldest first.
  List<String> of(String fund, int limit) {
    return sql("select id from funds_grant where fund_id = :fund order by opened_at, id limit :n")
        .param("fund", fund)
        .param("n", limit)
        .query(String.class)
        .list();
  }

  /// The grant of a proposal.
  Optional<String> ofProposal(String proposal) {
    return sql("select id from funds_grant where proposal = :proposal")
        .param("proposal", proposal)
        .query(String.class)
        .optional();
  }

  /// Grants of a fund to an organisation, the oldest first.
  List<String> ofOrganisation(String fund, String organisation, int limit) {
    return sql("""
    select id from funds_grant
    where fund_id = :fund and organisation = :organisation
    order by opened_at, id limit :n
    """)
        .param("fund", fund)
        .param("organisation", organisation)
        .param("n", limit)
        .query(String.class)
        .list();
  }

  /// Grants of which one of these bodies is a partner, the last changed first.
  List<String> ofPartners(Collection<String> bodies, int limit) {
    return sql("""
    select id from funds_grant
    where id in (select grant_id from funds_grant_partner where body = any(:bodies))
    order by changed_at desc, id
    limit :n
    """)
        .param("bodies", bodies.toArray(String[]::new))
        .param("n", limit)
        .query(String.class)
        .list();
  }
}
