package org.bandung.web.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.bandung.economy.Complementarities;
import org.bandung.economy.Complementarities.Fits;
import org.bandung.economy.Dependence;
import org.bandung.economy.Dependences;
import org.bandung.economy.Partners;
import org.bandung.economy.Wish;
import org.bandung.economy.structure.CountryStructure;
import org.bandung.economy.structure.CountryStructures;
import org.bandung.web.economy.Chart.Line;
import org.bandung.web.economy.Chart.Point;
import org.bandung.web.economy.EconomyPage.Figure;
import org.bandung.web.economy.EconomyPage.Heading;
import org.bandung.web.economy.EconomyPage.Link;
import org.bandung.web.economy.EconomyPage.Part;
import org.bandung.web.economy.EconomyTable.Cell;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// How a country depends: on whom, for what, and who in the South fits it.
@Component
final class CountryEconomy {

  private static final String TRADE = "totals";

  private final EconomyFrame frame;
  private final Dependences dependences;
  private final Complementarities complementarities;
  private final CountryStructures structures;
  private final BesideTrade beside;

  CountryEconomy(
      EconomyFrame frame,
      Dependences dependences,
      Complementarities complementarities,
      CountryStructures structures,
      BesideTrade beside) {
    this.frame = frame;
    this.dependences = dependences;
    this.complementarities = complementarities;
    this.structures = structures;
    this.beside = beside;
  }

  EconomyPage of(String country, EconomyForm form, Words in) {
    var words = frame.speaking(in);
    var wish = frame.wish(form, TRADE);
    var found = dependences.of(country, wish);
    return found.isPresent() ? page(found.get(), wish, form, words) : nothing(country, form, words);
  }

  private EconomyPage nothing(String country, EconomyForm form, EconomyWords words) {
    return new EconomyPage(
        address(country),
        form.query(),
        heading(country, "", words),
        frame.form(form, words, TRADE, frame.years(TRADE, form.get("dataset"))),
        frame.missing(
            words, TRADE, words.say("country.missing", words.country(country)), "bilateral-totals"),
        List.of(),
        List.of(),
        List.of(),
        onward(country, words));
  }

  static String address(String country) {
    return "/countries/" + country + "/economy";
  }

  private Heading heading(String country, String lead, EconomyWords words) {
    return new Heading(
        List.of(
            new Link("/economy", words.say("overview.name")),
            new Link("/countries/" + country, words.country(country))),
        words.say("country.heading", words.country(country)),
        lead);
  }

  private List<Link> onward(String country, EconomyWords words) {
    return frame.onward(
        words,
        new Link(StructureEconomy.address(country), words.say("onward.structure")),
        new Link("/economy/substitution?importer=" + country, words.say("onward.substitution")),
        new Link("/economy/scenarios?importer=" + country, words.say("onward.scenarios")),
        new Link("/countries/" + country + "/debt", words.say("onward.debt")),
        new Link("/countries/" + country, words.say("onward.country", words.country(country))));
  }

  private EconomyPage page(Dependence d, Wish wish, EconomyForm form, EconomyWords words) {
    var country = d.country();
    var parts = new ArrayList<Part>();
    parts.add(exposure(d, words));
    years(d, words, parts);
    var trading = new TradingParts(d, form, words);
    parts.add(trading.markets());
    parts.add(trading.sources());
    trading.products(parts);
    structure(country, wish)
        .ifPresent(s -> parts.add(new StructureParts(s, form, words).measures("structure")));
    var fits = complementarities.of(country, wish).filter(f -> !f.partners().isEmpty());
    fits.ifPresent(f -> parts.add(FitTable.of(f, form, words)));
    d.creditors().ifPresent(c -> parts.add(trading.creditors(c, debtUnit())));
    parts.addAll(beside.of(d, wish, words));
    return new EconomyPage(
        address(country),
        form.query(),
        heading(country, lead(d, words), words),
        frame.form(form, words, TRADE, d.years().stream().map(Dependence.Year::year).toList()),
        null,
        figures(d, words),
        parts,
        frame.facts(d.told(), fits.flatMap(Fits::structure), words),
        onward(country, words));
  }

  /// Of the dataset that is wished for if it tells products, else of another that says so.
  private Optional<CountryStructure> structure(String country, Wish wish) {
    return structures
        .of(country, wish, OptionalDouble.empty())
        .or(() ->
            structures.of(
                country, new Wish("", wish.year(), wish.south()), OptionalDouble.empty()));
  }

