package org.bandung.web.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.bandung.economy.context.TariffLevels.Levels;
import org.bandung.economy.context.TariffLevels.Rate;
import org.bandung.economy.context.TariffLevels.Year;
import org.bandung.observations.Dataset;
import org.bandung.web.economy.Chart.Line;
import org.bandung.web.economy.Chart.Point;
import org.bandung.web.economy.EconomyPage.Part;
import org.bandung.web.economy.EconomyTable.Cell;

/// The tariffs a country levies: averages over the years, what single rates are held, and rate by
/// rate between two countries.
record TariffParts(EconomyWords words) {

  private static final int SHOWN = 30;

  List<Part> of(Levels levels, String country) {
    var parts = new ArrayList<Part>();
    levels.dataset().ifPresent(d -> parts.add(years(levels.years(), d, country)));
    if (!levels.rates().isEmpty()) {
      parts.add(held(levels));
    }
    return parts;
  }

  private Part years(List<Year> years, Dataset dataset, String country) {
    var table =
        new EconomyTable.Maker()
            .head("year", words.say("col.year"))
            .number("simple_average_percent", words.say("tariffs.simple"))
            .number("weighted_average_percent", words.say("tariffs.weighted"))
            .number("highest_percent", words.say("tariffs.highest"))
            .number("free_lines_percent", words.say("tariffs.free"));
    for (var year : years) {
      table.row(
          EconomyWords.yearCell(year.year()),
          percent(year.simple()),
          percent(year.weighted()),
          percent(year.highest()),
          percent(year.free()));
    }
    var name = words.say("tariffs.name");
    var chart =
        new Chart(
            words.say("chart.of", name, words.country(country)),
            List.of(
                line("tariffs.simple", 1, years, Year::simple),
                line("tariffs.weighted", 2, years, Year::weighted)),
            v -> words.words().tick(v / 100));
    return new Part(
        "tariffs",
        name,
        words.say("tariffs.text"),
        chart.drawable() ? chart : null,
        table.show(80),
        List.of(rests(dataset)));
  }

  private Line line(String key, int tone, List<Year> years, Function<Year, OptionalDouble> value) {
    return new Line(
        words.say(key),
        tone,
        years.stream().map(y -> new Point(y.year(), value.apply(y))).toList());
  }

  private String rests(Dataset dataset) {
    return words.say("rests", words.dataset(dataset.code()), dataset.about().source());
  }

  /// As files have them: per cent, as published.
  private Cell percent(OptionalDouble value) {
    return value.isPresent()
        ? Cell.of(words.words().percent(value.getAsDouble() / 100), value.getAsDouble())
        : Cell.UNKNOWN;
  }

  private Part held(Levels levels) {
    var table =
        new EconomyTable.Maker()
            .code("dataset")
            .code("series")
            .head("name", words.say("tariffs.col.series"))
            .number("year", words.say("col.year"))
            .number("rates", words.say("tariffs.col.rates"))
            .number("mean_percent", words.say("tariffs.col.mean"))
            .number("highest_percent", words.say("tariffs.highest"));
    for (var rates : levels.rates()) {
      table.row(
          Cell.of(rates.dataset().code()),
          Cell.of(rates.series()),
          Cell.of(series(rates.series())),
          EconomyWords.yearCell(rates.year()),
          words.numberCell(rates.number()),
          percent(OptionalDouble.of(rates.mean())),
          percent(OptionalDouble.of(rates.highest())));
    }
    return new Part(
        "rates",
        words.say("tariffs.held"),
        words.say("tariffs.held.text"),
        null,
        table.show(SHOWN),
        List.of(rests(levels.rates().getFirst().dataset())));
  }

  private String series(String code) {
    return words.words().word("economy.tariff-series", code);
  }

  /// Rates between two countries.
  Part rates(List<Rate> rates) {
    var table =
        new EconomyTable.Maker()
            .code("importer")
            .code("product")
            .head("levied_by", words.say("tariffs.col.levied-by"))
            .word("product_name", words.say("col.product"))
            .code("series")
            .word("series_name", words.say("tariffs.col.series"))
            .code("exporter")
            .word("against", words.say("tariffs.col.against"))
            .number("year", words.say("col.year"))
            .number("percent", words.say("tariffs.col.percent"));
    for (var rate : rates) {
      var nomenclature = rate.dataset().nomenclature();
      table.later(() ->
          List.of(
              Cell.of(rate.importer()),
              Cell.of(rate.product()),
              Cell.of(words.country(rate.importer())),
              Cell.of(
                  rate.product().isEmpty()
                      ? words.say("tariffs.all-products")
                      : words.product(nomenclature, rate.product())),
              Cell.of(rate.series()),
              Cell.of(series(rate.series())),
              Cell.of(rate.exporter()),
              Cell.of(
                  rate.exporter().isEmpty()
                      ? words.say("tariffs.all")
                      : words.country(rate.exporter())),
              EconomyWords.yearCell(rate.year()),
              percent(OptionalDouble.of(rate.percent()))));
    }
    return new Part(
        "rates",
        words.say("tariffs.pair"),
        words.say("tariffs.pair.text"),
        null,
        table.show(SHOWN),
        List.of(rests(rates.getFirst().dataset())));
  }
}
