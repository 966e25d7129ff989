package org.bandung.economy.context;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.Wish;
import org.bandung.kernel.CountryCode;
import org.bandung.observations.Dataset;
import org.bandung.observations.Dimension;
import org.bandung.observations.Selection;
import org.bandung.reference.Grouping;
import org.bandung.reference.Membership;
import org.bandung.reference.Reference;
import org.springframework.stereotype.Service;

/// Coverage of a country's trade by agreements, by the three things a node may know of them: data
/// on agreements between pairs of countries year by year, trade areas of the reference data with
/// their dated members, and a list of participants of the Global System of Trade Preferences. They
/// are told one beside the other and never added up.
@Service
public final class AgreementsInForce {

  static final String GLOBAL_SYSTEM = "GSTP";
  private static final Set<String> KINDS = Set.of("trade-area", "regional-community");

  private final Held held;
  private final Reference reference;

  AgreementsInForce(Held held, Reference reference) {
    this.held = held;
    this.reference = reference;
  }

  /// What is covered of a country's trade.
  ///
  /// @param trade the dataset of the trade
  /// @param data the dataset of agreements of pairs; empty where none is held
  /// @param years by those data, each year they hold, the earliest first
  /// @param areas by trade areas and regional communities of the reference data, the same years;
  ///   without the global system where a list of its participants is held
  /// @param globally by the list of participants of the global system
  public record Coverage(
      String country,
      Dataset trade,
      Optional<Dataset> data,
      List<CoveredTrade> years,
      List<CoveredTrade> areas,
      Optional<Global> globally) {
    public Coverage {
      years = List.copyOf(years);
      areas = List.copyOf(areas);
    }
  }

  /// Trade with participants of the global system.
  ///
  /// @param listed the year of the list, which is not that of the trade
  /// @param stage how far the country came in the last round; empty if it takes no part
  public record Global(Dataset dataset, int listed, String stage, CoveredTrade trade) {}

  /// What is covered of the trade of a country.
  ///
  /// @return empty if no trade of it is held
  public Optional<Coverage> of(String country, Wish wish) {
    var agreements = held.sources().held("agreements").stream().findFirst();
    return totals(agreements, wish).flatMap(t -> of(country, t, agreements, wish));
  }

  private Optional<Coverage> of(
      String country, Source totals, Optional<Source> agreements, Wish wish) {
    var sold = held.sold(totals, country);
    var bought = held.bought(totals, country);
    var all = new TreeSet<>(sold.keySet());
    all.addAll(bought.keySet());
    wish.year().ifPresent(y -> all.removeIf(year -> year > y));
    if (all.isEmpty()) {
      return Optional.empty();
    }
    var global = participants();
    var pairs = agreements.map(a -> partners(a, country)).orElse(Map.of());
    var known = agreements.map(this::years).orElse(Set.of());
    var years = new ArrayList<CoveredTrade>();
    var areas = new ArrayList<CoveredTrade>();
    for (int year : all) {
      var sells = sold.getOrDefault(year, Map.of());
      var buys = bought.getOrDefault(year, Map.of());
      if (known.contains(year)) {
        years.add(CoveredTrade.of(year, sells, buys, pairs.getOrDefault(year, Map.of())));
      }
      areas.add(CoveredTrade.of(year, sells, buys, areas(country, year, global.isPresent())));
    }
    int last = all.last();
    return Optional.of(
        new Coverage(
            country,
            totals.dataset(),
            agreements.map(Source::dataset),
            years,
            areas,
            global.map(g ->
                g.of(
                    country,
                    last,
                    sold.getOrDefault(last, Map.of()),
                    bought.getOrDefault(last, Map.of())))));
  }

  /// Two countries in a year.
  ///
  /// @param exports of the first to the second; empty where none are told
  /// @param ofExports what part of all it sells that is
  /// @param told whether the data know agreements of that year at all
  /// @param agreements of the pair, as the data call them
  /// @param areas of the reference data that both belong to
  public record PairYear(
      int year,
      OptionalDouble exports,
      OptionalDouble ofExports,
      boolean told,
      List<String> agreements,
      List<String> areas) {
    public PairYear {
      agreements = List.copyOf(agreements);
      areas = List.copyOf(areas);
    }
  }

  /// What one country sells another and which agreements they had at the time.
  ///
  /// @param trade the dataset of the trade
  /// @param data the dataset of agreements; empty where none is held
  public record PairCoverage(Dataset trade, Optional<Dataset> data, List<PairYear> years) {
    public PairCoverage {
      years = List.copyOf(years);
    }
  }

