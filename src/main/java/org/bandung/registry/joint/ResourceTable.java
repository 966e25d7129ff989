package org.bandung.registry.joint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bandung.registry.joint.Resource.Held;
import org.bandung.store.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of resources.
final class ResourceTable {

  private static final String STANDING =
      """
      select * from (
        select distinct on (id) * from registry_resource
        where %s order by id, version desc) r
      where not removed order by year desc, id
      """;

  private final Database database;

  ResourceTable(Database database) {
    this.database = database;
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// Waits for whoever writes; there are few, so one after the other.
  void lock() {
    sql("select pg_advisory_xact_lock(hashtext('registry_resource'))").query(row -> {});
  }

  Optional<Held> find(String id) {
    return sql(STANDING.formatted("id = :id"))
        .param("id", id)
        .query(ResourceTable::held)
        .optional();
  }

  List<Held> of(Collection<String> bodies, int limit) {
    return sql(STANDING.formatted("body = any(:bodies)") + " limit :limit")
        .param("bodies", bodies.toArray(String[]::new))
        .param("limit", limit)
        .query(ResourceTable::held)
        .list();
  }

  /// Those of some years that everybody may read, the last year first. Its year is that of the
  /// version that stands.
  List<Held> released(int from, int to, int limit) {
    return sql("""
    select * from (%s) s where released and year between :from and :to
    order by year desc, id limit :limit
    """
            .formatted(STANDING.formatted("true")))
        .param("from", from)
        .param("to", to)
        .param("limit", limit)
        .query(ResourceTable::held)
        .list();
  }

  private static Held held(ResultSet row, int n) throws SQLException {
    return new Held(
        row.getString("id"),
        row.getString("body"),
        row.getInt("version"),
        JointCodec.resource(row.getString("said")),
        row.getBoolean("released"));
  }

  void append(Held held, String person, Instant now, boolean removed) {
    sql("""
    insert into registry_resource
      (id, version, body, year, at, person, said, removed, released)
    values (:id, :version, :body, :year, :now, :person, cast(:said as jsonb), :removed, :released)
    """)
        .param("id", held.id())
        .param("version", held.version())
        .param("body", held.body())
        .param("year", held.said().year())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("person", person)
        .param("said", JointCodec.json(held.said()))
        .param("removed", removed)
        .param("released", held.released())
        .update();
  }
}
