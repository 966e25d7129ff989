package org.bandung.economy.context;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.Wish;
import org.bandung.observations.Dataset;
import org.bandung.observations.Dimension;
import org.bandung.observations.Selection;
import org.springframework.stereotype.Service;

/// The tariffs a country levies, as published: averages over the years, and rate by rate between
/// two countries.
@Service
public final class TariffLevels {

  /// How publishers write that a rate is for all.
  private static final Set<String> ALL = Set.of("", "WLD", "000");

  /// Of series of summaries only the row of all products.
  private static final Set<String> WHOLE = Set.of("All Products");

  private final Held held;

  TariffLevels(Held held) {
    this.held = held;
  }

  /// Averages of a country's tariffs.
  ///
  /// @param dataset of a publisher's averages; empty where only single rates are held
  /// @param years its averages, the earliest first
  /// @param rates what single rates are held, by series
  public record Levels(Optional<Dataset> dataset, List<Year> years, List<Rates> rates) {
    public Levels {
      years = List.copyOf(years);
      rates = List.copyOf(rates);
    }
  }

  /// Averages of a year in per cent, each empty where it is not told.
  ///
  /// @param free share of the lines that are free of duty, in per cent
  public record Year(
      int year,
      OptionalDouble simple,
      OptionalDouble weighted,
      OptionalDouble highest,
      OptionalDouble free) {}

  /// Single rates of a series in its last year.
  ///
  /// @param number of products and partners with a rate
  /// @param mean of them, each once, in per cent; no average of anything traded
  public record Rates(
      Dataset dataset, String series, int year, int number, double mean, double highest) {}

  /// A rate against a partner.
  ///
  /// @param exporter against whom; empty for all to whom no other stands
  /// @param product on what; empty for all
  /// @param percent ad valorem
  public record Rate(
      Dataset dataset,
      String series,
      int year,
      String importer,
      String exporter,
      String product,
      double percent) {}

  /// @return empty if nothing of a country's tariffs is held
  public Optional<Levels> of(String country, Wish wish) {
    var years = new TreeMap<Integer, Year>();
    var simple = summary("tariff-average", country);
    var weighted = summary("tariff-weighted", country);
    var highest = summary("tariff-highest", country);
    var free = summary("tariff-free", country);
    var all = new TreeSet<>(simple.keySet());
    all.addAll(weighted.keySet());
    all.forEach(y ->
        years.put(y, new Year(y, at(simple, y), at(weighted, y), at(highest, y), at(free, y))));
    var rates = new ArrayList<Rates>();
    for (var source : held.sources().held("tariffs")) {
      rates(source, country, wish).ifPresent(rates::add);
    }
    if (years.isEmpty() && rates.isEmpty()) {
      return Optional.empty();
    }
    var dataset =
        years.isEmpty()
            ? Optional.<Dataset>empty()
            : held.sources().held("tariff-average").stream().findFirst().map(Source::dataset);
    return Optional.of(new Levels(dataset, List.copyOf(years.values()), rates));
  }

  private TreeMap<Integer, Double> summary(String question, String country) {
    return held.sources().held(question).stream()
        .findFirst()
        .map(s -> held.years(s, country, WHOLE))
        .orElseGet(TreeMap::new);
  }

  private static OptionalDouble at(TreeMap<Integer, Double> years, int year) {
    var value = years.get(year);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private Optional<Rates> rates(Source source, String country, Wish wish) {
    int year = year(source, country, wish);
    if (year == 0) {
      return Optional.empty();
    }
    var own = rates(source, year, country, Set.of());
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Rates(
                source.dataset(),
                source.series(),
                year,
                own.size(),
                own.stream().mapToDouble(Rate::percent).average().orElseThrow(),
                own.stream().mapToDouble(Rate::percent).max().orElseThrow()));
  }

  /// The last year, not after the one wished for, in which a country states anything; 0 for none.
  private int year(Source source, String country, Wish wish) {
    var cells = held.cells(Held.all(source, Dimension.YEAR).from(Set.of(country)));
    int last = wish.year().orElse(Integer.MAX_VALUE);
    return cells.codes(Dimension.YEAR).stream()
        .mapToInt(Integer::parseInt)
        .filter(y -> y <= last)
        .max()
        .orElse(0);
  }

  private List<Rate> rates(Source source, int year, String importer, Set<String> against) {
    var cells =
        held.cells(
            Selection.of(
                    source.dataset().code(),
                    source.series(),
                    year,
                    year,
                    Dimension.PARTNER,
                    Dimension.PRODUCT)
                .from(Set.of(importer))
                .to(against));
    var rates = new ArrayList<Rate>();
    for (int row = 0; row < cells.rows(); row++) {
      if (cells.observations(row) == 1) {
        var partner = cells.code(Dimension.PARTNER, row);
        rates.add(
            new Rate(
                source.dataset(),
                source.series(),
                year,
                importer,
                ALL.contains(partner) ? "" : partner,
                cells.code(Dimension.PRODUCT, row),
                cells.value(row)));
      }
    }
    return rates;
  }

  /// What one country levies on goods of another, product by product and series by series: the rate
  /// against it, or that against all where it has none of its own.
  public List<Rate> between(String importer, String exporter, Wish wish) {
    var found = new TreeMap<String, Rate>();
    for (var source : held.sources().held("tariffs")) {
      int year = year(source, importer, wish);
      if (year == 0) {
        continue;
      }
      var against = new TreeSet<>(ALL);
      against.add(exporter);
      for (var rate : rates(source, year, importer, against)) {
        found.merge(rate.product() + "\t" + rate.series(), rate, TariffLevels::nearer);
      }
    }
    return found.values().stream()
        .sorted(
            Comparator.comparing(Rate::product)
                .thenComparing(r -> r.exporter().isEmpty())
                .thenComparing(Rate::series))
        .toList();
  }

  private static Rate nearer(Rate one, Rate other) {
    return one.exporter().isEmpty() ? other : one;
  }
}
