package org.bandung.parties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.kernel.Audience;
import org.bandung.parties.Parties.OrganisationStatement;
import org.bandung.store.CopyRows;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;

/// The SQL of what sources state of organisations.
final class StatementTable {

  private final Database database;

  StatementTable(Database database) {
    this.database = database;
  }

  /// Whose word on whom.
  record Key(String sourceKey, String reference) {}

  /// A source's last word, as far as newer ones are compared with it.
  record Held(String hash, @Nullable Instant lastUpdated, @Nullable Instant generated) {}

  /// One content that a source said.
  record Said(Key key, String hash) {}

  Map<Key, Held> held(Collection<Key> keys) {
    var held = new HashMap<Key, Held>();
    database
        .sql()
        .sql(
            """
            select source_key, reference, content_hash, last_updated, generated
            from parties_statement
            where (source_key, reference) in
              (select * from unnest(cast(:sources as text[]), cast(:references as text[])))
            order by source_key, reference
            for update
            """)
        .param("sources", keys.stream().map(Key::sourceKey).toArray(String[]::new))
        .param("references", keys.stream().map(Key::reference).toArray(String[]::new))
        .query(row -> {
          held.put(
              key(row),
              new Held(
                  row.getString("content_hash"),
                  instant(row.getTimestamp("last_updated")),
                  instant(row.getTimestamp("generated"))));
        });
    return held;
  }

  Set<Said> saidBefore(Collection<String> hashes) {
    var said = new HashSet<Said>();
    database
        .sql()
        .sql(
            """
            select source_key, reference, content_hash
            from parties_statement_history
            where content_hash = any(:hashes)
            """)
        .param("hashes", hashes.toArray(String[]::new))
        .query(row -> {
          said.add(new Said(key(row), row.getString("content_hash")));
        });
    return said;
  }

  /// Replaces the last words of these sources on these organisations.
  void replace(Map<Key, OrganisationStatement> statements, OrganisationTable names) {
    if (statements.isEmpty()) {
      return;
    }
    var keys = List.copyOf(statements.keySet());
    database
        .sql()
        .sql(
            """
            delete from parties_statement
            where (source_key, reference) in
              (select * from unnest(cast(:sources as text[]), cast(:references as text[])))
            """)
        .param("sources", keys.stream().map(Key::sourceKey).toArray(String[]::new))
        .param("references", keys.stream().map(Key::reference).toArray(String[]::new))
        .update();
    var rows =
        new CopyRows(
            "parties_statement",
            "source_key, reference, content_hash, element, name, type, last_updated, generated,"
                + " owner, audience");
    statements.forEach((key, s) ->
        rows.row(
            key.sourceKey(),
            key.reference(),
            s.contentHash(),
            s.element(),
            new CopyRows.Json(names.json(s.name())),
            s.type(),
            s.lastUpdated(),
            s.generated(),
            key.sourceKey(),
            Audience.PUBLIC.word()));
    database.copy(rows);
  }

  /// Remembers for ever that these contents were said.
  void remember(Collection<Said> said) {
    database
        .sql()
        .sql(
            """
            insert into parties_statement_history
              (source_key, reference, content_hash, owner, audience)
            select source_key, reference, hash, source_key, :audience
            from unnest(cast(:sources as text[]), cast(:references as text[]),
                        cast(:hashes as text[])) as t (source_key, reference, hash)
            on conflict do nothing
            """)
        .param("audience", Audience.PUBLIC.word())
        .param("sources", said.stream().map(s -> s.key().sourceKey()).toArray(String[]::new))
        .param("references", said.stream().map(s -> s.key().reference()).toArray(String[]::new))
        .param("hashes", said.stream().map(Said::hash).toArray(String[]::new))
        .update();
  }

  Collection<String> known(Collection<String> hashes) {
    return database
        .sql()
        .sql(
            """
            select distinct content_hash from parties_statement_history
            where content_hash = any(:hashes)
            """)
        .param("hashes", hashes.toArray(String[]::new))
        .query(String.class)
        .set();
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(row.getString("source_key"), row.getString("reference"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
