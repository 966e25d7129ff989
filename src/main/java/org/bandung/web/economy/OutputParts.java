package org.bandung.web.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.bandung.economy.Dependence;
import org.bandung.economy.context.Output.Openness;
import org.bandung.economy.context.Output.Told;
import org.bandung.economy.context.Summaries.Check;
import org.bandung.economy.context.Summaries.Comparison;
import org.bandung.observations.Dataset;
import org.bandung.web.economy.Chart.Line;
import org.bandung.web.economy.Chart.Point;
import org.bandung.web.economy.EconomyPage.Part;
import org.bandung.web.economy.EconomyTable.Cell;

/// What a country produces, how large its trade is beside it, and its trade as another publisher
/// has it.
record OutputParts(EconomyWords words) {

  private static final String DOLLARS = "USD";

  List<Part> of(Told told) {
    var parts = new ArrayList<Part>();
    parts.add(figures(told));
    if (told.trade().isPresent() && told.gdp().isPresent()) {
      parts.add(openness(told, told.trade().get(), told.gdp().get()));
    }
    return parts;
  }

  private Part figures(Told told) {
    var table =
        new EconomyTable.Maker()
            .code("question")
            .head("name", words.say("col.measure"))
            .number("value", words.say("col.value"))
            .word("unit", words.say("fact.unit"))
            .number("year", words.say("col.year"))
            .code("dataset")
            .word("dataset_name", words.say("fact.dataset"))
            .code("series");
    for (var figure : told.told()) {
      table.row(
          Cell.of(figure.question()),
          Cell.of(words.say("output." + figure.question()))
              .with(words.say("output." + figure.question() + ".base")),
          Cell.of(plain(figure.value()), figure.value()),
          Cell.of(words.unit(figure.unit())),
          EconomyWords.yearCell(figure.year()),
          Cell.of(figure.dataset().code()),
          Cell.of(words.dataset(figure.dataset().code()))
              .to("/economy/data/" + figure.dataset().code()),
          Cell.of(figure.series()));
    }
    return new Part("output", words.say("output.name"), words.say("output.text"), table.show(30));
  }

  /// A number as published, whose unit stands beside it.
  private String plain(double value) {
    return Math.abs(value) >= 100
        ? words.words().number(Math.round(value))
        : words.words().measure(value);
  }

  private Part openness(Told told, Dataset trade, Dataset gdp) {
    var table =
        new EconomyTable.Maker()
            .head("year", words.say("col.year"))
            .number("exports_usd", words.say("col.exports"))
            .number("imports_usd", words.say("col.imports"))
            .number("gdp_usd", words.say("output.gdp-current"))
            .number("openness", words.say("output.openness"));
    var points = new ArrayList<Point>();
    for (Openness year : told.years()) {
      table.row(
          EconomyWords.yearCell(year.year()),
          words.valueCell(year.exports(), DOLLARS),
          words.valueCell(year.imports(), DOLLARS),
          words.valueCell(year.gdp(), DOLLARS),
          words.shareCell(year.share()));
      points.add(new Point(year.year(), year.share()));
    }
    var name = words.say("output.openness");
    var chart =
        new Chart(
            words.say("chart.of", name, words.country(told.country())),
            List.of(new Line(name, 1, points)),
            words.words()::tick);
    return new Part(
        "openness",
        name,
        words.say("output.openness.text"),
        chart.drawable() ? chart : null,
        table.show(80),
        List.of(
            words.say(
                "output.rests",
                words.dataset(trade.code()),
                trade.about().source(),
                words.dataset(gdp.code()),
                gdp.about().source())));
  }

  /// Trade as another publisher has it.
  Part check(Comparison comparison, Dependence dependence) {
    var table =
        new EconomyTable.Maker()
            .code("measure")
            .code("partner")
            .head("name", words.say("col.measure"))
            .number("here", words.say("check.here"))
            .number("there", words.say("check.there"))
            .number("difference", words.say("check.difference"));
    for (var check : comparison.checks()) {
      table.row(
          Cell.of(check.what()),
          Cell.of(check.partner()),
          Cell.of(
              check.partner().isEmpty()
                  ? words.say("check." + check.what())
                  : words.say("check." + check.what(), words.country(check.partner()))),
          value(check, check.here()),
          value(check, OptionalDouble.of(check.there())),
          difference(check));
    }
    var summary = comparison.summary();
    return new Part(
        "check",
        words.say("check.name"),
        words.say("check.text"),
        null,
        table.show(30),
        List.of(
            words.say(
                "check.rests",
                words.dataset(dependence.told().dataset()),
                words.dataset(summary.code()),
                summary.about().source(),
                Integer.toString(comparison.year()))));
  }

  private Cell value(Check check, OptionalDouble value) {
    if (value.isEmpty()) {
      return Cell.UNKNOWN;
    }
    return check.relative()
        ? words.valueCell(value.getAsDouble(), DOLLARS)
        : check.partner().isEmpty() ? words.measureCell(value) : words.shareCell(value);
  }

  /// Of values in per cent of the other's, of shares in points, of an index as it is.
  private Cell difference(Check check) {
    var difference = check.difference();
    if (difference.isEmpty()) {
      return Cell.UNKNOWN;
    }
    double value = difference.getAsDouble();
    if (check.relative()) {
      return Cell.of(words.words().percent(value), value);
    }
    return check.partner().isEmpty()
        ? words.measureCell(difference)
        : Cell.of(words.say("check.points", words.words().measure(value * 100)), value);
  }
}