  /// @return empty if no trade of the first is held
  public Optional<PairCoverage> between(String one, String other, Wish wish) {
    var agreements = held.sources().held("agreements").stream().findFirst();
    return totals(agreements, wish)
        .flatMap(totals -> {
          var sold = held.sold(totals, one);
          var pairs = agreements.map(a -> partners(a, one)).orElse(Map.of());
          var known = agreements.map(this::years).orElse(Set.of());
          var years = new ArrayList<PairYear>();
          sold.forEach((year, values) -> {
            var value = values.get(other);
            var all = values.values().stream().mapToDouble(Double::doubleValue).sum();
            years.add(
                new PairYear(
                    year,
                    value == null ? OptionalDouble.empty() : OptionalDouble.of(value),
                    value == null ? OptionalDouble.empty() : OptionalDouble.of(value / all),
                    known.contains(year),
                    with(other, pairs.getOrDefault(year, Map.of())),
                    with(other, areas(one, year, false))));
          });
          return years.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new PairCoverage(totals.dataset(), agreements.map(Source::dataset), years));
        });
  }

  private static List<String> with(String other, Map<String, Set<String>> partners) {
    return partners.entrySet().stream()
        .filter(e -> e.getValue().contains(other))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Optional<Source> totals(Optional<Source> agreements, Wish wish) {
    return agreements
        .flatMap(a -> held.sources().find("totals", a.dataset().code()))
        .or(() -> held.sources().find("totals", wish.dataset()));
  }

  /// Years of which the data tell any agreement: in others nothing is known.
  private Set<Integer> years(Source agreements) {
    var cells = held.cells(Held.all(agreements, Dimension.YEAR));
    var years = new HashSet<Integer>();
    cells.codes(Dimension.YEAR).forEach(y -> years.add(Integer.valueOf(y)));
    return years;
  }

  /// By year and agreement with whom a country shares it, whichever of the two the data name first.
  private Map<Integer, Map<String, Set<String>>> partners(Source agreements, String country) {
    var years = new TreeMap<Integer, Map<String, Set<String>>>();
    var own = Set.of(country);
    partners(
        Held.all(agreements, Dimension.YEAR, Dimension.PARTNER, Dimension.PRODUCT).from(own),
        Dimension.PARTNER,
        country,
        years);
    partners(
        Held.all(agreements, Dimension.YEAR, Dimension.REPORTER, Dimension.PRODUCT).to(own),
        Dimension.REPORTER,
        country,
        years);
    return years;
  }

  private void partners(
      Selection selection,
      Dimension side,
      String country,
      Map<Integer, Map<String, Set<String>>> years) {
    var cells = held.cells(selection);
    for (int row = 0; row < cells.rows(); row++) {
      var partner = cells.code(side, row);
      if (!partner.equals(country)) {
        years
            .computeIfAbsent(Integer.valueOf(cells.code(Dimension.YEAR, row)), y -> new TreeMap<>())
            .computeIfAbsent(cells.code(Dimension.PRODUCT, row).strip(), a -> new TreeSet<>())
            .add(partner);
      }
    }
  }

  /// The other members of trade areas and communities on the last day of a year.
  private Map<String, Set<String>> areas(String country, int year, boolean listHeld) {
    var day = LocalDate.of(year, 12, 31);
    var areas = new TreeMap<String, Set<String>>();
    if (!CountryCode.isWellFormed(country)) {
      return areas;
    }
    for (var membership : reference.membershipsOf(new CountryCode(country))) {
      var code = membership.grouping();
      if (!membership.takesPart()
          || !membership.holdsOn(day)
          || listHeld && code.equals(GLOBAL_SYSTEM)
          || reference.findGrouping(code).filter(g -> isArea(g, day)).isEmpty()) {
        continue;
      }
      var others = new TreeSet<String>();
      reference.membersOf(code).stream()
          .filter(m -> m.takesPart() && m.holdsOn(day))
          .map(Membership::country)
          .map(CountryCode::alpha3)
          .filter(c -> !c.equals(country))
          .forEach(others::add);
      areas.put(code, others);
    }
    return areas;
  }

  /// Members without a date of entry were not in it before it was there.
  private static boolean isArea(Grouping grouping, LocalDate day) {
    return KINDS.contains(grouping.kind())
        && grouping.from().map(f -> !f.earliest().isAfter(day)).orElse(true)
        && grouping.to().map(t -> t.earliest().isAfter(day)).orElse(true);
  }

  /// Who takes part in the global system, by the last list held.
  private record Participants(Dataset dataset, int year, Map<String, String> stages) {

    Global of(String country, int inYear, Map<String, Double> sold, Map<String, Double> bought) {
      var others = new TreeSet<>(stages.keySet());
      boolean takesPart = others.remove(country);
      return new Global(
          dataset,
          year,
          stages.getOrDefault(country, ""),
          CoveredTrade.of(
              inYear, sold, bought, takesPart ? Map.of(GLOBAL_SYSTEM, others) : Map.of()));
    }
  }

  /// A grouping that takes part stands for its members, who need not be listed themselves.
  private List<String> members(String code, int year) {
    return reference.findGrouping(code).isEmpty()
        ? List.of(code)
        : reference.gatheredIn(code, LocalDate.of(year, 12, 31)).stream()
            .map(CountryCode::alpha3)
            .toList();
  }

  private Optional<Participants> participants() {
    return held.sources().held("participants").stream()
        .findFirst()
        .map(s -> {
          int year = s.dataset().lastYear();
          var cells =
              held.cells(
                  Selection.of(
                      s.dataset().code(),
                      s.series(),
                      year,
                      year,
                      Dimension.REPORTER,
                      Dimension.PRODUCT));
          var stages = new TreeMap<String, String>();
          for (int row = 0; row < cells.rows(); row++) {
            var stage = cells.code(Dimension.PRODUCT, row);
            members(cells.code(Dimension.REPORTER, row), year)
                .forEach(c -> stages.merge(c, stage, (own, theirs) -> own));
          }
          return new Participants(s.dataset(), year, stages);
        });
  }
}
