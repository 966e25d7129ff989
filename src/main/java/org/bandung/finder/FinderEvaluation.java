package org.bandung.finder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Reader;
import org.bandung.reference.Reference;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Role;
import org.bandung.search.Search;
import org.springframework.stereotype.Service;

/// Replays history: how well does the finder, and how well do simpler ways, name those who answered
/// a need of the past?
///
/// Five folds by title: the weights that score a fold are fitted on the other four. Method and
/// limits: `docs/finder.md`.
@Service
public class FinderEvaluation {

  private static final int FOLDS = 5;
  private static final String FINDER = "finder";
  private static final List<String> RANKERS =
      List.of("popularity", "popularity in the sector", "text alone", FINDER);

  private final Finder finder;
  private final Search search;
  private final Registry registry;
  private final Concepts concepts;
  private final Reference reference;
  private final Map<String, Map<String, Long>> ofSector = new HashMap<>();

  FinderEvaluation(
      Finder finder, Search search, Registry registry, Concepts concepts, Reference reference) {
    this.finder = finder;
    this.search = search;
    this.registry = registry;
    this.concepts = concepts;
    this.reference = reference;
  }

  /// A question with how every candidate looks to every ranker.
  private record Trial(
      Replay.Asked asked,
      List<Features.Case> cases,
      Map<String, Map<CountryCode, Double>> scores,
      int fold) {}

  /// Replays every record that can ask.
  public FinderReport replay(Reader reader) {
    var day = LocalDate.now(Clock.systemUTC());
    var traits = Traits.on(day, reference);
    ofSector.clear();
    var everywhere = search.tags(reader, registry.narrowing(InitiativeFilter.ALL), Set.of());
    var trials = new ArrayList<Trial>();
    for (var asked : new Replay(registry, concepts, reference, traits).questions()) {
      trials.add(trial(reader, asked, traits, everywhere, (int) day.toEpochDay()));
    }
    scoreByFolds(trials);
    var lines = new ArrayList<FinderReport.Line>();
    var largest = new TreeMap<String, String>();
    groups(trials).forEach((group, some) -> lines.addAll(lines(group, some, Set.of())));
    bySet(trials)
        .forEach((set, some) ->
            largestProvider(some)
                .ifPresent(country -> {
                  largest.put(set, country.alpha3());
                  lines.addAll(lines(set + " without its largest provider", some, Set.of(country)));
                }));
    return new FinderReport(
        lines, exposures(trials, traits), Fit.weights(samples(trials)), largest, weakBelow(trials));
  }

  private Trial trial(
      Reader reader, Replay.Asked asked, Traits traits, Map<String, Long> everywhere, int today) {
    var wish =
        Wish.of(asked.text(), asked.language(), Set.of(asked.asking())).hiding(asked.hidden());
    var read = finder.read(wish);
    var both = finder.evidence(reader, wish, read, true, true);
    var textAlone = finder.evidence(reader, wish, read, true, false);
    var candidates = new TreeSet<>(traits.south());
    candidates.remove(asked.asking());
    var visible = less(everywhere, asked.hidden());
    var cases =
        Features.of(
            candidates,
            both.hits(),
            wish.asking(),
            traits,
            new Features.Surroundings(
                finder.ties(reader, wish),
                visible,
                search.tags(reader, Search.spokenIn(read.language()), asked.hidden()),
                Standing.none()),
            today);
    var scores = new LinkedHashMap<String, Map<CountryCode, Double>>();
    var popularity = new HashMap<CountryCode, Double>();
    var sector = new HashMap<CountryCode, Double>();
    var hiddenTags = tagsOf(asked.hidden());
    for (var c : candidates) {
      popularity.put(c, (double) takesPart(c, visible));
      double inSector = 0;
      for (var tag : asked.sectors()) {
        inSector += takesPart(c, ofSector(reader, tag)) - overlap(c, tag, hiddenTags);
      }
      // Ties within the sector, and questions without one, fall back on popularity.
      sector.put(c, inSector + takesPart(c, visible) / 1e6);
    }
    scores.put(RANKERS.get(0), popularity);
    scores.put(RANKERS.get(1), sector);
    scores.put(RANKERS.get(2), votes(textAlone.hits()));
    return new Trial(
        asked,
        cases.stream().map(FinderEvaluation::slim).toList(),
        scores,
        Math.floorMod(
            asked.hidden().stream().sorted().findFirst().orElse(asked.record()).hashCode(), FOLDS));
  }

