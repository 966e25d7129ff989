package org.bandung.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.Audience;
import org.bandung.registry.said.ContentCodec;
import org.bandung.registry.said.Statement;
import org.bandung.store.CopyRows;
import org.bandung.store.Database;

/// SQL over sources, statements, their versions and what the rules said of them.
final class StatementTable {

  private static final HexFormat HEX = HexFormat.of();
  private static final String OWNER = "source";
  private static final String PUBLIC = "public";

  private final Database database;

  StatementTable(Database database) {
    this.database = database;
  }

  /// One writer of statements at a time: what a batch reads stays true until it commits.
  void lockForWriting() {
    database.sql().sql("select pg_advisory_xact_lock(1955)").query((row, n) -> 0).single();
  }

  /// The id of a source, made if it is new.
  int sourceId(Statement.Source source) {
    var id =
        database
            .sql()
            .sql("select id from registry_source where key = :key")
            .param("key", source.key())
            .query(Integer.class)
            .optional();
    return id.orElseGet(() -> insertSource(source));
  }

  Optional<Integer> findSource(String key) {
    return database
        .sql()
        .sql("select id from registry_source where key = :key")
        .param("key", key)
        .query(Integer.class)
        .optional();
  }

  /// @param elsewhere whether the source stands in tables of others
  void speaksElsewhere(int source, boolean elsewhere) {
    database
        .sql()
        .sql(
            "update registry_source set elsewhere = :elsewhere where id = :id and elsewhere <> :elsewhere")
        .param("elsewhere", elsewhere)
        .param("id", source)
        .update();
  }

  private int insertSource(Statement.Source source) {
    return database
        .sql()
        .sql(
            """
            insert into registry_source (key, channel, publisher, name, owner, audience)
            values (:key, :channel, :publisher, cast(:name as jsonb), :key, 'public')
            returning id
            """)
        .param("key", source.key())
        .param("channel", source.channel())
        .param("publisher", source.publisher())
        .param("name", ContentCodec.texts(source.name()))
        .query(Integer.class)
        .single();
  }

  /// A statement as it stands before a batch.
  record Standing(
      long id,
      String initiativeId,
      String hash,
      boolean withdrawn,
      Optional<StatementRules.Mark> mark,
      long version,
      String judgedWith) {}

  /// What is held of these statements of a source, by original id.
  Map<String, Standing> standing(int source, Collection<String> originalIds) {
    var map = new HashMap<String, Standing>();
    database
        .sql()
        .sql(
            """
            select s.id, s.original_id, s.initiative_id, s.withdrawn_at, s.current_version,
                   v.content_hash, m.last_updated, m.generated, j.judged_with
            from registry_statement s
            join registry_version v on v.id = s.current_version
            left join registry_judgement j on j.version_id = v.id
            cross join lateral (
              select o.last_updated, o.generated from registry_version o
              where o.statement_id = s.id
              order by coalesce(o.last_updated, o.generated) desc nulls last,
                       o.generated desc nulls last
              limit 1) m
            where s.source_id = :source and s.original_id = any(:ids)
            """)
        .param("source", source)
        .param("ids", originalIds.toArray(String[]::new))
        .query(row -> {
          map.put(row.getString("original_id"), standing(row));
        });
    return map;
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getLong("id"),
        row.getString("initiative_id"),
        HEX.formatHex(row.getBytes("content_hash")),
        row.getTimestamp("withdrawn_at") != null,
        StatementRules.Mark.of(
            instant(row, "last_updated").orElse(null), instant(row, "generated").orElse(null)),
        row.getLong("current_version"),
        Optional.ofNullable(row.getString("judged_with")).orElse(""));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  /// Whether the statement has said this before.
  boolean saidBefore(long statement, String hash) {
    return database
        .sql()
        .sql(
            "select exists (select from registry_version where statement_id = :id and content_hash = :hash)")
        .param("id", statement)
        .param("hash", HEX.parseHex(hash))
        .query(Boolean.class)
        .single();
  }

