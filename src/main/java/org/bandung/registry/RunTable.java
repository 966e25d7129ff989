package org.bandung.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.Note;
import org.bandung.kernel.Reader;
import org.bandung.registry.said.ContentCodec;
import org.bandung.store.Database;
import tools.jackson.core.type.TypeReference;

/// SQL over the runs of imports and what became of their files.
final class RunTable {

  /// A run that has not moved for so long was interrupted.
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private static final TypeReference<List<ImportView.CodeCount>> COUNTS = new TypeReference<>() {};

  private final Database database;

  RunTable(Database database) {
    this.database = database;
  }

  long begin(String channel, String description, Instant now) {
    return database
        .sql()
        .sql(
            """
            insert into registry_run (channel, description, started, heartbeat, owner, audience)
            values (:channel, :description, :now, :now, 'operator', 'public')
            returning id
            """)
        .param("channel", channel)
        .param("description", description)
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  void beat(long run, Instant now) {
    database
        .sql()
        .sql("update registry_run set heartbeat = :now where id = :id")
        .param("now", Timestamp.from(now))
        .param("id", run)
        .update();
  }

  void end(long run, boolean finished, int withdrawn, Instant now) {
    database
        .sql()
        .sql(
            """
            update registry_run
            set ended = :now, heartbeat = :now, finished = :finished, withdrawn = :withdrawn
            where id = :id
            """)
        .param("now", Timestamp.from(now))
        .param("finished", finished)
        .param("withdrawn", withdrawn)
        .param("id", run)
        .update();
  }

  void addFile(long run, int n, ImportRun.FileReport r) {
    var kept = r.notes().subList(0, Math.min(r.notes().size(), ImportView.NOTES_KEPT));
    database
        .sql()
        .sql(
            """
            insert into registry_run_file (run_id, n, file, bytes, read, created, updated,
              unchanged, refused, noted, seconds, unreadable, by_code, notes)
            values (:run, :n, :file, :bytes, :read, :created, :updated, :unchanged, :refused,
              :noted, :seconds, :unreadable, cast(:byCode as jsonb), :notes)
            """)
        .param("run", run)
        .param("n", n)
        .param("file", r.file())
        .param("bytes", r.bytes())
        .param("read", r.read())
        .param("created", r.created())
        .param("updated", r.updated())
        .param("unchanged", r.unchanged())
        .param("refused", r.refused())
        .param("noted", r.noted())
        .param("seconds", r.seconds())
        .param("unreadable", r.unreadable())
        .param("byCode", ContentCodec.json(byCode(r.notes())))
        .param("notes", ContentCodec.packNotes(List.copyOf(kept)))
        .update();
  }

  private static List<ImportView.CodeCount> byCode(List<Note> notes) {
    record Key(String code, Note.Severity severity) {}
    var counts = new LinkedHashMap<Key, Integer>();
    for (var note : notes) {
      counts.merge(new Key(note.code(), note.severity()), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(e -> new ImportView.CodeCount(e.getKey().code, e.getKey().severity, e.getValue()))
        .sorted((a, b) -> Integer.compare(b.times(), a.times()))
        .toList();
  }

  /// What people of this node release is no import: its runs would tell when something was released
  /// or taken back.
  List<ImportView> list(Reader reader, int limit, Instant now) {
    var runs =
        database
            .sql()
            .sql(
                """
                select * from registry_run
                where audience = any(:audiences) and channel <> 'desk'
                order by id desc limit :limit
                """)
            .param("audiences", reader.audiences().toArray(String[]::new))
            .param("limit", limit)
            .query((row, n) -> run(row, now))
            .list();
    return withFiles(runs, false);
  }

  Optional<ImportView> find(Reader reader, long id, Instant now) {
    var runs =
        database
            .sql()
            .sql(
                """
                select * from registry_run
                where audience = any(:audiences) and id = :id and channel <> 'desk'
                """)
            .param("audiences", reader.audiences().toArray(String[]::new))
            .param("id", id)
            .query((row, n) -> run(row, now))
            .list();
    return withFiles(runs, true).stream().findFirst();
  }

  private static ImportView run(ResultSet row, Instant now) throws SQLException {
    var beat = row.getTimestamp("heartbeat").toInstant();
    var ended = StatementTable.instant(row, "ended");
    boolean running = ended.isEmpty() && beat.plus(SILENCE).isAfter(now);
    return new ImportView(
        row.getLong("id"),
        row.getString("channel"),
        row.getString("description"),
        row.getBoolean("finished") ? "finished" : running ? "running" : "interrupted",
        row.getTimestamp("started").toInstant(),
        ended,
        row.getInt("withdrawn"),
        List.of());
  }

  private List<ImportView> withFiles(List<ImportView> runs, boolean withNotes) {
    Map<Long, List<ImportView.File>> files = new HashMap<>();
    database
        .sql()
        .sql("select * from registry_run_file where run_id = any(:ids) order by run_id, n")
        .param("ids", runs.stream().map(ImportView::id).toArray(Long[]::new))
        .query(row -> {
          files
              .computeIfAbsent(row.getLong("run_id"), k -> new ArrayList<>())
              .add(file(row, withNotes));
        });
    return runs.stream()
        .map(r ->
            new ImportView(
                r.id(),
                r.channel(),
                r.description(),
                r.state(),
                r.started(),
                r.ended(),
                r.withdrawn(),
                files.getOrDefault(r.id(), List.of())))
        .toList();
  }

  private static ImportView.File file(ResultSet row, boolean withNotes) throws SQLException {
    return new ImportView.File(
        row.getString("file"),
        row.getLong("bytes"),
        row.getInt("read"),
        row.getInt("created"),
        row.getInt("updated"),
        row.getInt("unchanged"),
        row.getInt("refused"),
        row.getInt("noted"),
        row.getDouble("seconds"),
        row.getString("unreadable"),
        ContentCodec.fromJson(row.getString("by_code"), COUNTS),
        withNotes ? ContentCodec.unpackNotes(row.getBytes("notes")) : List.of());
  }
}