  /// A case without its records: thousands of questions must fit into a command's memory.
  private static Features.Case slim(Features.Case one) {
    return new Features.Case(
        one.country(), one.values(), List.of(), List.of(), List.of(), one.strongest());
  }

  /// Records in which a country provides, or takes part where no direction is told.
  private static long takesPart(CountryCode country, Map<String, Long> tags) {
    return Features.providedAtAll(country, tags)
        + tags.getOrDefault(new InitiativePage.CountryRole(country, Role.IMPLEMENTER).tag(), 0L);
  }

  private Map<String, Long> ofSector(Reader reader, String tag) {
    return ofSector.computeIfAbsent(
        tag,
        t ->
            search.tags(
                reader, new InitiativePage.Narrowing(Set.of(t), List.of(), Set.of()), Set.of()));
  }

  private List<Set<String>> tagsOf(Set<String> ids) {
    return registry.entries(ids).stream().map(InitiativePage.Entry::tags).toList();
  }

  private static long overlap(CountryCode country, String sector, List<Set<String>> hidden) {
    return hidden.stream()
        .filter(tags -> tags.contains(sector))
        .mapToLong(tags ->
            Arrays.stream(Role.values())
                .filter(r -> r.provides() || r == Role.IMPLEMENTER)
                .filter(r -> tags.contains(new InitiativePage.CountryRole(country, r).tag()))
                .count())
        .sum();
  }

  private Map<String, Long> less(Map<String, Long> everywhere, Set<String> hidden) {
    var less = new HashMap<>(everywhere);
    tagsOf(hidden).forEach(tags -> tags.forEach(t -> less.merge(t, -1L, Long::sum)));
    return less;
  }

  /// Each record votes with its relevance for everybody who takes part.
  private static Map<CountryCode, Double> votes(List<org.bandung.search.Evidence.Hit> hits) {
    var votes = new HashMap<CountryCode, Double>();
    for (var hit : hits) {
      var countries = new HashSet<CountryCode>();
      hit.countries().stream()
          .filter(c -> c.role() != Role.RECIPIENT)
          .forEach(c -> countries.add(c.country()));
      countries.forEach(c -> votes.merge(c, hit.relevance(), Double::sum));
    }
    return votes;
  }

