package org.bandung.economy.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.Wish;
import org.bandung.observations.Dataset;
import org.springframework.stereotype.Service;

/// What a country produces, and how large its trade is beside it.
@Service
public final class Output {

  /// Questions of which each dataset that is held answers with a figure of its own.
  private static final List<String> TOLD =
      List.of("gdp-current", "output", "gdp-ppp", "population", "openness-told");

  private final Held held;

  Output(Held held) {
    this.held = held;
  }

  /// The output of a country.
  ///
  /// @param told as published, the latest year of each that is not later than the one wished for
  /// @param trade the dataset of the trade; empty where none in dollars of the day is held
  /// @param gdp the dataset of the output in dollars of the day
  /// @param years trade over output, years of which both are held, the earliest first
  public record Told(
      String country,
      List<Figure> told,
      Optional<Dataset> trade,
      Optional<Dataset> gdp,
      List<Openness> years) {
    public Told {
      told = List.copyOf(told);
      years = List.copyOf(years);
    }
  }

  /// A figure as it was published.
  ///
  /// @param question what it answers: `gdp-current`, `output`, `gdp-ppp`, `population`,
  ///   `openness-told`
  public record Figure(
      String question, Dataset dataset, String series, int year, double value, String unit) {}

  /// How open a country is to trade in goods.
  ///
  /// `(exports + imports) / gdp`, all in dollars of the day
  ///
  /// Above 1 where more passes through than is produced. Empty where one side is not told or
  /// nothing was produced.
  ///
  /// @param exports in dollars of the day, as all three
  public record Openness(int year, OptionalDouble exports, OptionalDouble imports, double gdp) {

    public OptionalDouble share() {
      return exports.isPresent() && imports.isPresent() && gdp > 0
          ? OptionalDouble.of((exports.getAsDouble() + imports.getAsDouble()) / gdp)
          : OptionalDouble.empty();
    }
  }

  /// @return empty if nothing of a country's output is held
  public Optional<Told> of(String country, Wish wish) {
    var told = new ArrayList<Figure>();
    for (var question : TOLD) {
      for (var source : held.sources().held(question)) {
        latest(question, source, country, wish).ifPresent(told::add);
      }
    }
    if (told.isEmpty()) {
      return Optional.empty();
    }
    var gdp = inDollars("gdp-current", country);
    var totals =
        held.sources().held("totals").stream()
            .filter(s -> wish.dataset().isEmpty() || s.dataset().code().equals(wish.dataset()))
            .filter(s -> Units.dollars(unit(s)).isPresent())
            .toList();
    for (var source : totals) {
      var years = openness(country, source, gdp);
      if (!years.isEmpty()) {
        return Optional.of(
            new Told(
                country,
                told,
                Optional.of(source.dataset()),
                gdp.map(Gdp::source).map(Source::dataset),
                years));
      }
    }
    return Optional.of(new Told(country, told, Optional.empty(), Optional.empty(), List.of()));
  }

  private Optional<Figure> latest(String question, Source source, String country, Wish wish) {
    var years = held.years(source, country, Set.of());
    var last =
        wish.year().isPresent() ? years.floorEntry(wish.year().getAsInt()) : years.lastEntry();
    return Optional.ofNullable(last)
        .map(e ->
            new Figure(
                question,
                source.dataset(),
                source.series(),
                e.getKey(),
                e.getValue(),
                unit(source)));
  }

  private static String unit(Source source) {
    return source.dataset().about().unitOf(source.series());
  }

  /// Output in dollars of the day by year.
  private record Gdp(Source source, TreeMap<Integer, Double> years) {}

  private Optional<Gdp> inDollars(String question, String country) {
    for (var source : held.sources().held(question)) {
      var one = Units.dollars(unit(source));
      var years = held.years(source, country, Set.of());
      if (one.isPresent() && !years.isEmpty()) {
        years.replaceAll((year, value) -> value * one.getAsDouble());
        return Optional.of(new Gdp(source, years));
      }
    }
    return Optional.empty();
  }

  private List<Openness> openness(String country, Source totals, Optional<Gdp> gdp) {
    if (gdp.isEmpty()) {
      return List.of();
    }
    double one = Units.dollars(unit(totals)).orElseThrow();
    var sold = held.sold(totals, country);
    var bought = held.bought(totals, country);
    var years = new TreeSet<>(sold.keySet());
    years.addAll(bought.keySet());
    var told = new ArrayList<Openness>();
    for (int year : years) {
      var output = gdp.get().years().get(year);
      if (output != null) {
        told.add(new Openness(year, sum(sold.get(year), one), sum(bought.get(year), one), output));
      }
    }
    return told;
  }

  private static OptionalDouble sum(
      @org.jspecify.annotations.Nullable Map<String, Double> values, double one) {
    return values == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(values.values().stream().mapToDouble(Double::doubleValue).sum() * one);
  }
}
