package org.bandung.finder;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  private final Once<Weights> shipped = Once.of(Weights::shipped);

  Finder(
      Search search, Registry registry, Concepts concepts, Reference reference, Parties parties) {
    this.search = search;
    this.registry = registry;
    this.concepts = concepts;
    this.reference = reference;
    this.parties = parties;
  }

  /// The partners for a wish, the best first; none where nothing speaks of the topic.
  public Proposal partnersFor(Reader reader, Wish wish) {
    var read = read(wish);
    var today = LocalDate.now(ZoneOffset.UTC);
    var traits = Traits.on(today, reference);
    var evidence = evidence(reader, wish, read, true, true);
    var candidates = candidates(reader, wish, traits);
    var cases =
        Features.of(
            candidates,
            evidence.hits(),
            wish.asking(),
            traits,
            ties(reader, wish),
            search.tags(reader, registry.narrowing(InitiativeFilter.ALL), wish.hidden()),
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
        partners.subList(0, Math.min(wish.limit(), partners.size())),
        partners.size(),
        Supporters.of(evidence.hits(), traits, partners),
        Supporters.needs(evidence.hits(), wish, traits),
        evidence.ready());
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
            registry.narrowing(InitiativeFilter.ALL),
            wish.hidden(),
            RECORDS));
  }

  Map<String, Long> ties(Reader reader, Wish wish) {
    return wish.asking()
        .map(c ->
            search.tags(
                reader,
                registry.narrowing(InitiativeFilter.ALL.with(Facet.COUNTRY, c.alpha3())),
                wish.hidden()))
        .orElseGet(Map::of);
  }

  private Set<CountryCode> candidates(Reader reader, Wish wish, Traits traits) {
    var candidates = new TreeSet<>(traits.south());
    wish.asking().ifPresent(candidates::remove);
    candidates.removeAll(wish.without());
    for (var must : wish.must()) {
      candidates.removeIf(c -> !fulfils(reader, c, must, wish, traits));
    }
    return candidates;
  }

  private boolean fulfils(
      Reader reader, CountryCode country, Wish.Must must, Wish wish, Traits traits) {
    return switch (must) {
      case LDC_EXPERIENCE -> withLeastDeveloped(reader, country, wish, traits);
      case SAME_LANGUAGE ->
          wish.asking()
              .map(a ->
                  traits.of(a).languages().stream()
                      .anyMatch(traits.of(country).languages()::contains))
              .orElse(true);
      case SAME_REGION ->
          wish.asking()
              .map(a ->
                  traits.of(a).regions().stream().anyMatch(traits.of(country).regions()::contains))
              .orElse(true);
    };
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
      case CLOSENESS ->
          value >= shipped.get().close() ? 2 : value >= shipped.get().partly() ? 1 : 0;
    };
  }
}
