package org.bandung.registry;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Fate;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Reader;
import org.bandung.reference.Reference;
import org.bandung.registry.said.ContentCodec;
import org.bandung.registry.said.Role;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL that reads lists of initiatives and their facets.
final class InitiativeQueries {

  private static final String VISIBLE =
      "not i.withdrawn and i.audience = any(:audiences) and i.tags @> cast(:tags as text[])";

  private final Database database;
  private final Reference reference;

  /// @param reference tells the members of a grouping
  InitiativeQueries(Database database, Reference reference) {
    this.database = database;
    this.reference = reference;
  }

  InitiativePage list(Reader reader, InitiativeFilter filter, Optional<String> cursor, int limit) {
    return after(reader, filter, cursor.map(ListPlace::of).orElse(ListPlace.START), limit);
  }

  /// The page that begins with what began on the day or before: some sources report starts that lie
  /// decades ahead.
  InitiativePage begunBy(Reader reader, InitiativeFilter filter, LocalDate day, int limit) {
    return after(reader, filter, new ListPlace((int) day.toEpochDay(), "~"), limit);
  }

  private InitiativePage after(Reader reader, InitiativeFilter filter, ListPlace after, int limit) {
    var rows =
        narrowed(
                """
                select i.id, i.original_id, i.title, i.period_start, i.period_end, i.ongoing,
                       i.sort_day, i.modality, i.scope, i.compilation_only, i.tags
                from registry_initiative i
                where %s and (i.sort_day, i.id) < (:day, :after)
                order by i.sort_day desc, i.id desc
                limit :limit
                """,
                reader, filter)
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
    return new InitiativePage(page.stream().map(Row::summary).toList(), next);
  }

  /// A statement in whose text `%s` stands for what the reader may see and the filter leaves.
  JdbcClient.StatementSpec narrowed(String template, Reader reader, InitiativeFilter filter) {
    var patterns = TitleWords.patterns(filter.words());
    var conditions = new StringBuilder(VISIBLE);
    for (int i = 0; i < patterns.size(); i++) {
      conditions.append(" and i.words like :word").append(i);
    }
    var anyOf = anyOf(filter);
    anyOf
        .keySet()
        .forEach(name -> conditions.append(" and i.tags && cast(:" + name + " as text[])"));
    var organisations = organisations(filter);
    if (organisations.length > 0) {
      conditions.append(" and i.organisations @> cast(:organisations as text[])");
    }
    var statement =
        database
            .sql()
            .sql(template.formatted(conditions))
            .param("audiences", reader.audiences().toArray(String[]::new))
            .param("tags", tags(filter));
    for (int i = 0; i < patterns.size(); i++) {
      statement = statement.param("word" + i, patterns.get(i));
    }
    if (organisations.length > 0) {
      statement = statement.param("organisations", organisations);
    }
    for (var one : anyOf.entrySet()) {
      statement = statement.param(one.getKey(), one.getValue());
    }
    return statement;
  }

  /// What an initiative must hold of the organisations asked for; the role holds for the first
  /// unless a country is given too.
  private static String[] organisations(InitiativeFilter filter) {
    var role = filter.code(Facet.ROLE).filter(r -> filter.code(Facet.COUNTRY).isEmpty());
    var first =
        filter
            .code(Facet.ORGANISATION)
            .map(id -> role.map(r -> Facet.organisationInRole(id, r)).orElse(id));
    return Stream.concat(first.stream(), filter.code(Facet.ALONGSIDE).stream())
        .toArray(String[]::new);
  }

  /// Groups of tags of which an initiative carries at least one each, by the name of a parameter.
  private Map<String, String[]> anyOf(InitiativeFilter filter) {
    var any = new TreeMap<String, String[]>();
    filter.grouping().ifPresent(g -> any.put("members", members(filter, g)));
    filter.provider().ifPresent(c -> any.put("provider", Facet.anyRole(c, Role.PROVIDER)));
    filter.recipient().ifPresent(c -> any.put("recipient", Facet.anyRole(c, Role.RECIPIENT)));
    return any;
  }

