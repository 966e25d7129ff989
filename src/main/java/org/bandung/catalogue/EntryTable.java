package org.bandung.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.kernel.Note;
import org.bandung.kernel.Period;
import org.bandung.registry.TitleWords;
import org.bandung.registry.said.ContentCodec;
import org.bandung.store.CopyRows;
import org.bandung.store.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL that writes entries, their versions and the record of consents.
final class EntryTable {

  private static final String COLUMNS =
      "id, kind, source_key, original_id, content_hash, content, details, notes, judged_with,"
          + " derived_with, title, words, period_start, period_end, ongoing, valid_from,"
          + " valid_until, sort_day, tags, organisations, withdrawn, owner, audience, received_at,"
          + " changed_at, said_at";

  private final Database database;

  EntryTable(Database database) {
    this.database = database;
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// Writers take their turn, so that what one read still holds when it writes.
  void lockForWriting() {
    sql("select pg_advisory_xact_lock(1978)").query((row, n) -> 0).single();
  }

  /// What stands of an entry.
  record Standing(EntryRules.Held held, Instant received) {}

  Map<String, Standing> standing(Collection<String> ids) {
    var standing = new HashMap<String, Standing>();
    sql("""
    select id, content_hash, judged_with, withdrawn, received_at
    from catalogue_entry where id = any(:ids)
    """)
        .param("ids", ids.toArray(String[]::new))
        .query(row -> {
          standing.put(
              row.getString("id"),
              new Standing(
                  new EntryRules.Held(
                      row.getString("content_hash"),
                      row.getString("judged_with"),
                      row.getBoolean("withdrawn")),
                  row.getTimestamp("received_at").toInstant()));
        });
    return standing;
  }

  /// An entry whose last word has this hash.
  record KnownRow(
      String id, String hash, Catalogue.Voice voice, String judgedWith, List<Note> notes) {}

  List<KnownRow> known(Collection<String> hashes) {
    return sql("""
    select id, kind, content_hash, source_key, judged_with, notes from catalogue_entry
    where content_hash = any(:hashes) and not withdrawn
    """)
        .param("hashes", hashes.toArray(String[]::new))
        .query((row, n) ->
            new KnownRow(
                row.getString("id"),
                row.getString("content_hash"),
                new Catalogue.Voice(
                    EntryKind.ofCode(row.getString("kind")).orElseThrow(),
                    row.getString("source_key")),
                row.getString("judged_with"),
                ContentCodec.unpackNotes(row.getBytes("notes"))))
        .list();
  }

  /// An entry with its reading, ready to be written.
  record Row(Entry entry, EntryReading reading, Instant received) {}

  /// Writes entries, new or not.
  void put(List<Row> rows, String derivedWith, Instant now) {
    if (rows.isEmpty()) {
      return;
    }
    sql("""
    create temp table catalogue_fresh (like catalogue_entry including defaults) on commit drop
    """)
        .update();
    var copy = new CopyRows("catalogue_fresh", COLUMNS);
    rows.forEach(row -> copy.row(values(row, derivedWith, now)));
    database.copy(copy);
    sql("""
    insert into catalogue_entry (%1$s) select %1$s from catalogue_fresh
    on conflict (id) do update set
      content_hash = excluded.content_hash, content = excluded.content,
      original_id = excluded.original_id,
      details = excluded.details, notes = excluded.notes, judged_with = excluded.judged_with,
      derived_with = excluded.derived_with, title = excluded.title, words = excluded.words,
      period_start = excluded.period_start, period_end = excluded.period_end,
      ongoing = excluded.ongoing, valid_from = excluded.valid_from,
      valid_until = excluded.valid_until, sort_day = excluded.sort_day, tags = excluded.tags,
      organisations = excluded.organisations, withdrawn = excluded.withdrawn,
      changed_at = excluded.changed_at, said_at = excluded.said_at
    """
            .formatted(COLUMNS))
        .update();
    sql("drop table catalogue_fresh").update();
  }

  private static Object[] values(Row row, String derivedWith, Instant now) {
    var entry = row.entry();
    var reading = row.reading();
    var period = reading.period();
    return new Object[] {
      entry.id(),
      entry.kind().code(),
      entry.source().key(),
      entry.originalId(),
      entry.contentHash(),
      ContentCodec.pack(entry.content()),
      new CopyRows.Json(ContentCodec.json(entry.details())),
      ContentCodec.packNotes(entry.notes()),
      entry.judgedWith(),
      derivedWith,
      new CopyRows.Json(ContentCodec.texts(reading.title())),
      TitleWords.kept(reading.title()),
      start(period),
      end(period),
      period.ongoing(),
      reading.validFrom(),
      reading.validUntil(),
      reading.sortDay(),
      reading.tags(),
      reading.organisations(),
      false,
      "source",
      "public",
      row.received(),
      now,
      now
    };
  }

  private static @org.jspecify.annotations.Nullable String start(Period period) {
    return period.start() == null ? null : period.start().toString();
  }

  private static @org.jspecify.annotations.Nullable String end(Period period) {
    return period.end() == null ? null : period.end().toString();
  }

  /// Keeps what was said; never of a person.
  void append(List<Entry> entries, Instant now) {
    var copy =
        new CopyRows(
            "catalogue_version", "entry_id, content_hash, element, content, details, received_at");
    for (var entry : entries) {
      if (entry.kind() != EntryKind.EXPERT) {
        copy.row(
            entry.id(),
            entry.contentHash(),
            entry.element().compressed(),
            ContentCodec.pack(entry.content()),
            new CopyRows.Json(ContentCodec.json(entry.details())),
            now);
      }
    }
    database.copy(copy);
  }

  /// Takes back what these voices said before and was not seen.
  List<Withdrawn> withdrawUnseen(Set<Catalogue.Voice> voices, Set<String> seen, Instant now) {
    return sql("""
    update catalogue_entry set withdrawn = true, changed_at = :now
    where kind || ' ' || source_key = any(:voices) and not id = any(:seen) and not withdrawn
    returning id, kind
    """)
        .param("now", java.sql.Timestamp.from(now))
        .param(
            "voices",
            voices.stream().map(v -> v.kind().code() + " " + v.sourceKey()).toArray(String[]::new))
        .param("seen", seen.toArray(String[]::new))
        .query((row, n) ->
            new Withdrawn(
                row.getString("id"), EntryKind.ofCode(row.getString("kind")).orElseThrow()))
        .list();
  }

  /// Takes back these entries.
  ///
  /// @return the ids of those that stood
  List<String> withdraw(Collection<String> ids, Instant now) {
    return sql("""
    update catalogue_entry set withdrawn = true, changed_at = :now
    where id = any(:ids) and not withdrawn returning id
    """)
        .param("now", java.sql.Timestamp.from(now))
        .param("ids", ids.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /// Remembers that their sources said the same again.
  ///
  /// @return the ids of those that were stale till then
  List<String> saidAgain(Collection<String> ids, Instant staleBefore, Instant now) {
    return sql(
            """
            with before as (
              select id, said_at from catalogue_entry where id = any(:ids) and not withdrawn for update
            )
            update catalogue_entry e set said_at = :now from before
            where e.id = before.id
            returning e.id, before.said_at < :stale as stale
            """)
        .param("ids", ids.toArray(String[]::new))
        .param("now", java.sql.Timestamp.from(now))
        .param("stale", java.sql.Timestamp.from(staleBefore))
        .query((row, n) -> row.getBoolean("stale") ? row.getString("id") : "")
        .list()
        .stream()
        .filter(id -> !id.isEmpty())
        .toList();
  }

  /// An entry that its source took back.
  record Withdrawn(String id, EntryKind kind) {}

  /// The acts recorded of persons, by their ids, in the order they were recorded.
  Map<String, List<ConsentRules.Act>> consents(Collection<String> ids) {
    var acts = new HashMap<String, List<ConsentRules.Act>>();
    sql("""
    select entry_id, given, on_day from catalogue_consent where entry_id = any(:ids) order by id
    """)
        .param("ids", ids.toArray(String[]::new))
        .query(row -> {
          acts.computeIfAbsent(row.getString("entry_id"), i -> new ArrayList<>())
              .add(
                  new ConsentRules.Act(
                      row.getBoolean("given"), row.getObject("on_day", LocalDate.class)));
        });
    return acts;
  }

  void record(String id, boolean given, LocalDate on, String how, Instant now) {
    database.copy(
        new CopyRows("catalogue_consent", "entry_id, given, on_day, how, recorded_at")
            .row(id, given, on, how, now));
  }

  /// Writes what lists show of an entry and narrow by.
  void derive(String id, EntryReading reading, String derivedWith, Instant now) {
    sql("""
    update catalogue_entry set
      tags = :tags, organisations = :organisations, valid_from = :from, valid_until = :until,
      sort_day = :day, derived_with = :derived, changed_at = :now
    where id = :id
    """)
        .param("tags", reading.tags().toArray(String[]::new))
        .param("organisations", reading.organisations().toArray(String[]::new))
        .param("from", reading.validFrom())
        .param("until", reading.validUntil())
        .param("day", reading.sortDay())
        .param("derived", derivedWith)
        .param("now", java.sql.Timestamp.from(now))
        .param("id", id)
        .update();
  }

  /// Wipes what is known of a person; her id stays, so that she is known again if she comes back.
  void wipe(String id, Instant now) {
    sql("""
    update catalogue_entry set
      original_id = id, content_hash = '', content = '', details = '{}', notes = '',
      title = '{}', words = '', period_start = null, period_end = null, ongoing = false,
      tags = '{}', organisations = '{}', withdrawn = true, changed_at = :now
    where id = :id
    """)
        .param("id", id)
        .param("now", java.sql.Timestamp.from(now))
        .update();
  }

  /// The source of an entry, if no entry of it can be read any more.
  Optional<String> silentSource(String id) {
    return sql("""
    select e.source_key from catalogue_entry e
    where e.id = :id and not exists (
      select from catalogue_entry o where o.source_key = e.source_key and o.content_hash <> '')
    """)
        .param("id", id)
        .query(String.class)
        .optional();
  }
}