  /// Versions held with these contents.
  Map<String, ImportRun.Known> known(Collection<String> hashes) {
    var map = new HashMap<String, ImportRun.Known>();
    database
        .sql()
        .sql(
            """
            select v.content_hash, s.id, s.original_id, src.key,
                   s.current_version = v.id and s.withdrawn_at is null as current,
                   j.judged_with, j.notes
            from registry_version v
            join registry_statement s on s.id = v.statement_id
            join registry_source src on src.id = s.source_id
            left join registry_judgement j on j.version_id = v.id
            where v.content_hash = any(:hashes)
            """)
        .param("hashes", hashes.stream().map(HEX::parseHex).toArray(byte[][]::new))
        .query(row -> {
          var known = known(row);
          map.merge(
              HEX.formatHex(row.getBytes("content_hash")), known, (a, b) -> a.current() ? a : b);
        });
    return map;
  }

  private static ImportRun.Known known(ResultSet row) throws SQLException {
    var notes = row.getBytes("notes");
    return new ImportRun.Known(
        row.getLong("id"),
        row.getString("key"),
        row.getString("original_id"),
        row.getBoolean("current"),
        Optional.ofNullable(row.getString("judged_with")).orElse(""),
        notes == null ? List.of() : ContentCodec.unpackNotes(notes));
  }

  /// So many fresh ids from a sequence.
  List<Long> freshIds(String sequence, int count) {
    return count == 0
        ? List.of()
        : database
            .sql()
            .sql("select nextval(cast(:sequence as regclass)) from generate_series(1, :count)")
            .param("sequence", sequence)
            .param("count", count)
            .query(Long.class)
            .list();
  }

  /// A statement to be written for the first time.
  record NewStatement(
      long id, int source, String originalId, String initiative, String speaker, long version) {}

  void insert(List<NewStatement> statements) {
    var rows =
        new CopyRows(
            "registry_statement",
            "id, source_id, original_id, initiative_id, speaker, current_version, owner, audience");
    for (var s : statements) {
      rows.row(s.id, s.source, s.originalId, s.initiative, s.speaker, s.version, OWNER, PUBLIC);
    }
    database.copy(rows);
  }

  /// A version to be appended.
  record NewVersion(long id, long statement, long run, Instant received, Statement said) {}

  void append(List<NewVersion> versions) {
    var rows =
        new CopyRows(
            "registry_version",
            "id, statement_id, content_hash, element, content, last_updated, generated,"
                + " received_at, run_id");
    for (var v : versions) {
      rows.row(
          v.id,
          v.statement,
          HEX.parseHex(v.said.contentHash()),
          v.said.element().compressed(),
          ContentCodec.pack(v.said.content()),
          v.said.lastUpdated(),
          v.said.generated(),
          v.received,
          v.run);
    }
    database.copy(rows);
    var judgements =
        new CopyRows("registry_judgement", "version_id, judged_with, note_count, notes");
    for (var v : versions) {
      judgements.row(
          v.id, v.said.judgedWith(), v.said.notes().size(), ContentCodec.packNotes(v.said.notes()));
    }
    database.copy(judgements);
  }

  /// Makes a version its statement's last word; a withdrawn statement stands again.
  void makeCurrent(long statement, long version, String speaker) {
    database
        .sql()
        .sql(
            """
            update registry_statement
            set current_version = :version, speaker = :speaker, withdrawn_at = null
            where id = :id
            """)
        .param("version", version)
        .param("speaker", speaker)
        .param("id", statement)
        .update();
  }

  void judgeAgain(long version, Statement said) {
    database
        .sql()
        .sql(
            """
            insert into registry_judgement (version_id, judged_with, note_count, notes)
            values (:version, :with, :count, :notes)
            on conflict (version_id) do update
            set judged_with = excluded.judged_with, note_count = excluded.note_count,
                notes = excluded.notes
            """)
        .param("version", version)
        .param("with", said.judgedWith())
        .param("count", said.notes().size())
        .param("notes", ContentCodec.packNotes(said.notes()))
        .update();
  }

  /// Which initiatives carry these identifiers.
  Map<String, String> initiativesByIdentifier(String scheme, Collection<String> values) {
    var map = new HashMap<String, String>();
    database
        .sql()
        .sql(
            """
            select value, initiative_id from registry_identifier
            where scheme = :scheme and value = any(:values)
            """)
        .param("scheme", scheme)
        .param("values", values.toArray(String[]::new))
        .query(row -> {
          map.put(row.getString("value"), row.getString("initiative_id"));
        });
    return map;
  }

