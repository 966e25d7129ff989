package org.bandung.web.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.bandung.economy.context.AgreementsInForce.Coverage;
import org.bandung.economy.context.AgreementsInForce.Global;
import org.bandung.economy.context.AgreementsInForce.PairCoverage;
import org.bandung.economy.context.CoveredTrade;
import org.bandung.observations.Dataset;
import org.bandung.web.economy.Chart.Line;
import org.bandung.web.economy.Chart.Point;
import org.bandung.web.economy.EconomyPage.Part;
import org.bandung.web.economy.EconomyTable.Cell;

/// How much of trade is with partners of agreements, over the years and agreement by agreement.
record AgreementParts(EconomyWords words) {

  private static final String DATA = "data";
  private static final String AREAS = "areas";
  private static final String LIST = "list";
  private static final int SHOWN = 25;

  List<Part> of(Coverage coverage) {
    var parts = new ArrayList<Part>();
    parts.add(years(coverage));
    parts.add(agreements(coverage));
    return parts;
  }

  private Part years(Coverage coverage) {
    boolean told = coverage.data().isPresent();
    var table = new EconomyTable.Maker().head("year", words.say("col.year"));
    if (told) {
      table
          .number("exports_data", words.say("agreements.exports-data"))
          .number("imports_data", words.say("agreements.imports-data"));
    }
    table
        .number("exports_areas", words.say("agreements.exports-areas"))
        .number("imports_areas", words.say("agreements.imports-areas"));
    var exports = new ArrayList<Point>();
    var imports = new ArrayList<Point>();
    for (var year : coverage.areas()) {
      var data = in(coverage.years(), year.year());
      var of = told ? data : OptionalYear.of(year);
      exports.add(new Point(year.year(), of.exports()));
      imports.add(new Point(year.year(), of.imports()));
      var cells = new ArrayList<Cell>();
      cells.add(EconomyWords.yearCell(year.year()));
      if (told) {
        cells.add(words.shareCell(data.exports()));
        cells.add(words.shareCell(data.imports()));
      }
      cells.add(words.shareCell(year.ofExports()));
      cells.add(words.shareCell(year.ofImports()));
      table.row(cells.toArray(Cell[]::new));
    }
    var suffix = told ? "-data" : "-areas";
    var name = words.say("agreements.years");
    var chart =
        new Chart(
            words.say("chart.of", name, words.country(coverage.country())),
            List.of(
                new Line(words.say("agreements.exports" + suffix), 1, exports),
                new Line(words.say("agreements.imports" + suffix), 2, imports)),
            words.words()::tick);
    return new Part(
        "agreement-years",
        name,
        words.say("agreements.text"),
        chart.drawable() ? chart : null,
        table.show(80),
        List.of(rests(coverage)));
  }

  /// Shares of a year; empty where the data know nothing of it.
  private record OptionalYear(OptionalDouble exports, OptionalDouble imports) {
    static OptionalYear of(CoveredTrade year) {
      return new OptionalYear(year.ofExports(), year.ofImports());
    }
  }

  private static OptionalYear in(List<CoveredTrade> years, int year) {
    return years.stream()
        .filter(y -> y.year() == year)
        .findFirst()
        .map(OptionalYear::of)
        .orElse(new OptionalYear(OptionalDouble.empty(), OptionalDouble.empty()));
  }

  private String rests(Coverage coverage) {
    var trade = words.dataset(coverage.trade().code());
    return coverage
        .data()
        .map(d -> words.say("agreements.rests", trade, words.dataset(d.code()), source(d)))
        .orElseGet(() -> words.say("agreements.rests-areas", trade));
  }

  private static String source(Dataset dataset) {
    return dataset.about().source();
  }