  private static void scoreByFolds(List<Trial> trials) {
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      var weights =
          new Weights(Fit.weights(samples(trials.stream().filter(t -> t.fold() != held).toList())));
      for (var trial : trials) {
        if (trial.fold() == held) {
          var scores = new HashMap<CountryCode, Double>();
          trial.cases().forEach(c -> scores.put(c.country(), weights.score(c.values(), Map.of())));
          trial.scores().put(FINDER, scores);
        }
      }
    }
  }

  private static Map<String, List<Trial>> byRecord(List<Trial> trials) {
    var records = new LinkedHashMap<String, List<Trial>>();
    trials.forEach(t -> records.computeIfAbsent(t.asked().record(), r -> new ArrayList<>()).add(t));
    return records;
  }

  private static List<Fit.Sample> samples(List<Trial> trials) {
    var records = byRecord(trials);
    return trials.stream()
        .map(t -> {
          var features = new double[t.cases().size()][Term.fitted().size()];
          var right = new boolean[t.cases().size()];
          for (int c = 0; c < features.length; c++) {
            for (var term : Term.fitted()) {
              features[c][term.ordinal()] = t.cases().get(c).values().getOrDefault(term, 0.0);
            }
            right[c] = t.asked().answers().contains(t.cases().get(c).country());
          }
          int asks = records.getOrDefault(t.asked().record(), List.of(t)).size();
          return new Fit.Sample(features, right, 1.0 / asks);
        })
        .toList();
  }

  private static Map<String, List<Trial>> bySet(List<Trial> trials) {
    var sets = new TreeMap<String, List<Trial>>();
    trials.forEach(t -> sets.computeIfAbsent(t.asked().set(), s -> new ArrayList<>()).add(t));
    return sets;
  }

  private static Map<String, List<Trial>> groups(List<Trial> trials) {
    var groups = new LinkedHashMap<String, List<Trial>>();
    groups.put("all", trials);
    groups.putAll(bySet(trials));
    var languages = new TreeMap<String, List<Trial>>();
    trials.forEach(t ->
        languages
            .computeIfAbsent("language " + t.asked().language(), l -> new ArrayList<>())
            .add(t));
    groups.putAll(languages);
    return groups;
  }

  private static List<FinderReport.Line> lines(
      String group, List<Trial> trials, Set<CountryCode> without) {
    var lines = new ArrayList<FinderReport.Line>();
    for (var ranker : RANKERS) {
      var measured = new ArrayList<Metrics>();
      int questions = 0;
      for (var record : byRecord(trials).values()) {
        var asked = new ArrayList<Metrics>();
        for (var trial : record) {
          var right = new HashSet<>(trial.asked().answers());
          right.removeAll(without);
          if (!right.isEmpty()) {
            var ranked = ranked(trial, ranker);
            ranked.removeAll(without);
            asked.add(Metrics.of(ranked, right));
          }
        }
        if (!asked.isEmpty()) {
          questions += asked.size();
          measured.add(Metrics.mean(asked));
        }
      }
      lines.add(
          new FinderReport.Line(
              group,
              ranker,
              measured.size(),
              questions,
              figure(measured.stream().mapToDouble(Metrics::reciprocalRank).toArray()),
              figure(measured.stream().mapToDouble(Metrics::recall5).toArray()),
              figure(measured.stream().mapToDouble(Metrics::recall10).toArray()),
              figure(measured.stream().mapToDouble(Metrics::ndcg10).toArray())));
    }
    return lines;
  }

  private static FinderReport.Figure figure(double[] values) {
    return FinderReport.Figure.of(Metrics.Mean.of(values));
  }

  private static List<CountryCode> ranked(Trial trial, String ranker) {
    var scores = trial.scores().getOrDefault(ranker, Map.of());
    var countries = new ArrayList<CountryCode>();
    trial.cases().forEach(c -> countries.add(c.country()));
    countries.sort(
        Comparator.comparingDouble((CountryCode c) -> -scores.getOrDefault(c, 0.0))
            .thenComparing(c -> c));
    return countries;
  }

  private static Optional<CountryCode> largestProvider(List<Trial> trials) {
    var counts = new HashMap<CountryCode, Integer>();
    trials.forEach(t -> t.asked().answers().forEach(c -> counts.merge(c, 1, Integer::sum)));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<CountryCode, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private static List<FinderReport.Exposure> exposures(List<Trial> trials, Traits traits) {
    var exposures = new ArrayList<FinderReport.Exposure>();
    for (var group : List.of("LDC", "LLDC", "SIDS", "none of these")) {
      exposures.add(
          new FinderReport.Exposure(
              group,
              share(trials, group, traits, t -> List.copyOf(t.asked().answers())),
              share(trials, group, traits, t -> first(ranked(t, FINDER))),
              share(trials, group, traits, t -> first(ranked(t, RANKERS.getFirst())))));
    }
    return exposures;
  }

  private static List<CountryCode> first(List<CountryCode> ranked) {
    return ranked.subList(0, Math.min(10, ranked.size()));
  }

  private static double share(
      List<Trial> trials,
      String group,
      Traits traits,
      java.util.function.Function<Trial, List<CountryCode>> named) {
    long in = 0;
    long all = 0;
    for (var trial : trials) {
      for (var country : named.apply(trial)) {
        all++;
        var situations = traits.of(country).situations();
        in +=
            situations.contains(group) || (situations.isEmpty() && group.startsWith("none"))
                ? 1
                : 0;
      }
    }
    return all == 0 ? 0 : (double) in / all;
  }

  /// The relevance of the closest record of proposed countries, at which right ones and wrong ones
  /// part best: the highest share of right answers above less that of wrong ones (Youden).
  private static double weakBelow(List<Trial> trials) {
    var right = new ArrayList<Double>();
    var wrong = new ArrayList<Double>();
    for (var trial : trials) {
      for (var c : trial.cases()) {
        if (c.strongest() > 0) {
          (trial.asked().answers().contains(c.country()) ? right : wrong).add(c.strongest());
        }
      }
    }
    double best = 0;
    double at = 0;
    for (int step = 1; step < 100; step++) {
      double cut = step / 100.0;
      double apart = above(right, cut) - above(wrong, cut);
      if (apart > best) {
        best = apart;
        at = cut;
      }
    }
    return at;
  }

  private static double above(List<Double> values, double cut) {
    return values.isEmpty()
        ? 0
        : (double) values.stream().filter(v -> v >= cut).count() / values.size();
  }
}