  void addIdentifiers(String scheme, Map<String, String> initiativeByValue) {
    var rows = new CopyRows("registry_identifier", "scheme, value, initiative_id");
    initiativeByValue.forEach((value, initiative) -> rows.row(scheme, value, initiative));
    database.copy(rows);
  }

  /// The voices about each of these initiatives, those about what was merged into it among them;
  /// withdrawn ones marked. None of an initiative that was merged into another.
  Map<String, List<StoredVoice>> voices(Collection<String> initiatives) {
    var map = new HashMap<String, List<StoredVoice>>();
    database
        .sql()
        .sql(
            """
            with heard as (
              select i.id as told_of, i.id as own from unnest(:ids) as i(id)
              where not exists (select from registry_merged m where m.loser = i.id)
              union all
              select m.winner, m.loser from registry_merged m where m.winner = any(:ids))
            select h.told_of as initiative_id, s.original_id, src.key, s.speaker, s.withdrawn_at,
                   s.audience, v.content, v.last_updated, v.generated
            from heard h
            join registry_statement s on s.initiative_id = h.own
            join registry_source src on src.id = s.source_id
            join registry_version v on v.id = s.current_version
            """)
        .param("ids", initiatives.toArray(String[]::new))
        .query(row -> {
          map.computeIfAbsent(row.getString("initiative_id"), k -> new ArrayList<>())
              .add(voice(row));
        });
    return map;
  }

  /// A voice as stored.
  ///
  /// @param open whether it is for everybody
  record StoredVoice(InitiativeRow.Heard heard, boolean withdrawn, boolean open) {}

  private static StoredVoice voice(ResultSet row) throws SQLException {
    var key = row.getString("key");
    var originalId = row.getString("original_id");
    var rank = rankDate(instant(row, "last_updated"), instant(row, "generated"));
    var voice =
        new Composition.Voice(
            statementKey(key, originalId),
            Statement.Speaker.valueOf(row.getString("speaker")),
            rank,
            ContentCodec.unpackContent(row.getBytes("content")));
    return new StoredVoice(
        new InitiativeRow.Heard(key, originalId, voice),
        row.getTimestamp("withdrawn_at") != null,
        Audience.PUBLIC.word().equals(row.getString("audience")));
  }

  static long rankDate(Optional<Instant> lastUpdated, Optional<Instant> generated) {
    return lastUpdated.or(() -> generated).map(Instant::getEpochSecond).orElse(0L);
  }

  static String statementKey(String sourceKey, String originalId) {
    return sourceKey + "#" + originalId;
  }

  /// Lets the planner know how large the tables have become.
  void refreshStatistics() {
    database
        .sql()
        .sql(
            """
            analyze registry_source, registry_initiative, registry_identifier, registry_statement,
              registry_version, registry_judgement, registry_participation
            """)
        .update();
  }

  /// Takes back one statement; returns the initiative concerned, if it stood.
  List<String> withdraw(String sourceKey, String originalId, Instant now) {
    return database
        .sql()
        .sql(
            """
            update registry_statement s set withdrawn_at = :now
            from registry_source src
            where src.id = s.source_id and src.key = :source and s.original_id = :id
              and s.withdrawn_at is null
            returning s.initiative_id
            """)
        .param("now", Timestamp.from(now))
        .param("source", sourceKey)
        .param("id", originalId)
        .query(String.class)
        .list();
  }

  /// Takes back what these sources no longer state; returns the initiatives concerned.
  List<String> withdrawUnseen(Collection<Integer> sources, Collection<Long> seen, Instant now) {
    var temporary = new CopyRows("registry_seen", "id");
    seen.forEach(temporary::row);
    database.sql().sql("create temp table registry_seen (id bigint) on commit drop").update();
    database.copy(temporary);
    return database
        .sql()
        .sql(
            """
            update registry_statement s set withdrawn_at = :now
            where s.source_id = any(:sources) and s.withdrawn_at is null
              and not exists (select from registry_seen r where r.id = s.id)
            returning s.initiative_id
            """)
        .param("now", Timestamp.from(now))
        .param("sources", sources.toArray(Integer[]::new))
        .query(String.class)
        .list();
  }
}