  /// The tags of which an initiative with a member of the grouping carries at least one.
  private String[] members(InitiativeFilter filter, String grouping) {
    var role = filter.code(Facet.ROLE);
    return Arrays.stream(memberCodes(grouping))
        .map(c -> role.map(r -> Facet.countryInRole(c, r)).orElseGet(() -> Facet.COUNTRY.tag(c)))
        .toArray(String[]::new);
  }

  /// The members of today, the participants of a forum, the countries of a category.
  String[] memberCodes(String grouping) {
    return reference.gatheredIn(grouping, LocalDate.now(ZoneOffset.UTC)).stream()
        .map(CountryCode::alpha3)
        .toArray(String[]::new);
  }

  /// A filter as tags; what it says of words is left to whoever searches.
  InitiativePage.Narrowing narrowing(InitiativeFilter filter) {
    return new InitiativePage.Narrowing(
        Set.of(tags(filter)),
        anyOf(filter).values().stream().map(Set::of).toList(),
        Set.of(organisations(filter)));
  }

  /// Initiatives that stand, of any audience, without what they are about.
  List<InitiativePage.Entry> entries(Collection<String> ids) {
    return database
        .sql()
        .sql(
            """
            select i.id, i.original_id, i.title, i.period_start, i.period_end, i.ongoing,
                   i.sort_day, i.modality, i.scope, i.compilation_only, i.tags, i.organisations,
                   i.owner, i.audience
            from registry_initiative i
            where i.id = any(:ids) and not i.withdrawn
            """)
        .param("ids", ids.toArray(String[]::new))
        .query((row, n) ->
            new InitiativePage.Entry(
                summary(row),
                LocalizedText.EMPTY,
                Set.of(strings(row.getArray("tags"))),
                Set.of(strings(row.getArray("organisations"))),
                row.getInt("sort_day"),
                row.getString("owner"),
                row.getString("audience")))
        .list();
  }

  /// Those of the initiatives that the reader may see and that stand, as lists show them, by id.
  Map<String, InitiativePage.Summary> summaries(Reader reader, Collection<String> ids) {
    var summaries = new HashMap<String, InitiativePage.Summary>();
    entries(ids).stream()
        .filter(e -> reader.audiences().contains(e.audience()))
        .forEach(e -> summaries.put(e.summary().id(), e.summary()));
    return summaries;
  }

  /// The organisations of each initiative, without their roles.
  Map<String, Set<String>> organisations(Reader reader, Collection<String> ids) {
    var organisations = new HashMap<String, Set<String>>();
    database
        .sql()
        .sql(
            """
            select id, organisations from registry_initiative
            where id = any(:ids) and not withdrawn and audience = any(:audiences)
            """)
        .param("ids", ids.toArray(String[]::new))
        .param("audiences", reader.audiences().toArray(String[]::new))
        .query(row -> {
          var held = new HashSet<String>();
          for (var one : strings(row.getArray("organisations"))) {
            if (one.indexOf(':') < 0) {
              held.add(one);
            }
          }
          organisations.put(row.getString("id"), held);
        });
    return organisations;
  }

  private record Row(InitiativePage.Summary summary, int sortDay) {}

  private static InitiativePage.Summary summary(ResultSet row) throws SQLException {
    var countries = new ArrayList<InitiativePage.CountryRole>();
    var sectors = new ArrayList<String>();
    var sources = new ArrayList<String>();
    for (var tag : strings(row.getArray("tags"))) {
      InitiativePage.CountryRole.ofTag(tag).ifPresent(countries::add);
      if (tag.startsWith("k:dac-sector:")) {
        var code = tag.substring("k:dac-sector:".length());
        if (code.length() == 3) {
          sectors.add(code);
        }
      } else if (tag.startsWith("src:")) {
        sources.add(tag.substring(4));
      }
    }
    return new InitiativePage.Summary(
        row.getString("id"),
        row.getString("original_id"),
        ContentCodec.texts(row.getString("title")),
        new Period(
            date(row.getString("period_start")),
            date(row.getString("period_end")),
            row.getBoolean("ongoing")),
        row.getString("modality"),
        Optional.ofNullable(row.getString("scope")),
        countries,
        sectors,
        sources,
        row.getBoolean("compilation_only"));
  }

