package org.bandung.catalogue.matches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.bandung.store.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of matches.
final class MatchTable {

  private final Database database;

  MatchTable(Database database) {
    this.database = database;
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// Makes the row that deeds take their turn at.
  ///
  /// @return whether it was not there
  boolean begin(Match match, Instant now) {
    return sql("""
    insert into catalogue_match (id, entry, inviting, invited, role, state, begun_at, changed_at)
    values (:id, :entry, :inviting, :invited, :role, :state, :now, :now)
    on conflict do nothing
    """)
            .param("id", match.id())
            .param("entry", match.subject().entry())
            .param("inviting", match.sides().inviting())
            .param("invited", match.sides().invited())
            .param("role", match.sides().role().code())
            .param("state", match.state().code())
            .param("now", Timestamp.from(now))
            .update()
        > 0;
  }

  boolean lock(String id) {
    return sql("select id from catalogue_match where id = :id for update")
        .param("id", id)
        .query(String.class)
        .optional()
        .isPresent();
  }

  List<Match.Step> steps(String id) {
    return sql("""
    select sequence, at, party, person, event from catalogue_match_event
    where match = :id order by sequence
    """)
        .param("id", id)
        .query(MatchTable::step)
        .list();
  }

  /// The steps of each of these matches, in the order of the ids.
  List<List<Match.Step>> steps(List<String> ids) {
    var found = new LinkedHashMap<String, List<Match.Step>>();
    ids.forEach(id -> found.put(id, new ArrayList<>()));
    sql("""
    select match, sequence, at, party, person, event from catalogue_match_event
    where match = any(:ids) order by match, sequence
    """)
        .param("ids", ids.toArray(String[]::new))
        .query(row -> {
          found.getOrDefault(row.getString("match"), new ArrayList<>()).add(step(row, 0));
        });
    return List.copyOf(found.values());
  }

  private static Match.Step step(ResultSet row, int n) throws SQLException {
    return new Match.Step(
        row.getLong("sequence"),
        row.getTimestamp("at").toInstant(),
        row.getString("party"),
        row.getString("person"),
        MatchCodec.event(row.getString("event")));
  }

  /// @param key of the command; the same key twice is the same command
  void append(Match after, String key) {
    var step = after.steps().getLast();
    sql("""
    insert into catalogue_match_event (match, sequence, at, party, person, key, event)
    values (:id, :sequence, :at, :party, :person, :key, cast(:event as jsonb))
    """)
        .param("id", after.id())
        .param("sequence", step.sequence())
        .param("at", Timestamp.from(step.at()))
        .param("party", step.party())
        .param("person", step.person())
        .param("key", key)
        .param("event", MatchCodec.json(step.event()))
        .update();
    sql("update catalogue_match set state = :state, consultation = :talks, changed_at = :at where id = :id")
        .param("state", after.state().code())
        .param("talks", after.consultation())
        .param("at", Timestamp.from(step.at()))
        .param("id", after.id())
        .update();
  }

  /// Whether the party has sent a command with this key.
  boolean known(String id, String party, String key) {
    return sql("""
    select exists (select from catalogue_match_event
      where match = :id and party = :party and key = :key)
    """)
        .param("id", id)
        .param("party", party)
        .param("key", key)
        .query(Boolean.class)
        .single();
  }

  /// An open match of the same two about the same thing.
  Optional<String> open(Match.Subject subject, Match.Sides sides) {
    return sql("""
    select id from catalogue_match
    where inviting = :inviting and invited = :invited and role = :role and entry = :entry
      and state in ('invited', 'in-talks')
    limit 1
    """)
        .param("inviting", sides.inviting())
        .param("invited", sides.invited())
        .param("role", sides.role().code())
        .param("entry", subject.entry())
        .query(String.class)
        .optional();
  }

  /// The matches of parties, those that changed last first.
  List<String> of(Collection<String> parties, int limit) {
    return sql("""
    select id from catalogue_match where inviting = any(:parties) or invited = any(:parties)
    order by changed_at desc, id limit :limit
    """)
        .param("parties", parties.toArray(String[]::new))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /// The matches about one entry that this party began or is invited to.
  List<String> about(String entry, String party) {
    return sql("""
    select id from catalogue_match
    where entry = :entry and (inviting = :party or invited = :party) order by begun_at, id
    """)
        .param("entry", entry)
        .param("party", party)
        .query(String.class)
        .list();
  }

  /// The matches that talks came of.
  List<String> talking(String consultation) {
    return sql("select id from catalogue_match where consultation = :talks")
        .param("talks", consultation)
        .query(String.class)
        .list();
  }
}
