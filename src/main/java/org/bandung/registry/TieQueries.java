package org.bandung.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Reader;
import org.bandung.store.Database;

/// SQL that reads who works with whom: the ties of a country, of a grouping, of a list.
final class TieQueries {

  private final Database database;
  private final InitiativeQueries queries;

  /// @param queries narrow what is counted
  TieQueries(Database database, InitiativeQueries queries) {
    this.database = database;
    this.queries = queries;
  }

  /// Partners of a country with the direction of what flows.
  List<CountryTies.Tie> of(Reader reader, CountryCode country) {
    return database
        .sql()
        .sql(
            """
            with mine as (
              select p.initiative_id, bool_or(p.role in ('provider', 'dual')) as gives,
                     bool_or(p.role in ('recipient', 'dual')) as takes
              from registry_participation p
              join registry_initiative i on i.id = p.initiative_id
              where p.country = :country and not i.withdrawn and i.audience = any(:audiences)
              group by p.initiative_id),
            theirs as (
              select p.initiative_id, p.country, m.gives as i_give, m.takes as i_take,
                     bool_or(p.role in ('provider', 'dual')) as gives,
                     bool_or(p.role in ('recipient', 'dual')) as takes
              from mine m join registry_participation p using (initiative_id)
              where p.country <> :country
              group by p.initiative_id, p.country, m.gives, m.takes)
            select t.country,
                   count(*) filter (where t.i_give and t.takes) as provided,
                   count(*) filter (where t.i_take and t.gives) as received,
                   count(*) as together,
                   count(*) filter (where i.tags @> array['ss:yes']) as south_south
            from theirs t join registry_initiative i on i.id = t.initiative_id
            group by t.country
            order by together desc, t.country
            """)
        .param("country", country.alpha3())
        .param("audiences", reader.audiences().toArray(String[]::new))
        .query((row, n) ->
            new CountryTies.Tie(
                new CountryCode(row.getString("country")),
                row.getLong("provided"),
                row.getLong("received"),
                row.getLong("together"),
                row.getLong("south_south")))
        .list();
  }

  /// Pairs of members of a grouping, and countries around it.
  CountryTies.OfGrouping ofGrouping(Reader reader, InitiativeFilter filter, Facets facets) {
    var members = queries.memberCodes(filter.grouping().orElseThrow());
    var inside =
        database
            .sql()
            .sql(
                """
                select a.country as one, b.country as other, count(distinct i.id) as n
                from registry_participation a
                join registry_participation b
                  on b.initiative_id = a.initiative_id and b.country > a.country
                join registry_initiative i on i.id = a.initiative_id
                where a.country = any(:members) and b.country = any(:members)
                  and not i.withdrawn and i.audience = any(:audiences)
                group by a.country, b.country
                order by n desc, one, other
                """)
            .param("members", members)
            .param("audiences", reader.audiences().toArray(String[]::new))
            .query((row, n) ->
                new CountryTies.Pair(
                    new CountryCode(row.getString("one")),
                    new CountryCode(row.getString("other")),
                    row.getLong("n")))
            .list();
    var known = Set.of(members);
    return new CountryTies.OfGrouping(
        facets.total(),
        inside,
        facets.counts(Facet.COUNTRY).stream().filter(c -> !known.contains(c.code())).toList());
  }

  /// The roles an organisation takes and the organisations it takes part together with.
  CountryTies.OfOrganisation ofOrganisation(Reader reader, String id, Facets facets) {
    var roles = new ArrayList<Facets.Count>();
    var together = new ArrayList<Facets.Count>();
    queries
        .narrowed(
            """
            select o.held, count(*) as n
            from registry_initiative i, unnest(i.organisations) as o(held)
            where %s and (o.held like :roles or o.held not like '%%:%%')
            group by o.held
            order by n desc, o.held
            """,
            reader, InitiativeFilter.ALL.with(Facet.ORGANISATION, id))
        .param("roles", id + ":%")
        .query(row -> {
          var held = row.getString("held");
          if (held.startsWith(id + ":")) {
            roles.add(new Facets.Count(held.substring(id.length() + 1), row.getLong("n")));
          } else if (!held.equals(id)) {
            together.add(new Facets.Count(held, row.getLong("n")));
          }
        });
    return new CountryTies.OfOrganisation(facets.total(), roles, together);
  }

  /// Who provides to whom. A country in a dual role both provides and receives; within one country
  /// nothing flows. An initiative is one initiative of each of its flows, but weighs one in all:
  /// else a single network of fifty countries would hide everything that happens between two.
  CountryTies.Flows flows(Reader reader, InitiativeFilter filter, int limit) {
    var rows =
        queries
            .narrowed(
                """
                with listed as materialized (
                  select i.id, i.modality from registry_initiative i where %s),
                given as (
                  select distinct l.id, l.modality, p.country as provider, r.country as recipient
                  from listed l
                  join registry_participation p
                    on p.initiative_id = l.id and p.role in ('provider', 'dual')
                  join registry_participation r
                    on r.initiative_id = l.id and r.role in ('recipient', 'dual')
                       and r.country <> p.country),
                weighed as (
                  select *, 1.0 / count(*) over (partition by id) as weight from given)
                select provider, recipient, modality, count(*) as n, count(*) over () as flows,
                       (select count(distinct id) from given) as initiatives
                from weighed
                group by provider, recipient, modality
                order by round(sum(weight), 9) desc, provider, recipient, modality
                limit :limit
                """,
                reader, filter)
            .param("limit", limit)
            .query((row, n) ->
                new FlowRow(
                    new CountryTies.Flow(
                        new CountryCode(row.getString("provider")),
                        new CountryCode(row.getString("recipient")),
                        row.getString("modality"),
                        row.getLong("n")),
                    row.getLong("flows"),
                    row.getLong("initiatives")))
            .list();
    return rows.isEmpty()
        ? CountryTies.Flows.NONE
        : new CountryTies.Flows(
            rows.getFirst().initiatives,
            rows.getFirst().flows,
            rows.stream().map(FlowRow::flow).toList());
  }

  private record FlowRow(CountryTies.Flow flow, long flows, long initiatives) {}
}