  private static @Nullable PartialDate date(@Nullable String text) {
    return text == null ? null : PartialDate.parse(text).orElse(null);
  }

  private static String[] strings(Array array) throws SQLException {
    return (String[]) array.getArray();
  }

  /// What a list was counted by.
  record Counted(Facets facets, Facets.Counting counts) {}

  /// How the initiatives of a list fall over everything a list can be narrowed by.
  Counted counted(Reader reader, InitiativeFilter filter) {
    var total =
        narrowed("select count(*) from registry_initiative i where %s", reader, filter)
            .query(Long.class)
            .single();
    var counts = new Facets.Counting();
    narrowed(
            """
            select t.tag, count(*) as n
            from registry_initiative i, unnest(i.tags) as t(tag)
            where %s
            group by t.tag
            """,
            reader, filter)
        .query(row -> {
          counts.add(row.getString("tag"), row.getLong("n"));
        });
    return new Counted(counts.facets(total), counts);
  }

  private static String[] tags(InitiativeFilter filter) {
    var tags = new ArrayList<String>();
    var country = filter.code(Facet.COUNTRY);
    var role = filter.code(Facet.ROLE);
    boolean organised = filter.code(Facet.ORGANISATION).isPresent();
    filter
        .codes()
        .forEach((facet, code) -> {
          boolean ofSomebody = country.isPresent() || filter.grouping().isPresent() || organised;
          if (!facet.isOrganisation() && (facet != Facet.ROLE || !ofSomebody)) {
            tags.add(facet.tag(code));
          }
        });
    if (country.isPresent() && role.isPresent()) {
      tags.add(Facet.countryInRole(country.get(), role.get()));
    }
    filter.partner().ifPresent(c -> tags.add(Facet.COUNTRY.tag(c.alpha3())));
    if (filter.only().contains(InitiativeFilter.Only.SOUTH_SOUTH)) {
      tags.add(Facet.SOUTH_SOUTH);
    }
    if (filter.only().contains(InitiativeFilter.Only.HEADLINE)) {
      tags.add(Facet.HEADLINE);
    }
    if (filter.only().contains(InitiativeFilter.Only.COMPILED)) {
      tags.add(Facet.COMPILED);
    }
    return tags.toArray(String[]::new);
  }

  /// What has become of these initiatives, of which the reader may hold copies; nothing of those
  /// that were never his to see.
  Map<String, Fate> fates(Reader reader, Collection<String> ids) {
    var fates = new HashMap<String, Fate>();
    database
        .sql()
        .sql(
            """
            select id, withdrawn, changed_at, audience = any(:audiences) as visible
            from registry_initiative
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
    if (!row.getBoolean("visible")) {
      return new Fate.Closed();
    }
    var since = StatementTable.instant(row, "changed_at");
    return row.getBoolean("withdrawn") ? new Fate.Withdrawn(since) : new Fate.Current(since);
  }

  /// The id of the initiative that the text names: its own id, or an original id.
  Optional<String> resolve(Reader reader, String id) {
    return database
        .sql()
        .sql(
            """
            select i.id from (
              select i.id, 1 as rank from registry_initiative i where i.id = :id
              union all
              select n.initiative_id, 2 from registry_identifier n where n.value = upper(:id)
              union all
              select s.initiative_id, 3 from registry_statement s where s.original_id = :id) found
            left join registry_merged m on m.loser = found.id
            join registry_initiative i on i.id = coalesce(m.winner, found.id)
            where i.audience = any(:audiences)
            order by found.rank limit 1
            """)
        .param("id", id)
        .param("audiences", reader.audiences().toArray(String[]::new))
        .query(String.class)
        .optional();
  }
}
