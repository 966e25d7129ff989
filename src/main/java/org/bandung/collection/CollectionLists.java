package org.bandung.collection;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.Body;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Period;
import org.bandung.kernel.Reader;
import org.bandung.kernel.StableId;
import org.bandung.parties.Organisation;
import org.bandung.parties.Parties;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.InitiativePage.Summary;
import org.bandung.registry.Registry;
import org.bandung.registry.said.ContentCodec;
import org.springframework.stereotype.Component;

/// What is known of an institution: the public initiatives in which its organisation takes part, or
/// of which it said something itself, that were active at any time in a period.
@Component
public class CollectionLists {

  private static final int AT_ONCE = 200;

  private final Registry registry;
  private final Parties parties;

  CollectionLists(Registry registry, Parties parties) {
    this.registry = registry;
    this.parties = parties;
  }

  /// The list of a body, the latest first; at most as many as a list can have.
  List<RoundItem> of(Body body, LocalDate from, LocalDate to) {
    var found = new LinkedHashMap<String, Summary>();
    organisation(body)
        .ifPresent(
            id -> collect(InitiativeFilter.ALL.with(Facet.ORGANISATION, id), from, to, found));
    collect(InitiativeFilter.ALL.with(Facet.SOURCE, "desk:" + body.id()), from, to, found);
    return found.values().stream()
        .limit(RoundFaults.ITEMS)
        .map(s -> new RoundItem(s.id(), hash(s)))
        .toList();
  }

  /// Only what was active counts: what came later takes no place of it.
  private void collect(
      InitiativeFilter filter, LocalDate from, LocalDate to, Map<String, Summary> found) {
    Optional<String> cursor = Optional.empty();
    do {
      var page = registry.list(Reader.PUBLIC, filter, cursor, AT_ONCE);
      page.items().stream()
          .filter(s -> activeIn(s.period(), from, to))
          .forEach(s -> found.putIfAbsent(s.id(), s));
      cursor = page.next();
    } while (cursor.isPresent() && found.size() < RoundFaults.ITEMS);
  }

  /// The organisation a body is: the one it was admitted as, else the only one of its country with
  /// exactly its name.
  private Optional<String> organisation(Body body) {
    if (body.organisation() != null) {
      return Optional.of(body.organisation());
    }
    var country = body.country();
    if (country == null) {
      return Optional.empty();
    }
    var named =
        parties
            .list(
                Reader.PUBLIC,
                new Parties.OrganisationFilter(
                    Optional.empty(),
                    Optional.of(new CountryCode(country)),
                    Optional.of(body.name())),
                Optional.empty(),
                AT_ONCE)
            .items()
            .stream()
            .filter(o -> bears(o, body.name()))
            .map(Organisation::id)
            .toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  private static boolean bears(Organisation organisation, String name) {
    var wanted = name.strip().toLowerCase(Locale.ROOT);
    return organisation.acronym().toLowerCase(Locale.ROOT).equals(wanted)
        || organisation.name().byLanguage().values().stream()
            .anyMatch(n -> n.strip().toLowerCase(Locale.ROOT).equals(wanted));
  }

  /// Whether something may have been active at any time between two days. An end or a beginning
  /// that nobody reported excludes nothing.
  static boolean activeIn(Period period, LocalDate from, LocalDate to) {
    var start = period.start();
    var end = period.end();
    return (start == null || !start.earliest().isAfter(to))
        && (end == null || !end.latest().isBefore(from));
  }

  /// What one reads of an initiative on a list; equal hashes, equal words.
  static String hash(Summary s) {
    return StableId.of(
        "collection-item",
        ContentCodec.texts(s.title()),
        String.valueOf(s.period().start()),
        String.valueOf(s.period().end()),
        s.modality(),
        String.join(" ", s.countries().stream().map(c -> c.tag()).sorted().toList()),
        String.join(" ", s.sectors().stream().sorted().toList()));
  }

  /// The initiatives as lists show them, by id; those that are gone are left out.
  public Map<String, Summary> summaries(Set<String> ids) {
    return registry.summaries(Reader.PUBLIC, ids);
  }
}
