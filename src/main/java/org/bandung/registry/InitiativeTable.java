package org.bandung.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bandung.registry.said.ContentCodec;
import org.bandung.store.CopyRows;
import org.bandung.store.Database;

/// SQL that writes the derived reading of initiatives.
final class InitiativeTable {

  private static final String COLUMNS =
      "id, original_id, title, words, period_start, period_end, ongoing, sort_day, modality, rule,"
          + " scope, compilation_only, withdrawn, tags, organisations, owner, audience, changed_at";

  private final Database database;

  InitiativeTable(Database database) {
    this.database = database;
  }

  /// Writes new initiatives.
  void insert(List<InitiativeRow> rows, Instant now) {
    database.copy(copy("registry_initiative", rows, now));
    database.copy(participations(rows));
  }

  /// Writes initiatives that exist already.
  void replace(List<InitiativeRow> rows, Instant now) {
    if (rows.isEmpty()) {
      return;
    }
    database
        .sql()
        .sql(
            """
            create temp table registry_fresh (like registry_initiative including defaults)
            on commit drop
            """)
        .update();
    database.copy(copy("registry_fresh", rows, now));
    database
        .sql()
        .sql(
            """
            update registry_initiative i
            set original_id = f.original_id, title = f.title, words = f.words,
                period_start = f.period_start, period_end = f.period_end, ongoing = f.ongoing,
                sort_day = f.sort_day, modality = f.modality, rule = f.rule, scope = f.scope,
                compilation_only = f.compilation_only, withdrawn = f.withdrawn, tags = f.tags,
                organisations = f.organisations,
                changed_at = f.changed_at
            from registry_fresh f where f.id = i.id
            """)
        .update();
    database.sql().sql("drop table registry_fresh").update();
    var ids = rows.stream().map(InitiativeRow::id).toArray(String[]::new);
    database
        .sql()
        .sql("delete from registry_participation where initiative_id = any(:ids)")
        .param("ids", ids)
        .update();
    database.copy(participations(rows));
  }

  /// Those of the initiatives that stand for themselves, and those into which the others were
  /// merged.
  List<String> standing(Collection<String> ids) {
    return database
        .sql()
        .sql(
            """
            select distinct coalesce(m.winner, i.id) from unnest(:ids) as i(id)
            left join registry_merged m on m.loser = i.id
            """)
        .param("ids", ids.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /// Lets an initiative be told as part of another from now on, with all that was merged into it.
  void merge(String loser, String winner) {
    database
        .sql()
        .sql("update registry_merged set winner = :winner where winner = :loser")
        .param("winner", winner)
        .param("loser", loser)
        .update();
    database
        .sql()
        .sql("insert into registry_merged (loser, winner) values (:loser, :winner)")
        .param("winner", winner)
        .param("loser", loser)
        .update();
    database
        .sql()
        .sql("update registry_initiative set withdrawn = true where id = :loser")
        .param("loser", loser)
        .update();
    database
        .sql()
        .sql("delete from registry_participation where initiative_id = :loser")
        .param("loser", loser)
        .update();
  }

  /// Lets every initiative of a group stand for itself again.
  void part(Collection<String> losers) {
    database
        .sql()
        .sql("delete from registry_merged where loser = any(:losers)")
        .param("losers", losers.toArray(String[]::new))
        .update();
  }

  /// What was merged into an initiative.
  List<String> losers(String winner) {
    return database
        .sql()
        .sql("select loser from registry_merged where winner = :winner order by loser")
        .param("winner", winner)
        .query(String.class)
        .list();
  }

  /// The one of the initiatives that was heard of first: it keeps its id when they are merged.
  String eldest(Collection<String> ids) {
    return database
        .sql()
        .sql(
            """
            select initiative_id from registry_statement where initiative_id = any(:ids)
            order by id limit 1
            """)
        .param("ids", ids.toArray(String[]::new))
        .query(String.class)
        .single();
  }

  /// Ids of all initiatives that stand for themselves, in their order, after the given one.
  List<String> idsAfter(String id, int limit) {
    return database
        .sql()
        .sql(
            """
            select id from registry_initiative i
            where id > :id and not exists (select from registry_merged m where m.loser = i.id)
            order by id limit :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /// What the derived columns were derived with; empty before the first time.
  Optional<String> derivedWith() {
    return database
        .sql()
        .sql("select fingerprint from registry_derived_with")
        .query(String.class)
        .optional();
  }

  void markDerivedWith(String fingerprint) {
    database
        .sql()
        .sql(
            """
            insert into registry_derived_with (fingerprint) values (:fingerprint)
            on conflict (one) do update set fingerprint = excluded.fingerprint
            """)
        .param("fingerprint", fingerprint)
        .update();
  }

  private static CopyRows copy(String table, Collection<InitiativeRow> rows, Instant now) {
    var copy = new CopyRows(table, COLUMNS);
    for (var r : rows) {
      copy.row(
          r.id(),
          r.originalId(),
          new CopyRows.Json(ContentCodec.texts(r.title())),
          TitleWords.kept(r.title()),
          r.period().start() == null ? null : r.period().start().toString(),
          r.period().end() == null ? null : r.period().end().toString(),
          r.period().ongoing(),
          r.sortDay(),
          r.derivation().modality(),
          (short) r.derivation().rule(),
          r.derivation().scope().orElse(null),
          r.compilationOnly(),
          r.withdrawn(),
          r.tags(),
          r.organisations(),
          "source",
          "public",
          now);
    }
    return copy;
  }

  private static CopyRows participations(Collection<InitiativeRow> rows) {
    var copy = new CopyRows("registry_participation", "initiative_id, country, role");
    for (var r : rows) {
      if (!r.withdrawn()) {
        r.countries().forEach(c -> copy.row(r.id(), c.country().alpha3(), c.role().code()));
      }
    }
    return copy;
  }
}
