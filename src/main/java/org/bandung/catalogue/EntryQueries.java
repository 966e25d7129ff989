package org.bandung.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.kernel.Fate;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Reader;
import org.bandung.reference.Reference;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativePage.CountryRole;
import org.bandung.registry.ListPlace;
import org.bandung.registry.TitleWords;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.ContentCodec;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL that reads entries and how they fall.
final class EntryQueries {

  private static final String SHOWN =
      "e.id, e.kind, e.source_key, e.title, e.period_start, e.period_end, e.ongoing, e.tags,"
          + " e.said_at";

  private final Database database;
  private final Reference reference;

  EntryQueries(Database database, Reference reference) {
    this.database = database;
    this.reference = reference;
  }

  private record Row(EntryPage.Summary summary, int sortDay) {}

  EntryPage list(Reader reader, EntryFilter filter, Optional<String> cursor, int limit) {
    var after = cursor.map(ListPlace::of).orElse(ListPlace.START);
    var rows =
        narrowed(
                """
                select %s, e.sort_day from catalogue_entry e
                where %%s and (e.sort_day, e.id) < (:day, :after)
                order by e.sort_day desc, e.id desc limit :limit
                """
                    .formatted(SHOWN),
                reader,
                filter)
            .param("day", after.sortDay())
            .param("after", after.id())
            .param("limit", limit + 1)
            .query((row, n) -> new Row(summary(row), row.getInt("sort_day")))
            .list();
    var page = rows.subList(0, Math.min(limit, rows.size()));
    Optional<String> next =
        rows.size() > limit
            ? Optional.of(
                new ListPlace(page.getLast().sortDay, page.getLast().summary.id()).cursor())
            : Optional.empty();
    return new EntryPage(page.stream().map(Row::summary).toList(), next);
  }

  /// The first that fit, the earliest first.
  List<EntryPage.Summary> earliest(Reader reader, EntryFilter filter, int limit) {
    return narrowed(
            """
            select %s from catalogue_entry e where %%s
            order by e.sort_day, e.id limit :limit
            """
                .formatted(SHOWN),
            reader,
            filter)
        .param("limit", limit)
        .query((row, n) -> summary(row))
        .list();
  }

  EntryFacets facets(Reader reader, EntryFilter filter) {
    long total =
        narrowed("select count(*) from catalogue_entry e where %s", reader, filter)
            .query(Long.class)
            .single();
    var tags = new HashMap<String, Long>();
    narrowed(
            """
            select t.tag, count(*) as n from catalogue_entry e, unnest(e.tags) as t(tag)
            where %s group by t.tag
            """,
            reader, filter)
        .query(row -> {
          tags.put(row.getString("tag"), row.getLong("n"));
        });
    return EntryFacets.of(total, tags);
  }

  /// A statement in whose text `%s` stands for what the reader may see and the filter leaves.
  private JdbcClient.StatementSpec narrowed(String template, Reader reader, EntryFilter filter) {
    var conditions =
        new StringBuilder(
            "not e.withdrawn and e.audience = any(:audiences)"
                + " and e.tags @> cast(:tags as text[])");
    var patterns = TitleWords.patterns(filter.words());
    for (int i = 0; i < patterns.size(); i++) {
      conditions.append(" and e.words like :word").append(i);
    }
    filter.grouping().ifPresent(g -> conditions.append(" and e.tags && cast(:members as text[])"));
    var organisation = filter.code(EntryFacet.ORGANISATION);
    if (organisation.isPresent()) {
      conditions.append(" and e.organisations @> cast(:organisations as text[])");
    }
    filter
        .openOn()
        .ifPresent(d -> conditions.append(" and :open between e.valid_from and e.valid_until"));
    filter.from().ifPresent(d -> conditions.append(" and e.valid_until >= :from"));
    var statement =
        database
            .sql()
            .sql(template.formatted(conditions))
            .param("audiences", reader.audiences().toArray(String[]::new))
            .param("tags", tags(filter));
    for (int i = 0; i < patterns.size(); i++) {
      statement = statement.param("word" + i, patterns.get(i));
    }
    if (filter.grouping().isPresent()) {
      statement = statement.param("members", members(filter.grouping().get()));
    }
    if (organisation.isPresent()) {
      statement = statement.param("organisations", new String[] {organisation.get()});
    }
    if (filter.openOn().isPresent()) {
      statement = statement.param("open", (int) filter.openOn().get().toEpochDay());
    }
    if (filter.from().isPresent()) {
      statement = statement.param("from", (int) filter.from().get().toEpochDay());
    }
    return statement;
  }

  private static String[] tags(EntryFilter filter) {
    return filter.codes().entrySet().stream()
        .filter(c -> c.getKey() != EntryFacet.ORGANISATION)
        .map(c -> c.getKey().tag(c.getValue()))
        .toArray(String[]::new);
  }

  private String[] members(String grouping) {
    return reference.gatheredIn(grouping, LocalDate.now(ZoneOffset.UTC)).stream()
        .map(c -> EntryFacet.COUNTRY.tag(c.alpha3()))
        .toArray(String[]::new);
  }

  private static EntryPage.Summary summary(ResultSet row) throws SQLException {
    var tags = strings(row, "tags");
    var countries = new ArrayList<CountryRole>();
    tags.forEach(tag -> CountryRole.ofTag(tag).ifPresent(countries::add));
    return new EntryPage.Summary(
        row.getString("id"),
        EntryKind.ofCode(row.getString("kind")).orElseThrow(),
        ContentCodec.texts(row.getString("title")),
        new Period(
            date(row.getString("period_start")),
            date(row.getString("period_end")),
            row.getBoolean("ongoing")),
        countries,
        Facet.codes("dac-sector", tags).stream().filter(c -> c.length() == 3).toList(),
        Facet.codes("language", tags),
        row.getString("source_key"),
        Freshness.day(row.getTimestamp("said_at").toInstant()));
  }

