package org.bandung.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.Reader;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.ContentCodec;
import org.bandung.registry.said.Statement;
import org.bandung.store.Database;

/// SQL that reads statements side by side, and sources.
final class StatementQueries {

  private final Database database;

  StatementQueries(Database database) {
    this.database = database;
  }

  /// A statement and when its source last changed it.
  record Side(InitiativeView.StatementView view, Composition.Voice voice) {}

  List<Side> sides(Reader reader, String initiative) {
    return database
        .sql()
        .sql(
            """
            select s.original_id, s.speaker, s.withdrawn_at, src.key, v.content, v.last_updated,
                   v.generated, v.received_at, j.notes,
                   (select count(*) from registry_version o where o.statement_id = s.id) as versions
            from registry_statement s
            join registry_source src on src.id = s.source_id
            join registry_version v on v.id = s.current_version
            left join registry_judgement j on j.version_id = v.id
            where (s.initiative_id = :initiative
                or s.initiative_id in (
                  select loser from registry_merged where winner = :initiative))
              and s.audience = any(:audiences)
            """)
        .param("initiative", initiative)
        .param("audiences", reader.audiences().toArray(String[]::new))
        .query((row, n) -> side(row))
        .list();
  }

  private static Side side(ResultSet row) throws SQLException {
    var source = row.getString("key");
    var originalId = row.getString("original_id");
    var key = StatementTable.statementKey(source, originalId);
    var speaker = Statement.Speaker.valueOf(row.getString("speaker"));
    var content = ContentCodec.unpackContent(row.getBytes("content"));
    var notes = row.getBytes("notes");
    var lastUpdated = StatementTable.instant(row, "last_updated");
    var generated = StatementTable.instant(row, "generated");
    var view =
        new InitiativeView.StatementView(
            key,
            source,
            originalId,
            speaker,
            lastUpdated.or(() -> generated),
            row.getTimestamp("received_at").toInstant(),
            StatementTable.instant(row, "withdrawn_at"),
            row.getInt("versions"),
            content,
            notes == null ? List.of() : ContentCodec.unpackNotes(notes));
    var rank = StatementTable.rankDate(lastUpdated, generated);
    return new Side(view, new Composition.Voice(key, speaker, rank, content));
  }

  /// A statement that stands, and its voice.
  record Standing(InitiativeView.Spoken spoken, Composition.Voice voice) {}

  /// What stands of each of these initiatives, and of those that were merged into them.
  List<Standing> standing(Reader reader, Collection<String> ids) {
    return database
        .sql()
        .sql(
            """
            select coalesce(m.winner, s.initiative_id) as told_in, s.initiative_id as own,
                   src.key, s.original_id, s.speaker, v.content, v.last_updated, v.generated
            from registry_statement s
            left join registry_merged m on m.loser = s.initiative_id
            join registry_source src on src.id = s.source_id
            join registry_version v on v.id = s.current_version
            where s.initiative_id in (
                select unnest(:ids)
                union select loser from registry_merged where winner = any(:ids))
              and s.withdrawn_at is null
              and s.audience = any(:audiences)
            order by told_in, src.key, s.original_id
            """)
        .param("ids", ids.toArray(String[]::new))
        .param("audiences", reader.audiences().toArray(String[]::new))
        .query((row, n) -> standing(row))
        .list();
  }

  private static Standing standing(ResultSet row) throws SQLException {
    var spoken =
        new InitiativeView.Spoken(
            row.getString("told_in"),
            row.getString("own"),
            row.getString("key"),
            row.getString("original_id"),
            Statement.Speaker.valueOf(row.getString("speaker")),
            ContentCodec.unpackContent(row.getBytes("content")));
    var rank =
        StatementTable.rankDate(
            StatementTable.instant(row, "last_updated"), StatementTable.instant(row, "generated"));
    return new Standing(
        spoken, new Composition.Voice(spoken.key(), spoken.speaker(), rank, spoken.content()));
  }

  /// Which of these original ids we hold, as initiative ids.
  Map<String, String> initiativesOf(List<Content.Relation> relations) {
    var map = new LinkedHashMap<String, String>();
    if (relations.isEmpty()) {
      return map;
    }
    var values = new ArrayList<String>();
    relations.forEach(r -> values.add(StatementRules.normalised(r.originalId())));
    database
        .sql()
        .sql(
            """
            select value, initiative_id from registry_identifier
            where scheme = :scheme and value = any(:values)
            """)
        .param("scheme", StatementRules.SCHEME)
        .param("values", values.toArray(String[]::new))
        .query(row -> {
          map.put(row.getString("value"), row.getString("initiative_id"));
        });
    return map;
  }

  /// A body of this node that says nothing public is no source: that it once was would tell that
  /// something was taken back.
  private static final String HEARD =
      """
      (src.channel <> 'desk' or src.elsewhere or exists (
        select from registry_statement h where h.source_id = src.id and h.withdrawn_at is null))
      """;

  List<SourceView> sources(Reader reader, Optional<String> key) {
    return database
        .sql()
        .sql(
            """
            select src.key, src.channel, src.publisher, src.name,
                   count(s.id) filter (where s.withdrawn_at is null) as statements,
                   count(s.id) filter (
                     where s.withdrawn_at is not null and src.channel <> 'desk') as withdrawn,
                   count(s.id) filter (where j.note_count > 0) as noted,
                   max(v.received_at) as last_received
            from registry_source src
            left join registry_statement s on s.source_id = src.id
            left join registry_version v on v.id = s.current_version
            left join registry_judgement j on j.version_id = v.id
            where src.audience = any(:audiences) and (cast(:key as text) is null or src.key = :key)
              and %s
            group by src.id
            order by statements desc, src.key
            """
                .formatted(HEARD))
        .param("audiences", reader.audiences().toArray(String[]::new))
        .param("key", key.orElse(null), java.sql.Types.VARCHAR)
        .query((row, n) ->
            new SourceView(
                row.getString("key"),
                row.getString("channel"),
                row.getString("publisher"),
                ContentCodec.texts(row.getString("name")),
                row.getLong("statements"),
                row.getLong("withdrawn"),
                row.getLong("noted"),
                StatementTable.instant(row, "last_received")))
        .list();
  }

  Registry.Counts counts(Reader reader, Facets all, long southSouth, long headline) {
    return database
        .sql()
        .sql(
            """
            select count(*) filter (where withdrawn_at is null) as statements,
                   count(*) filter (
                     where withdrawn_at is not null and source_id not in (
                       select id from registry_source where channel = 'desk')) as withdrawn,
                   (select count(*) from registry_source src
                    where audience = any(:audiences) and %s) as sources,
                   (select max(ended) from registry_run
                    where audience = any(:audiences) and channel <> 'desk') as last
            from registry_statement where audience = any(:audiences)
            """
                .formatted(HEARD))
        .param("audiences", reader.audiences().toArray(String[]::new))
        .query((row, n) ->
            new Registry.Counts(
                all.total(),
                headline,
                all.total() - headline,
                southSouth,
                row.getLong("statements"),
                row.getLong("withdrawn"),
                row.getLong("sources"),
                all.counts(Facet.MODALITY),
                StatementTable.instant(row, "last")))
        .single();
  }
}
