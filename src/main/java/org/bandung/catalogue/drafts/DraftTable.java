package org.bandung.catalogue.drafts;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.EntryKind;
import org.bandung.kernel.PartialDate;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.ContentCodec;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of drafts.
final class DraftTable {

  private static final String ALL =
      """
      select d.*, coalesce((select max(number) from catalogue_draft_version v
        where v.draft_id = d.id), 0) as latest
      from catalogue_draft d
      """;

  private final Database database;

  DraftTable(Database database) {
    this.database = database;
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// @return whether there was none with that id
  boolean insert(Draft draft) {
    return sql("""
    insert into catalogue_draft (id, body_id, country, kind, row_key, row_hash, revision, content,
      details, confidential, made_at, saved_at, saved_by)
    values (:id, :body, :country, :kind, :rowKey, :rowHash, :revision, cast(:content as jsonb),
      cast(:details as jsonb), cast(:confidential as jsonb), :at, :at, :by)
    on conflict do nothing
    """)
            .param("id", draft.id())
            .param("body", draft.body())
            .param("country", draft.country())
            .param("kind", draft.kind().code())
            .param("rowKey", draft.origin().key().isEmpty() ? null : draft.origin().key())
            .param("rowHash", draft.origin().hash())
            .param("revision", draft.revision())
            .param("content", ContentCodec.json(draft.wording().content()))
            .param("details", ContentCodec.json(draft.wording().details()))
            .param("confidential", ContentCodec.json(draft.wording().confidential()))
            .param("at", draft.saving().at().atOffset(ZoneOffset.UTC))
            .param("by", draft.saving().by())
            .update()
        == 1;
  }

  /// The draft, which nobody else changes until this transaction ends.
  Optional<Draft> lock(String id) {
    sql("select id from catalogue_draft where id = :id for update")
        .param("id", id)
        .query(String.class)
        .optional();
    return find(id);
  }

  Optional<Draft> find(String id) {
    return sql(ALL + "where d.id = :id").param("id", id).query(DraftTable::draft).optional();
  }

  Optional<Draft> ofRow(String body, EntryKind kind, String key) {
    return sql(ALL + "where d.body_id = :body and d.kind = :kind and d.row_key = :key")
        .param("body", body)
        .param("kind", kind.code())
        .param("key", key)
        .query(DraftTable::draft)
        .optional();
  }

  /// Those of these bodies, and those that were put before these countries; the last saved first.
  List<Draft> list(Collection<String> bodies, Collection<String> countries, int limit) {
    return sql(ALL
            + """
            where d.body_id = any(:bodies) or (d.submitted > 0 and d.country = any(:countries))
            order by d.saved_at desc, d.id limit :limit
            """)
        .param("bodies", bodies.toArray(String[]::new))
        .param("countries", countries.toArray(String[]::new))
        .param("limit", limit)
        .query(DraftTable::draft)
        .list();
  }

  /// Those that are public.
  List<Draft> released() {
    return sql(ALL + "where d.released > 0 and d.closed is null order by d.id")
        .query(DraftTable::draft)
        .list();
  }

  private static Draft draft(ResultSet row, int n) throws SQLException {
    var kind = EntryKind.ofCode(row.getString("kind")).orElseThrow();
    var closed = row.getString("closed");
    var key = row.getString("row_key");
    return new Draft(
        row.getString("id"),
        row.getString("body_id"),
        row.getString("country"),
        kind,
        row.getInt("revision"),
        row.getInt("latest"),
        new Wording(
            ContentCodec.fromJson(row.getString("content"), Content.class),
            Details.read(kind, row.getString("details")),
            ContentCodec.fromJson(row.getString("confidential"), Wording.Confidential.class)),
        new Standing(
            row.getInt("submitted"),
            row.getInt("cleared"),
            row.getInt("released"),
            row.getBoolean("taken_back"),
            closed == null ? null : DraftDeed.Why.ofCode(closed).orElseThrow()),
        new Draft.Dates(
            row.getObject("first_released", LocalDate.class),
            row.getObject("confirmed_on", LocalDate.class)),
        new Draft.Saving(row.getTimestamp("saved_at").toInstant(), row.getString("saved_by")),
        new Draft.Origin(key == null ? "" : key, row.getString("row_hash")));
  }

  /// Writes what was saved.
  void write(Draft draft) {
    sql("""
    update catalogue_draft set revision = :revision, content = cast(:content as jsonb),
      details = cast(:details as jsonb), confidential = cast(:confidential as jsonb),
      row_hash = :rowHash, saved_at = :at, saved_by = :by
    where id = :id
    """)
        .param("revision", draft.revision())
        .param("content", ContentCodec.json(draft.wording().content()))
        .param("details", ContentCodec.json(draft.wording().details()))
        .param("confidential", ContentCodec.json(draft.wording().confidential()))
        .param("rowHash", draft.origin().hash())
        .param("at", draft.saving().at().atOffset(ZoneOffset.UTC))
        .param("by", draft.saving().by())
        .param("id", draft.id())
        .update();
  }

  /// Writes how it stands.
  ///
  /// @param holdsUntil the last day on which the public wording holds
  void stand(Draft draft, @Nullable PartialDate holdsUntil) {
    var standing = draft.standing();
    var closed = standing.closed();
    sql("""
    update catalogue_draft set submitted = :submitted, cleared = :cleared, released = :released,
      taken_back = :takenBack, closed = :closed, first_released = :first,
      confirmed_on = :confirmed, valid_until = :until
    where id = :id
    """)
        .param("submitted", standing.submitted())
        .param("cleared", standing.cleared())
        .param("released", standing.released())
        .param("takenBack", standing.takenBack())
        .param("closed", closed == null ? null : closed.code())
        .param("first", date(draft.dates().firstReleased()))
        .param("confirmed", date(draft.dates().confirmed()))
        .param("until", holdsUntil == null ? null : date(holdsUntil.latest()))
        .param("id", draft.id())
        .update();
  }

  private static @Nullable Date date(@Nullable LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }

  /// Keeps what was submitted.
  void append(String id, int number, Wording wording, Instant at) {
    sql("""
    insert into catalogue_draft_version (draft_id, number, content, details, at)
    values (:id, :number, cast(:content as jsonb), cast(:details as jsonb), :at)
    """)
        .param("id", id)
        .param("number", number)
        .param("content", ContentCodec.json(wording.content()))
        .param("details", ContentCodec.json(wording.details()))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Wording> version(String id, EntryKind kind, int number) {
    return sql("""
    select content, details from catalogue_draft_version where draft_id = :id and number = :number
    """)
        .param("id", id)
        .param("number", number)
        .query((row, n) -> wording(kind, row))
        .optional();
  }

  private static Wording wording(EntryKind kind, ResultSet row) throws SQLException {
    return new Wording(
        ContentCodec.fromJson(row.getString("content"), Content.class),
        Details.read(kind, row.getString("details")),
        Wording.Confidential.NONE);
  }

  /// What was submitted last of each of these, by their ids.
  Map<String, Wording> submitted(List<Draft> drafts) {
    var found = new HashMap<String, Wording>();
    sql("""
    select d.id, d.kind, v.content, v.details from catalogue_draft d
    join catalogue_draft_version v on v.draft_id = d.id and v.number = d.submitted
    where d.id = any(:ids)
    """)
        .param("ids", drafts.stream().map(Draft::id).toArray(String[]::new))
        .query(row -> {
          var kind = EntryKind.ofCode(row.getString("kind")).orElseThrow();
          found.put(row.getString("id"), wording(kind, row));
        });
    return found;
  }

  /// Something that was done with a draft.
  record Event(Instant at, String account, String body, String deed, int version, String reason) {}

  void record(String id, Event event) {
    sql("""
    insert into catalogue_draft_event (draft_id, sequence, at, account, body_id, deed, version,
      reason)
    select :id, coalesce(max(sequence), 0) + 1, :at, :account, :body, :deed, :version, :reason
    from catalogue_draft_event where draft_id = :id
    """)
        .param("id", id)
        .param("at", event.at().atOffset(ZoneOffset.UTC))
        .param("account", event.account())
        .param("body", event.body())
        .param("deed", event.deed())
        .param("version", event.version())
        .param("reason", event.reason())
        .update();
  }

  List<Event> events(String id) {
    return sql("""
    select at, account, body_id, deed, version, reason from catalogue_draft_event
    where draft_id = :id order by sequence
    """)
        .param("id", id)
        .query((row, n) ->
            new Event(
                row.getTimestamp("at").toInstant(),
                row.getString("account"),
                row.getString("body_id"),
                row.getString("deed"),
                row.getInt("version"),
                row.getString("reason")))
        .list();
  }

  /// @return whether nobody was reminded of that yet
  boolean remind(String id, String what, LocalDate day, Instant now) {
    return sql("""
    insert into catalogue_draft_reminder (draft_id, what, day, at) values (:id, :what, :day, :at)
    on conflict do nothing
    """)
            .param("id", id)
            .param("what", what)
            .param("day", day)
            .param("at", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /// The last day on which the public wording of a draft holds.
  Optional<LocalDate> holdsUntil(String id) {
    return sql("select valid_until from catalogue_draft where id = :id and valid_until is not null")
        .param("id", id)
        .query(LocalDate.class)
        .optional();
  }
}
