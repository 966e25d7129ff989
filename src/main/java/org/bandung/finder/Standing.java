package org.bandung.finder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.EntryFacet;
import org.bandung.catalogue.EntryFilter;
import org.bandung.catalogue.EntryKind;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Reader;
import org.bandung.registry.InitiativePage;
import org.bandung.search.Evidence;
import org.bandung.search.Search;

/// What the catalogue says today about a wish: who offers it, who has solved it or can be asked,
/// who else needs it, and who needs what the asking side can give.
final class Standing {

  private static final int ENTRIES = 200;
  private static final int OWN_OFFERS = 20;
  private static final Set<String> NEEDS = Set.of(EntryKind.NEED.code());

  /// What speaks for a country, and what speaks of others' needs; an event does neither.
  private static final Set<String> ALL =
      Set.of(
          EntryKind.NEED.code(),
          EntryKind.OFFER.code(),
          EntryKind.SOLUTION.code(),
          EntryKind.EXPERT.code(),
          EntryKind.INSTITUTION.code());

  /// What of it counts for one country.
  ///
  /// @param offer the relevance of its closest open offer
  /// @param documented the relevance of its closest solution, expert or institution
  /// @param mutual how closely an open need of its own fits what the asking side can give
  /// @param entries those that speak for it, the closest first
  record Of(double offer, double documented, double mutual, List<Evidence.Hit> entries) {
    static final Of NOTHING = new Of(0, 0, 0, List.of());

    double strongest() {
      return Math.max(offer, documented);
    }
  }

  private final Map<CountryCode, Of> byCountry = new HashMap<>();
  private final List<Evidence.Hit> needs;

  private Standing(List<Evidence.Hit> needs) {
    this.needs = needs;
  }

  /// Nothing, where history is replayed: the catalogue is of today.
  static Standing none() {
    return new Standing(List.of());
  }

  Of of(CountryCode country) {
    return byCountry.getOrDefault(country, Of.NOTHING);
  }

  /// Open needs like the wish, of others.
  List<Evidence.Hit> needs() {
    return needs;
  }

  /// What the looking up needs.
  record Ground(Search search, Catalogue catalogue, Concepts concepts) {}

  static Standing on(
      LocalDate day, Ground ground, Reader reader, Wish wish, Finder.Understood read) {
    var asked = asked(wish.text(), read.language(), read.topics(), wish, day);
    var found = ground.search.evidence(reader, asked.apply(ALL)).hits();
    var standing = new Standing(found.stream().filter(Standing::isNeed).toList());
    var mutual = mutual(day, ground, reader, wish);
    var entries = new HashMap<CountryCode, List<Evidence.Hit>>();
    for (var hit : found.stream().filter(h -> !isNeed(h)).toList()) {
      providers(hit).forEach(c -> entries.computeIfAbsent(c, k -> new ArrayList<>()).add(hit));
    }
    var countries = new LinkedHashSet<>(entries.keySet());
    countries.addAll(mutual.keySet());
    for (var country : countries) {
      var own = entries.getOrDefault(country, List.of());
      standing.byCountry.put(
          country,
          new Of(closest(own, true), closest(own, false), mutual.getOrDefault(country, 0.0), own));
    }
    return standing;
  }

  private static java.util.function.Function<Set<String>, Evidence.Asked> asked(
      String text, String language, Set<String> topics, Wish wish, LocalDate day) {
    return kinds ->
        new Evidence.Asked(
            text,
            language,
            topics,
            true,
            true,
            kinds,
            Optional.of(day),
            new InitiativePage.Narrowing(Set.of(), List.of(), Set.of()),
            wish.hidden(),
            ENTRIES);
  }

  private static boolean isNeed(Evidence.Hit hit) {
    return NEEDS.contains(hit.kind());
  }

  private static Set<CountryCode> providers(Evidence.Hit hit) {
    return hit.countries().stream()
        .filter(c -> c.role().provides())
        .map(InitiativePage.CountryRole::country)
        .collect(Collectors.toSet());
  }

  private static double closest(List<Evidence.Hit> hits, boolean offers) {
    return hits.stream()
        .filter(h -> h.kind().equals(EntryKind.OFFER.code()) == offers)
        .mapToDouble(Evidence.Hit::relevance)
        .max()
        .orElse(0);
  }

  /// Who needs what the asking side can give.
  private static Map<CountryCode, Double> mutual(
      LocalDate day, Ground ground, Reader reader, Wish wish) {
    var given = wish.inReturn().isBlank() ? ownOffers(day, ground, reader, wish) : wish.inReturn();
    if (given.isBlank()) {
      return Map.of();
    }
    var language = ground.concepts.identify(given, wish.language());
    var topics = ground.concepts.tag(given, language).counts().keySet();
    var hits =
        ground
            .search
            .evidence(reader, asked(given, language, topics, wish, day).apply(NEEDS))
            .hits();
    var mutual = new HashMap<CountryCode, Double>();
    for (var hit : hits) {
      hit.countries().stream()
          .filter(c -> c.role().receives())
          .forEach(c -> mutual.merge(c.country(), hit.relevance(), Math::max));
    }
    return mutual;
  }

  /// The titles of the asking side's own open offers, in one language.
  private static String ownOffers(LocalDate day, Ground ground, Reader reader, Wish wish) {
    return wish.asking().stream()
        .flatMap(country ->
            ground
                .catalogue
                .list(
                    reader,
                    EntryFilter.of(EntryKind.OFFER)
                        .with(EntryFacet.COUNTRY, country.alpha3())
                        .openOn(Optional.of(day)),
                    Optional.empty(),
                    OWN_OFFERS)
                .items()
                .stream())
        .flatMap(offer -> offer.title().in(wish.language()).stream())
        .collect(
            Collectors.groupingBy(
                LocalizedText.Spoken::language,
                Collectors.mapping(LocalizedText.Spoken::text, Collectors.joining(". "))))
        .entrySet()
        .stream()
        .max(Comparator.comparingInt(e -> e.getValue().length()))
        .map(Map.Entry::getValue)
        .orElse("");
  }
}
