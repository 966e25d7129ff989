package org.bandung.web.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.bandung.economy.Complementarities;
import org.bandung.economy.Complementarities.Pair;
import org.bandung.economy.Complementarities.Year;
import org.bandung.economy.Ties;
import org.bandung.web.economy.Chart.Line;
import org.bandung.web.economy.Chart.Point;
import org.bandung.web.economy.EconomyPage.Figure;
import org.bandung.web.economy.EconomyPage.Heading;
import org.bandung.web.economy.EconomyPage.Link;
import org.bandung.web.economy.EconomyPage.Part;
import org.bandung.web.economy.EconomyTable.Cell;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Two countries: what they sell each other, how their trade fits, what ties them.
@Component
final class PairEconomy {

  private static final String TRADE = "totals";

  private final EconomyFrame frame;
  private final Complementarities complementarities;
  private final BesideTrade beside;

  PairEconomy(EconomyFrame frame, Complementarities complementarities, BesideTrade beside) {
    this.frame = frame;
    this.complementarities = complementarities;
    this.beside = beside;
  }

  static String address(String one, String other) {
    return "/economy/pairs/" + one + "/" + other;
  }

  EconomyPage of(String one, String other, EconomyForm form, Words in) {
    var words = frame.speaking(in);
    var names = new Names(one, other, words.country(one), words.country(other));
    return complementarities
        .pair(one, other, frame.wish(form, TRADE))
        .map(p -> page(p, names, form, words))
        .orElseGet(() -> nothing(names, form, words));
  }

  /// Codes and names of the two.
  private record Names(String one, String other, String name, String otherName) {}

  private EconomyPage nothing(Names names, EconomyForm form, EconomyWords words) {
    return new EconomyPage(
        address(names.one(), names.other()),
        form.query(),
        heading(names, words),
        frame.form(form, words, TRADE, frame.years(TRADE, form.get("dataset"))),
        frame.missing(words, TRADE, words.say("country.missing", names.name()), "bilateral-totals"),
        List.of(),
        List.of(),
        List.of(),
        onward(names, words));
  }

  private static Heading heading(Names names, EconomyWords words) {
    return new Heading(
        List.of(
            new Link("/economy", words.say("overview.name")),
            new Link(CountryEconomy.address(names.one()), names.name()),
            new Link(CountryEconomy.address(names.other()), names.otherName())),
        words.say("pair.heading", names.name(), names.otherName()),
        "");
  }

  private List<Link> onward(Names names, EconomyWords words) {
    return frame.onward(
        words,
        new Link(
            address(names.other(), names.one()),
            words.say("pair.turned", names.otherName(), names.name())),
        new Link("/economy/substitution?importer=" + names.one(), words.say("onward.substitution")),
        new Link(
            "/initiatives?country=" + names.one() + "&partner=" + names.other(),
            words.say("pair.initiatives")));
  }

  private EconomyPage page(Pair pair, Names names, EconomyForm form, EconomyWords words) {
    var parts = new ArrayList<Part>();
    parts.add(years(pair, names, words));
    parts.add(measures(pair, names, words));
    parts.add(bias(pair, names, words));
    parts.add(ties(pair.ties(), words));
    parts.addAll(beside.between(names.one(), names.other(), frame.wish(form, TRADE), words));
    return new EconomyPage(
        address(names.one(), names.other()),
        form.query(),
        heading(names, words),
        frame.form(form, words, TRADE, pair.years().stream().map(Year::year).toList()),
        null,
        figures(pair, names, words),
        parts,
        frame.facts(pair.told(), pair.structure(), words),
        onward(names, words));
  }

  private static List<Figure> figures(Pair pair, Names names, EconomyWords words) {
    var unit = pair.told().unit();
    return List.of(
        new Figure(
            money(pair.fit().exports(), unit, words),
            words.say("pair.sells", names.name(), names.otherName()),
            "",
            "#years"),
        new Figure(
            money(pair.fit().imports(), unit, words),
            words.say("pair.sells", names.otherName(), names.name()),
            "",
            "#years"),
        new Figure(
            words.measure(pair.fit().intensityOfExports()),
            words.say("figure.intensity", names.name(), names.otherName()),
            words.say("figure.intensity.aside"),
            "#measures"),
        new Figure(
            words.measure(pair.fit().fitOfExports()),
            words.say("figure.fit", names.name(), names.otherName()),
            words.say("figure.fit.aside"),
            "#measures"));
  }

  private static @Nullable String money(OptionalDouble value, String unit, EconomyWords words) {
    return value.isPresent() ? words.value(value.getAsDouble(), unit) : null;
  }