  private String debtUnit() {
    return frame.held("debt-stock").stream().map(s -> s.dataset().unit()).findFirst().orElse("");
  }

  private static String lead(Dependence d, EconomyWords words) {
    var markets = words.share(d.markets().northShare());
    var sources = words.share(d.sources().northShare());
    return markets == null || sources == null
        ? ""
        : words.say(
            "country.lead",
            Integer.toString(d.told().year()),
            words.country(d.country()),
            markets,
            sources);
  }

  /// The most telling figures.
  static List<Figure> figures(Dependence d, EconomyWords words) {
    var figures = new ArrayList<Figure>();
    figures.add(figure(d, words, "north-markets", "#markets", d.markets(), d.otherMarkets()));
    figures.add(figure(d, words, "north-sources", "#sources", d.sources(), d.otherSources()));
    first(d.markets(), words, "top-market", "#markets", figures);
    first(d.sources(), words, "top-source", "#sources", figures);
    d.bought()
        .ifPresent(b ->
            figures.add(
                new Figure(
                    words.share(b.singleShare()), words.say("figure.single"), "", "#bought")));
    d.creditors()
        .ifPresent(c ->
            figures.add(
                new Figure(
                    words.share(c.northShare()),
                    words.say("figure.creditors", Integer.toString(c.year())),
                    "",
                    "#creditors")));
    return figures;
  }

  private static Figure figure(
      Dependence d, EconomyWords words, String key, String href, Partners one, Partners other) {
    var moved = words.share(other.northShare());
    return new Figure(
        words.share(one.northShare()),
        words.say("figure." + key),
        moved == null ? "" : words.say("figure.other", moved, words.south(d.told().otherSouth())),
        href);
  }

  private static void first(
      Partners partners, EconomyWords words, String key, String href, List<Figure> figures) {
    if (!partners.partners().isEmpty()) {
      var first = partners.partners().getFirst();
      figures.add(
          new Figure(
              words.share(OptionalDouble.of(first.value() / partners.total())),
              words.say("figure." + key, words.country(first.code())),
              "",
              href));
    }
  }

  /// The vulnerability table.
  private static Part exposure(Dependence d, EconomyWords words) {
    var told = d.told();
    var table =
        new EconomyTable.Maker()
            .code("measure")
            .head("name", words.say("col.measure"))
            .number("value", words.say("col.by", words.south(told.south())))
            .number("other", words.say("col.by", words.south(told.otherSouth())));
    for (var exposure : d.exposures()) {
      boolean share = !exposure.code().endsWith("-concentration");
      Function<OptionalDouble, Cell> cell = share ? words::shareCell : words::measureCell;
      var value = exposure.value();
      table.row(
          Cell.of(exposure.code()),
          Cell.of(measure(exposure, told.year(), words))
              .with(words.say("measure." + exposure.code() + ".text")),
          cell.apply(value).drawn(value, exposure.code().contains("north") ? "m2" : "m0"),
          exposure.bySouth() ? cell.apply(exposure.other()) : Cell.of(words.say("exposure.same")));
    }
    return new Part(
        "exposure", words.say("part.exposure"), words.say("part.exposure.text"), table.show(20));
  }

  private static String measure(Dependence.Exposure exposure, int year, EconomyWords words) {
    var name = words.say("measure." + exposure.code());
    return exposure.year() == year
        ? name
        : words.say("measure.in-year", name, Integer.toString(exposure.year()));
  }

  private static void years(Dependence d, EconomyWords words, List<Part> parts) {
    var table =
        new EconomyTable.Maker()
            .head("year", words.say("col.year"))
            .number("north_markets", words.say("line.markets"))
            .number("north_sources", words.say("line.sources"));
    var sold = new ArrayList<Point>();
    var bought = new ArrayList<Point>();
    for (var year : d.years()) {
      table.row(
          EconomyWords.yearCell(year.year()),
          words.shareCell(year.markets()),
          words.shareCell(year.sources()));
      sold.add(new Point(year.year(), year.markets()));
      bought.add(new Point(year.year(), year.sources()));
    }
    var name = words.say("part.years");
    var chart =
        new Chart(
            words.say("chart.of", name, words.country(d.country())),
            List.of(
                new Line(words.say("line.markets"), 2, sold),
                new Line(words.say("line.sources"), 1, bought)),
            words.words()::tick);
    parts.add(
        new Part(
            "years",
            name,
            words.say("part.years.text", words.south(d.told().south())),
            chart.drawable() ? chart : null,
            table.show(80),
            List.of()));
  }
}