  private static @Nullable PartialDate date(@Nullable String text) {
    return text == null ? null : PartialDate.parse(text).orElse(null);
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /// What is stored of an entry.
  ///
  /// @param title kept of a withdrawn one too, but of a person
  record Stored(
      String id,
      EntryKind kind,
      String sourceKey,
      String originalId,
      Content content,
      Details details,
      byte[] notes,
      java.time.Instant received,
      java.time.Instant changed,
      LocalDate confirmed,
      boolean withdrawn) {}

  /// The entry, unless nothing is left of it.
  Optional<Stored> find(Reader reader, String id) {
    return database
        .sql()
        .sql(
            """
            select id, kind, source_key, original_id, content, details, notes, received_at,
                   changed_at, said_at, withdrawn
            from catalogue_entry
            where id = :id and audience = any(:audiences) and length(content) > 0
            """)
        .param("id", id)
        .param("audiences", reader.audiences().toArray(String[]::new))
        .query((row, n) -> stored(row))
        .optional();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    var kind = EntryKind.ofCode(row.getString("kind")).orElseThrow();
    return new Stored(
        row.getString("id"),
        kind,
        row.getString("source_key"),
        row.getString("original_id"),
        ContentCodec.unpackContent(row.getBytes("content")),
        Details.read(kind, row.getString("details")),
        row.getBytes("notes"),
        row.getTimestamp("received_at").toInstant(),
        row.getTimestamp("changed_at").toInstant(),
        Freshness.day(row.getTimestamp("said_at").toInstant()),
        row.getBoolean("withdrawn"));
  }

  /// Entries that stand, of any audience, as an index keeps them.
  List<EntryPage.Indexed> indexed(Collection<String> ids) {
    return database
        .sql()
        .sql(
            """
            select %s, e.content, e.details, e.organisations, e.valid_from, e.valid_until,
                   e.sort_day, e.owner, e.audience
            from catalogue_entry e where e.id = any(:ids) and not e.withdrawn
            """
                .formatted(SHOWN))
        .param("ids", ids.toArray(String[]::new))
        .query((row, n) -> indexed(row))
        .list();
  }

  private static EntryPage.Indexed indexed(ResultSet row) throws SQLException {
    var summary = summary(row);
    return new EntryPage.Indexed(
        summary,
        EntryReading.text(
            ContentCodec.unpackContent(row.getBytes("content")),
            Details.read(summary.kind(), row.getString("details"))),
        Set.copyOf(strings(row, "tags")),
        Set.copyOf(strings(row, "organisations")),
        row.getInt("valid_from"),
        row.getInt("valid_until"),
        row.getInt("sort_day"),
        row.getString("owner"),
        row.getString("audience"));
  }

  /// Those of the entries that stand and that the reader may see, as lists show them, by id.
  Map<String, EntryPage.Summary> summaries(Reader reader, Collection<String> ids) {
    var summaries = new HashMap<String, EntryPage.Summary>();
    database
        .sql()
        .sql(
            """
            select %s from catalogue_entry e
            where e.id = any(:ids) and not e.withdrawn and e.audience = any(:audiences)
            """
                .formatted(SHOWN))
        .param("ids", ids.toArray(String[]::new))
        .param("audiences", reader.audiences().toArray(String[]::new))
        .query(row -> {
          summaries.put(row.getString("id"), summary(row));
        });
    return summaries;
  }

  List<String> idsAfter(String id, int limit) {
    return database
        .sql()
        .sql("select id from catalogue_entry where id > :id order by id limit :limit")
        .param("id", id)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /// Entries that were derived with something else, whole.
  List<Stored> derivedOtherwise(String fingerprint, int limit) {
    return database
        .sql()
        .sql(
            """
            select id, kind, source_key, original_id, content, details, notes, received_at,
                   changed_at, said_at, withdrawn
            from catalogue_entry
            where derived_with <> :fingerprint and not withdrawn and length(content) > 0
            order by id limit :limit
            """)
        .param("fingerprint", fingerprint)
        .param("limit", limit)
        .query((row, n) -> stored(row))
        .list();
  }

  /// What has become of these entries, of which the reader may hold copies.
  Map<String, Fate> fates(Reader reader, Collection<String> ids) {
    var fates = new HashMap<String, Fate>();
    database
        .sql()
        .sql(
            """
            select id, withdrawn, changed_at, length(content) = 0 as wiped,
                   audience = any(:audiences) as visible
            from catalogue_entry
            where id = any(:ids) and (audience = any(:audiences) or once_public)
            """)
        .param("audiences", reader.audiences().toArray(String[]::new))
        .param("ids", ids.toArray(String[]::new))
        .query(row -> {
          fates.put(row.getString("id"), fate(row));
        });
    return fates;
  }

  private static Fate fate(ResultSet row) throws SQLException {
    if (!row.getBoolean("visible") || row.getBoolean("wiped")) {
      return new Fate.Closed();
    }
    Optional<java.time.Instant> since = Optional.of(row.getTimestamp("changed_at").toInstant());
    return row.getBoolean("withdrawn") ? new Fate.Withdrawn(since) : new Fate.Current(since);
  }
}