  private static Part years(Pair pair, Names names, EconomyWords words) {
    var unit = pair.told().unit();
    var there = words.say("pair.to", names.name(), names.otherName());
    var back = words.say("pair.to", names.otherName(), names.name());
    var table =
        new EconomyTable.Maker()
            .head("year", words.say("col.year"))
            .number("exports", there)
            .number("imports", back);
    var sold = new ArrayList<Point>();
    var bought = new ArrayList<Point>();
    for (var year : pair.years()) {
      table.row(
          EconomyWords.yearCell(year.year()),
          words.valueCell(year.exports(), unit),
          words.valueCell(year.imports(), unit));
      sold.add(new Point(year.year(), year.exports()));
      bought.add(new Point(year.year(), year.imports()));
    }
    var chart =
        new Chart(
            words.say("pair.heading", names.name(), names.otherName()),
            List.of(new Line(there, 1, sold), new Line(back, 2, bought)),
            v -> words.value(v, unit));
    return new Part(
        "years",
        words.say("pair.years"),
        words.say("pair.years.text"),
        chart.drawable() ? chart : null,
        table.show(80),
        List.of());
  }

  /// Measures of what each sells the other.
  private static EconomyTable.Maker bothWays(Names names, EconomyWords words) {
    return new EconomyTable.Maker()
        .code("measure")
        .head("name", words.say("col.measure"))
        .number("there", words.say("pair.to", names.name(), names.otherName()))
        .number("back", words.say("pair.to", names.otherName(), names.name()));
  }

  private static Part measures(Pair pair, Names names, EconomyWords words) {
    var fit = pair.fit();
    var table = bothWays(names, words);
    measure(table, words, "fit", fit.fitOfExports(), fit.fitOfImports());
    measure(table, words, "intensity", fit.intensityOfExports(), fit.intensityOfImports());
    measure(table, words, "similarity", fit.similarity(), fit.similarity());
    measure(table, words, "grubel-lloyd", pair.grubelLloyd(), pair.grubelLloyd());
    measure(table, words, "grubel-lloyd-adjusted", pair.adjusted(), pair.adjusted());
    boolean products = fit.similarity().isPresent();
    return new Part(
        "measures",
        words.say("pair.measures"),
        words.say("pair.measures.text"),
        null,
        table.show(10),
        products ? List.of() : List.of(words.say("part.fits.no-products")));
  }

  /// Why each sells the other as much as it does.
  private static Part bias(Pair pair, Names names, EconomyWords words) {
    var there = pair.there();
    var back = pair.back();
    var table = bothWays(names, words);
    around(table, words, "brown", there.intensity(), back.intensity());
    around(table, words, "commodity-bias", there.commodityBias(), back.commodityBias());
    around(table, words, "country-bias", there.countryBias(), back.countryBias());
    around(table, words, "homogeneous", there.homogeneous(), back.homogeneous());
    around(table, words, "preference", there.preference(), back.preference());
    return new Part("bias", words.say("pair.bias"), words.say("pair.bias.text"), table.show(10));
  }

  /// A measure that has no end: no bar tells it.
  private static void around(
      EconomyTable.Maker table,
      EconomyWords words,
      String code,
      OptionalDouble there,
      OptionalDouble back) {
    table.row(
        Cell.of(code),
        Cell.of(words.say("measure." + code)).with(words.say("measure." + code + ".text")),
        words.measureCell(there),
        words.measureCell(back));
  }

  private static void measure(
      EconomyTable.Maker table,
      EconomyWords words,
      String code,
      OptionalDouble there,
      OptionalDouble back) {
    boolean bar = !code.equals("intensity");
    table.row(
        Cell.of(code),
        Cell.of(words.say("measure." + code)).with(words.say("measure." + code + ".text")),
        words.measureCell(there).drawn(bar ? there : OptionalDouble.empty(), "m3"),
        words.measureCell(back).drawn(bar ? back : OptionalDouble.empty(), "m3"));
  }

  private static Part ties(Ties ties, EconomyWords words) {
    var table =
        new EconomyTable.Maker()
            .code("tie")
            .head("name", words.say("col.tie"))
            .word("value", words.say("col.told"));
    var distance = ties.distanceKm();
    table.row(
        Cell.of("distance-km"),
        Cell.of(words.say("tie.distance")),
        distance.isPresent()
            ? Cell.of(
                words.say("tie.km", words.words().number(Math.round(distance.getAsDouble()))),
                Math.round(distance.getAsDouble()))
            : Cell.UNKNOWN);
    table.row(
        Cell.of("languages"),
        Cell.of(words.say("tie.languages")),
        listed(ties.languages().stream().map(words.words()::languageName).toList(), words));
    if (ties.agreements().isEmpty()) {
      table.row(
          Cell.of("agreements"),
          Cell.of(words.say("tie.agreements")),
          Cell.of(words.say("tie.none")));
    }
    for (var agreement : ties.agreements()) {
      table.row(
          Cell.of("agreement"),
          Cell.of(words.say("tie.agreements")),
          Cell.of(words.words().grouping(agreement)).to(GroupingEconomy.address(agreement)));
    }
    return new Part("ties", words.say("pair.ties"), words.say("pair.ties.text"), table.show(40));
  }

  private static Cell listed(List<String> names, EconomyWords words) {
    return Cell.of(names.isEmpty() ? words.say("tie.none") : words.listed(names));
  }
}
