package org.bandung.parties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.kernel.Audience;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Reader;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of organisations known only from real data.
final class OrganisationTable {

  private static final TypeReference<Map<String, String>> BY_LANGUAGE = new TypeReference<>() {};

  private final Database database;
  private final JsonMapper json = new JsonMapper();

  OrganisationTable(Database database) {
    this.database = database;
  }

  /// One organisation to be stored.
  ///
  /// @param nameRank 0 nobody named it, 1 a mention did, 2 its own statement did
  record NewRow(
      String id,
      String reference,
      LocalizedText name,
      int nameRank,
      @Nullable String type,
      @Nullable String country,
      @Nullable String grouping) {}

  /// A place in the list.
  record Place(String sortName, String id) {}

  /// Every id with the rank of its name.
  Map<String, Integer> ranks() {
    var ranks = new HashMap<String, Integer>();
    database
        .sql()
        .sql("select id, name_rank from parties_organisation")
        .query(row -> {
          ranks.put(row.getString("id"), row.getInt("name_rank"));
        });
    return ranks;
  }

  /// Stores what is new and names what a better voice names.
  ///
  /// @return the ids that are new or have another name now
  List<String> store(Collection<NewRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    // In the order of ids, so that two imports never wait for each other in a ring.
    var sorted = rows.stream().sorted(java.util.Comparator.comparing(NewRow::id)).toList();
    return database
        .sql()
        .sql(
            """
            insert into parties_organisation
              (id, reference, name, name_rank, type, country, grouping, sort_name, words,
               owner, audience)
            select id, reference, name::jsonb, name_rank, type, country, grouping, sort_name, words,
                   reference, :audience
            from unnest(cast(:ids as text[]), cast(:references as text[]), cast(:names as text[]),
                        cast(:ranks as int[]), cast(:types as text[]), cast(:countries as text[]),
                        cast(:groupings as text[]), cast(:sortNames as text[]),
                        cast(:words as text[]))
              as t (id, reference, name, name_rank, type, country, grouping, sort_name, words)
            on conflict (id) do update
            set name = excluded.name, name_rank = excluded.name_rank,
                sort_name = excluded.sort_name, words = excluded.words,
                type = coalesce(excluded.type, parties_organisation.type)
            where excluded.name_rank > parties_organisation.name_rank
               or (excluded.name_rank = 2 and excluded.name <> parties_organisation.name)
            returning id
            """)
        .param("audience", Audience.PUBLIC.word())
        .param("ids", sorted.stream().map(NewRow::id).toArray(String[]::new))
        .param("references", sorted.stream().map(NewRow::reference).toArray(String[]::new))
        .param("names", sorted.stream().map(r -> json(r.name())).toArray(String[]::new))
        .param("ranks", sorted.stream().map(NewRow::nameRank).toArray(Integer[]::new))
        .param("types", sorted.stream().map(NewRow::type).toArray(String[]::new))
        .param("countries", sorted.stream().map(NewRow::country).toArray(String[]::new))
        .param("groupings", sorted.stream().map(NewRow::grouping).toArray(String[]::new))
        .param(
            "sortNames",
            sorted.stream()
                .map(r -> Names.sortName(r.name(), r.reference()))
                .toArray(String[]::new))
        .param(
            "words",
            sorted.stream()
                .map(r -> Names.words(r.name(), List.of(r.reference())))
                .toArray(String[]::new))
        .query(String.class)
        .list();
  }

  Optional<Organisation> find(Reader reader, String id) {
    return database
        .sql()
        .sql(
            """
            select id, reference, name, type, country, grouping
            from parties_organisation
            where id = :id and audience = any(:audiences)
            """)
        .param("id", id)
        .param("audiences", reader.audiences().toArray(String[]::new))
        .query((row, n) -> organisation(row))
        .optional();
  }

  List<Organisation> find(Reader reader, Collection<String> ids) {
    return database
        .sql()
        .sql(
            """
            select id, reference, name, type, country, grouping
            from parties_organisation
            where id = any(:ids) and audience = any(:audiences)
            """)
        .param("ids", ids.toArray(String[]::new))
        .param("audiences", reader.audiences().toArray(String[]::new))
        .query((row, n) -> organisation(row))
        .list();
  }

  /// One of the organisations asked for.
  ///
  /// @param visible whether the reader may see it; if not, he once might
  record Seen(String id, String reference, boolean visible) {}

  /// Those of the ids that the reader may see or once might.
  List<Seen> seen(Reader reader, Collection<String> ids) {
    return database
        .sql()
        .sql(
            """
            select id, reference, audience = any(:audiences) as visible
            from parties_organisation
            where id = any(:ids) and (audience = any(:audiences) or once_public)
            """)
        .param("audiences", reader.audiences().toArray(String[]::new))
        .param("ids", ids.toArray(String[]::new))
        .query((row, n) ->
            new Seen(row.getString("id"), row.getString("reference"), row.getBoolean("visible")))
        .list();
  }

  /// The next organisations after a place, without those that the directory lists.
  List<Organisation> list(
      Reader reader,
      Optional<CountryCode> country,
      String words,
      Set<String> listed,
      Optional<Place> after,
      int limit) {
    return database
        .sql()
        .sql(
            """
            select id, reference, name, type, country, grouping
            from parties_organisation
            where audience = any(:audiences)
              and (sort_name, id) > (:sortName, :id)
              and (cast(:country as text) is null or country = :country)
              and strpos(words, :words) > 0
              and reference <> all(:listed)
            order by sort_name, id
            limit :limit
            """)
        .param("audiences", reader.audiences().toArray(String[]::new))
        .param("sortName", after.map(Place::sortName).orElse(""))
        .param("id", after.map(Place::id).orElse(""))
        .param("country", country.map(CountryCode::alpha3).orElse(null))
        .param("words", words)
        .param("listed", listed.toArray(String[]::new))
        .param("limit", limit)
        .query((row, n) -> organisation(row))
        .list();
  }

  private Organisation organisation(ResultSet row) throws SQLException {
    return new Organisation(
        row.getString("id"),
        "mentioned",
        Optional.ofNullable(row.getString("type")),
        Optional.ofNullable(row.getString("country")).map(CountryCode::new),
        "",
        new LocalizedText(json.readValue(row.getString("name"), BY_LANGUAGE)),
        List.of(row.getString("reference")),
        Optional.ofNullable(row.getString("grouping")),
        Optional.empty(),
        "");
  }

  String json(LocalizedText name) {
    return json.writeValueAsString(name.byLanguage());
  }
}