  private Part agreements(Coverage coverage) {
    var unit = unit(coverage.trade());
    var table =
        new EconomyTable.Maker()
            .code("known_from")
            .code("year")
            .code("agreement")
            .head("name", words.say("agreements.col.agreement"))
            .number("partners", words.say("col.partners"))
            .number("exports", words.say("col.exports"))
            .number("exports_share", words.say("agreements.col.of-exports"))
            .number("imports", words.say("col.imports"))
            .number("imports_share", words.say("agreements.col.of-imports"));
    var notes = new ArrayList<String>();
    coverage.years().stream()
        .reduce((first, second) -> second)
        .ifPresent(last -> {
          table(table, last, DATA, unit);
          notes.add(told(last, "agreements.told-data"));
        });
    coverage.areas().stream()
        .reduce((first, second) -> second)
        .ifPresent(last -> {
          table(table, last, AREAS, unit);
          notes.add(told(last, "agreements.told-areas"));
        });
    coverage
        .globally()
        .ifPresent(g -> {
          table(table, g.trade(), LIST, unit);
          notes.add(global(g));
        });
    return new Part(
        "agreements",
        words.say("agreements.name"),
        words.say("agreements.text.each"),
        null,
        table.show(SHOWN),
        notes);
  }

  private String told(CoveredTrade year, String key) {
    var unknown = words.say("unknown");
    var exports = words.share(year.ofExports());
    var imports = words.share(year.ofImports());
    return words.say(
        key,
        Integer.toString(year.year()),
        exports == null ? unknown : exports,
        imports == null ? unknown : imports);
  }

  /// The list is of another year than the trade, which has to be said.
  private String global(Global global) {
    var year = Integer.toString(global.listed());
    return global.stage().isEmpty()
        ? words.say("agreements.list-outside", year, source(global.dataset()))
        : words.say(
            "agreements.list",
            year,
            Integer.toString(global.trade().year()),
            words.words().word("economy.gstp", global.stage()),
            source(global.dataset()));
  }

  private void table(EconomyTable.Maker table, CoveredTrade year, String from, String unit) {
    for (var agreement : year.agreements()) {
      var exports = year.ofExports(agreement);
      var imports = year.ofImports(agreement);
      var name = from.equals(DATA) ? agreement.name() : words.words().grouping(agreement.name());
      var cell = Cell.of(name).with(words.say("agreements.from." + from));
      table.later(() ->
          List.of(
              Cell.of(from),
              EconomyWords.yearCell(year.year()),
              Cell.of(agreement.name()),
              from.equals(DATA) ? cell : cell.to(GroupingEconomy.address(agreement.name())),
              words.numberCell(agreement.partners()),
              value(agreement.exports(), year.exports(), unit),
              words.shareCell(exports).drawn(exports, "m3"),
              value(agreement.imports(), year.imports(), unit),
              words.shareCell(imports).drawn(imports, "m3")));
    }
  }

  /// Of a country that tells no exports at all, nothing is known of those to members either.
  private Cell value(double part, double all, String unit) {
    return all > 0 ? words.valueCell(part, unit) : Cell.UNKNOWN;
  }

  private static String unit(Dataset trade) {
    return trade.about().unitOf("exports");
  }

  /// Of two countries, year by year.
  Part between(PairCoverage coverage, String one, String other) {
    var unit = unit(coverage.trade());
    var table =
        new EconomyTable.Maker()
            .head("year", words.say("col.year"))
            .number("exports", words.say("pair.to", words.country(one), words.country(other)))
            .number("share", words.say("agreements.col.of-exports"))
            .word("agreements", words.say("agreements.col.data"))
            .word("areas", words.say("agreements.col.areas"));
    for (var year : coverage.years()) {
      table.row(
          EconomyWords.yearCell(year.year()),
          words.valueCell(year.exports(), unit),
          words.shareCell(year.ofExports()).drawn(year.ofExports(), "m3"),
          year.told() ? listed(year.agreements()) : Cell.UNKNOWN,
          listed(year.areas().stream().map(words.words()::grouping).toList()));
    }
    var trade = words.dataset(coverage.trade().code());
    return new Part(
        "agreements",
        words.say("agreements.pair"),
        words.say("agreements.pair.text"),
        null,
        table.show(80),
        List.of(
            coverage
                .data()
                .map(d -> words.say("agreements.rests", trade, words.dataset(d.code()), source(d)))
                .orElseGet(() -> words.say("agreements.rests-areas", trade))));
  }

  private Cell listed(List<String> names) {
    return Cell.of(names.isEmpty() ? words.say("tie.none") : words.listed(names));
  }
}
