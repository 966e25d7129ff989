package org.bandung.finder;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.EntryKind;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Once;
import org.bandung.kernel.Reader;
import org.bandung.parties.Parties;
import org.bandung.reference.Reference;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.Registry;
import org.bandung.search.Evidence;
import org.bandung.search.Search;
import org.springframework.stereotype.Service;

/// Proposes partners for a need.
@Service
public class Finder {

  static final int RECORDS = 400;

  private final Search search;
  private final Registry registry;
  private final Concepts concepts;
  private final Reference reference;
  private final Parties parties;
  private final Catalogue catalogue;
  private final Institutions institutions;
  private final Once<Weights> shipped = Once.of(Weights::shipped);

  Finder(
      Search search,
      Registry registry,
      Catalogue catalogue,
      Concepts concepts,
      Reference reference,
      Parties parties) {
    this.search = search;
    this.registry = registry;
    this.concepts = concepts;
    this.reference = reference;
    this.parties = parties;
    this.catalogue = catalogue;
    this.institutions = new Institutions(registry, parties);
  }

  /// The partners for a wish, the best first; none where nothing speaks of the topic.
  public Proposal partnersFor(Reader reader, Wish wish) {
    var read = read(wish);
    var today = LocalDate.now(ZoneOffset.UTC);
    var traits = Traits.on(today, reference);
    var evidence = evidence(reader, wish, read, true, true);
    var ground = new Standing.Ground(search, catalogue, concepts);
    var standing = Standing.on(today, ground, reader, wish, read);
    var around =
        new Features.Surroundings(
            ties(reader, wish),
            search.tags(reader, registry.narrowing(InitiativeFilter.ALL), wish.hidden()),
            search.tags(reader, Search.spokenIn(read.language()), wish.hidden()),
            standing);
    var cases =
        Features.of(
            candidates(reader, wish, traits),
            evidence.hits(),
            wish.asking(),
            traits,
            around,
            (int) today.toEpochDay());
    var partners =
        cases.stream()
            .filter(c -> c.strongest() > 0)
            .map(c -> partner(c, wish))
            .sorted(
                Comparator.comparing(Proposal.Partner::weak)
                    .thenComparing(Comparator.comparingDouble(Proposal.Partner::score).reversed())
                    .thenComparing(Proposal.Partner::country))
            .toList();
    return new Proposal(
        read.language(),
        read.topics(),
        institutions.beside(reader, partners.subList(0, Math.min(wish.limit(), partners.size()))),
        partners.size(),
        Supporters.of(evidence.hits(), traits, partners),
        Supporters.needs(evidence.hits(), standing.needs(), wish, traits),
        evidence.ready());
  }

  /// Who asks by a code: a country, or the members of today of a grouping or category of countries;
  /// nobody if it is neither.
  public Set<CountryCode> asking(String code) {
    var upper = code.toUpperCase(Locale.ROOT);
    if (CountryCode.isWellFormed(upper)
        && reference.findCountry(new CountryCode(upper)).isPresent()) {
      return Set.of(new CountryCode(upper));
    }
    return reference.gatherings().stream()
        .filter(code::equalsIgnoreCase)
        .findFirst()
        .map(known -> Set.copyOf(reference.gatheredIn(known, LocalDate.now(ZoneOffset.UTC))))
        .orElseGet(Set::of);
  }

  /// A text with the topics it names and those given beside it.
  record Understood(String language, Set<String> topics) {}

  Understood read(Wish wish) {
    var language = concepts.identify(wish.text(), wish.language());
    var topics = new LinkedHashSet<String>(wish.topics());
    topics.addAll(concepts.tag(wish.text(), language).counts().keySet());
    for (var sector : wish.sectors()) {
      topics.addAll(concepts.ofCode("dac-sector", sector));
    }
    for (var sdg : wish.sdgs()) {
      topics.addAll(concepts.ofCode("sdg", sdg));
    }
    topics.removeIf(t -> concepts.find(t).isEmpty());
    return new Understood(language, topics);
  }

  Evidence evidence(Reader reader, Wish wish, Understood read, boolean byWords, boolean byTopics) {
    return search.evidence(
        reader,
        new Evidence.Asked(
            wish.text(),
            read.language(),
            read.topics(),
            byWords,
            byTopics,
            Set.of(Evidence.INITIATIVE),
            Optional.empty(),
            narrowing(wish.limits()),
            wish.hidden(),
            RECORDS));
  }

