package org.bandung.registry.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.registry.said.ContentCodec;
import org.bandung.registry.said.Statement;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;

/// SQL over what is public and stands. The audience stands in every statement here: nothing of this
/// class takes a reader, for there is only one, everybody.
final class PublishedTable {

  private final Database database;

  PublishedTable(Database database) {
    this.database = database;
  }

  List<String> idsAfter(Selection selection, String id, int limit) {
    return database
        .sql()
        .sql(
            """
            select i.id from registry_initiative i
            where i.id > :id and i.audience = 'public' and not i.withdrawn
              and not exists (select from registry_merged m where m.loser = i.id)
              and (cast(:country as text) is null or exists (
                select from registry_participation p
                where p.initiative_id = i.id and p.country = :country))
              and (cast(:source as text) is null or exists (
                select from registry_statement s
                join registry_source src on src.id = s.source_id
                where src.key = :source and s.withdrawn_at is null and s.audience = 'public'
                  and (s.initiative_id = i.id or s.initiative_id in (
                    select loser from registry_merged where winner = i.id))))
            order by i.id limit :limit
            """)
        .param("id", id)
        .param("country", selection.country().map(c -> c.alpha3()).orElse(null), Types.VARCHAR)
        .param("source", selection.source().orElse(null), Types.VARCHAR)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /// Those of the ids that are public, stand and were not merged into another.
  List<String> open(Collection<String> ids) {
    return database
        .sql()
        .sql(
            """
            select i.id from registry_initiative i
            where i.id = any(:ids) and i.audience = 'public' and not i.withdrawn
              and not exists (select from registry_merged m where m.loser = i.id)
            order by i.id
            """)
        .param("ids", ids.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /// The statements that stand, by initiative.
  Map<String, List<Statement>> statements(Collection<String> ids) {
    var map = new HashMap<String, List<Statement>>();
    database
        .sql()
        .sql(
            """
            with heard as (
              select i.id as told_of, i.id as own from unnest(:ids) as i(id)
              union all
              select m.winner, m.loser from registry_merged m where m.winner = any(:ids))
            select h.told_of, src.channel, src.publisher, src.name, s.original_id, s.speaker,
                   v.content_hash, v.element, v.content, v.last_updated, v.generated,
                   j.notes, j.judged_with
            from heard h
            join registry_statement s on s.initiative_id = h.own
            join registry_source src on src.id = s.source_id
            join registry_version v on v.id = s.current_version
            left join registry_judgement j on j.version_id = v.id
            where s.withdrawn_at is null and s.audience = 'public' and src.audience = 'public'
            """)
        .param("ids", ids.toArray(String[]::new))
        .query(row -> {
          map.computeIfAbsent(row.getString("told_of"), k -> new ArrayList<>()).add(statement(row));
        });
    return map;
  }

  private static Statement statement(ResultSet row) throws SQLException {
    var notes = row.getBytes("notes");
    return new Statement(
        new Statement.Source(
            row.getString("channel"),
            row.getString("publisher"),
            ContentCodec.texts(row.getString("name"))),
        row.getString("original_id"),
        Statement.Speaker.valueOf(row.getString("speaker")),
        HexFormat.of().formatHex(row.getBytes("content_hash")),
        new Statement.Payload(row.getBytes("element")),
        instant(row, "last_updated"),
        instant(row, "generated"),
        ContentCodec.unpackContent(row.getBytes("content")),
        notes == null ? List.of() : ContentCodec.unpackNotes(notes),
        Optional.ofNullable(row.getString("judged_with")).orElse(""));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var stored = row.getTimestamp(column);
    return stored == null ? null : stored.toInstant();
  }

  /// What was merged into each of these.
  Map<String, List<String>> also(Collection<String> ids) {
    var map = new HashMap<String, List<String>>();
    database
        .sql()
        .sql("select winner, loser from registry_merged where winner = any(:ids) order by loser")
        .param("ids", ids.toArray(String[]::new))
        .query(row -> {
          map.computeIfAbsent(row.getString("winner"), k -> new ArrayList<>())
              .add(row.getString("loser"));
        });
    return map;
  }
}