  /// Years are tags too, so what reports no year is left out.
  private static InitiativePage.Narrowing narrowing(Wish.Limits limits) {
    var anyOf = new ArrayList<Set<String>>();
    if (!limits.forms().isEmpty()) {
      anyOf.add(limits.forms().stream().map(Facet.FORM::tag).collect(Collectors.toSet()));
    }
    limits
        .since()
        .ifPresent(year ->
            anyOf.add(
                IntStream.rangeClosed(year, Wish.Limits.LAST_YEAR)
                    .mapToObj(y -> Facet.YEAR.tag(String.valueOf(y)))
                    .collect(Collectors.toSet())));
    return new InitiativePage.Narrowing(Set.of(), anyOf, Set.of());
  }

  Map<String, Long> ties(Reader reader, Wish wish) {
    if (wish.asking().isEmpty()) {
      return Map.of();
    }
    var any =
        wish.asking().stream().map(c -> Facet.COUNTRY.tag(c.alpha3())).collect(Collectors.toSet());
    return search.tags(
        reader, new InitiativePage.Narrowing(Set.of(), List.of(any), Set.of()), wish.hidden());
  }

  private Set<CountryCode> candidates(Reader reader, Wish wish, Traits traits) {
    var candidates = new TreeSet<>(traits.south());
    candidates.removeAll(wish.asking());
    candidates.removeAll(wish.without());
    if (!wish.limits().languages().isEmpty()) {
      candidates.removeIf(
          c -> traits.of(c).languages().stream().noneMatch(wish.limits().languages()::contains));
    }
    for (var must : wish.must()) {
      candidates.removeIf(c -> !fulfils(reader, c, must, wish, traits));
    }
    return candidates;
  }

  private boolean fulfils(
      Reader reader, CountryCode country, Wish.Must must, Wish wish, Traits traits) {
    return switch (must) {
      case LDC_EXPERIENCE -> withLeastDeveloped(reader, country, wish, traits);
      case SAME_LANGUAGE -> shared(wish, country, c -> traits.of(c).languages());
      case SAME_REGION -> shared(wish, country, c -> traits.of(c).regions());
    };
  }

  /// Whether the country shares something with one of those that ask; nobody asking shares all.
  private static boolean shared(
      Wish wish, CountryCode country, Function<CountryCode, Set<String>> of) {
    return wish.asking().isEmpty()
        || wish.asking().stream()
            .anyMatch(a -> of.apply(a).stream().anyMatch(of.apply(country)::contains));
  }

  private boolean withLeastDeveloped(Reader reader, CountryCode country, Wish wish, Traits traits) {
    var filter = InitiativeFilter.ALL.flowing(Optional.of(country), Optional.empty());
    return search.tags(reader, registry.narrowing(filter), wish.hidden()).keySet().stream()
        .flatMap(tag -> InitiativePage.CountryRole.ofTag(tag).stream())
        .map(InitiativePage.CountryRole::country)
        .anyMatch(c -> !c.equals(country) && traits.of(c).situations().contains("LDC"));
  }

  private Proposal.Partner partner(Features.Case found, Wish wish) {
    var reasons = new ArrayList<Proposal.Reason>();
    for (var term : Term.values()) {
      double value = shipped.get().value(term, found.values(), wish.weights());
      if (value > 0) {
        reasons.add(new Proposal.Reason(term, value, count(term, found)));
      }
    }
    reasons.sort(Comparator.comparingDouble(Proposal.Reason::value).reversed());
    return new Proposal.Partner(
        found.country(),
        reasons.stream().mapToDouble(Proposal.Reason::value).sum(),
        reasons,
        found.evidence(),
        found.participation(),
        found.entries().stream()
            .flatMap(
                h -> EntryKind.ofCode(h.kind()).map(k -> new Proposal.Entry(k, h.id())).stream())
            .toList(),
        List.of(),
        found.strongest() < shipped.get().weak(),
        parties.coordinatingAgencies(found.country()).stream().findFirst());
  }

  /// The number a reason speaks of: records, countries.
  private long count(Term term, Features.Case found) {
    double value = found.values().getOrDefault(term, 0.0);
    return switch (term) {
      case EVIDENCE -> found.evidence().size();
      case PARTICIPATION -> found.participation().size();
      case BREADTH, SITUATION, TIES, EXPERIENCE -> Math.round(Math.expm1(value));
      case LANGUAGE, REGION -> Math.round(value);
      case OFFER -> entries(found, EntryKind.OFFER::equals);
      case DOCUMENTED -> entries(found, kind -> kind != EntryKind.OFFER);
      case TONGUE -> 1;
      case CLOSENESS, MUTUAL ->
          value >= shipped.get().close() ? 2 : value >= shipped.get().partly() ? 1 : 0;
    };
  }

  private static long entries(Features.Case found, Predicate<EntryKind> of) {
    return found.entries().stream()
        .flatMap(h -> EntryKind.ofCode(h.kind()).stream())
        .filter(of)
        .count();
  }
}
