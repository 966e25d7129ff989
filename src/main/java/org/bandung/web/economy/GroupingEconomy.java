package org.bandung.web.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.bandung.economy.GroupTrade;
import org.bandung.economy.SouthShares;
import org.bandung.economy.SouthShares.Group;
import org.bandung.economy.Wish;
import org.bandung.economy.structure.TradeNetworks;
import org.bandung.web.economy.Chart.Line;
import org.bandung.web.economy.Chart.Point;
import org.bandung.web.economy.EconomyPage.Figure;
import org.bandung.web.economy.EconomyPage.Heading;
import org.bandung.web.economy.EconomyPage.Link;
import org.bandung.web.economy.EconomyPage.Part;
import org.bandung.web.economy.EconomyTable.Cell;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// What the members of a grouping trade with each other, with the members of each year.
@Component
final class GroupingEconomy {

  private static final String TRADE = "totals";

  private final EconomyFrame frame;
  private final SouthShares shares;
  private final TradeNetworks networks;

  GroupingEconomy(EconomyFrame frame, SouthShares shares, TradeNetworks networks) {
    this.frame = frame;
    this.shares = shares;
    this.networks = networks;
  }

  static String address(String grouping) {
    return "/groupings/" + grouping + "/economy";
  }

  EconomyPage of(String grouping, EconomyForm form, Words in) {
    var words = frame.speaking(in);
    var wish = frame.wish(form, TRADE);
    var found = shares.group(grouping, wish).filter(g -> at(g, wish.year()).isPresent());
    return found.isPresent()
        ? page(found.get(), wish, form, words)
        : new EconomyPage(
            address(grouping),
            form.query(),
            heading(grouping, "", words),
            frame.form(form, words, TRADE, frame.years(TRADE, form.get("dataset"))),
            frame.missing(
                words,
                TRADE,
                words.say("grouping.missing", words.words().grouping(grouping)),
                "bilateral-totals"),
            List.of(),
            List.of(),
            List.of(),
            onward(grouping, words));
  }

  /// The year that is asked for, or the last one with members.
  static Optional<GroupTrade> at(Group group, OptionalInt year) {
    return group.years().reversed().stream()
        .filter(y -> !y.members().isEmpty())
        .filter(y -> year.isEmpty() || y.year() == year.getAsInt())
        .findFirst();
  }

  private static Optional<GroupTrade> without(Group group, int year) {
    return group.withoutLargest().stream().filter(y -> y.year() == year).findFirst();
  }

  private Heading heading(String grouping, String lead, EconomyWords words) {
    var name = words.words().grouping(grouping);
    return new Heading(
        List.of(
            new Link("/economy", words.say("overview.name")),
            new Link("/groupings/" + grouping, name)),
        words.say("grouping.heading", name),
        lead);
  }

  private List<Link> onward(String grouping, EconomyWords words) {
    return frame.onward(
        words,
        new Link(NetworkEconomy.ADDRESS + "?grouping=" + grouping, words.say("onward.network")),
        new Link(
            "/groupings/" + grouping,
            words.say("onward.grouping", words.words().grouping(grouping))));
  }

  private EconomyPage page(Group group, Wish wish, EconomyForm form, EconomyWords words) {
    var trade = at(group, wish.year()).orElseThrow();
    var inYear = new Wish("", OptionalInt.of(trade.year()), wish.south());
    var alike = shares.similarity(group.grouping(), inYear);
    var covered = shares.agreements(group.grouping(), inYear);
    var parts = new ArrayList<Part>();
    parts.add(years(group, words));
    parts.add(beside(alike, covered, words));
    networks
        .grouping(group.grouping(), new Wish(wish.dataset(), inYear.year(), wish.south()))
        .ifPresent(n -> parts.add(NetworkEconomy.statistics("network", n, words)));
    parts.add(members(trade, form, words));
    var share = words.share(trade.ofExports());
    return new EconomyPage(
        address(group.grouping()),
        form.query(),
        heading(
            group.grouping(),
            share == null
                ? ""
                : words.say(
                    "grouping.lead",
                    Integer.toString(trade.year()),
                    share,
                    trade.reporting().size(),
                    trade.members().size()),
            words),
        frame.form(
            form,
            words,
            TRADE,
            group.years().stream()
                .filter(y -> !y.members().isEmpty())
                .map(GroupTrade::year)
                .toList()),
        null,
        figures(group, trade, words),
        parts,
        frame.facts(group.told(), words),
        onward(group.grouping(), words));
  }

  static List<Figure> figures(Group group, GroupTrade trade, EconomyWords words) {
    var figures = new ArrayList<Figure>();
    figures.add(
        new Figure(words.share(trade.ofExports()), words.say("grouping.of-exports"), "", "#years"));
    group
        .largest()
        .ifPresent(largest ->
            figures.add(
                new Figure(
                    words.share(
                        without(group, trade.year())
                            .map(GroupTrade::ofExports)
                            .orElse(OptionalDouble.empty())),
                    words.say("grouping.without", words.country(largest)),
                    "",
                    "#years")));
    figures.add(
        new Figure(
            words.measure(trade.intensity()),
            words.say("grouping.intensity"),
            words.say("figure.intensity.aside"),
            "#years"));
    figures.add(
        new Figure(
            words.say(
                "grouping.coverage",
                words.words().number(trade.reporting().size()),
                words.words().number(trade.members().size())),
            words.say("grouping.reporting"),
            "",
            "#members"));
    return figures;
  }

  private static Part years(Group group, EconomyWords words) {
    var unit = group.told().unit();
    var largest = group.largest().map(words::country).orElse("");
    var less = words.say("line.without", largest);
    var table =
        new EconomyTable.Maker()
            .head("year", words.say("col.year"))
            .number("of_exports", words.say("line.of-exports"))
            .number("without_largest", less)
            .number("of_imports", words.say("line.of-imports"))
            .number("intensity", words.say("col.intensity"))
            .number("intra", words.say("col.intra"))
            .number("members", words.say("col.members"))
            .number("reporting", words.say("col.reporting"));
    var all = new ArrayList<Point>();
    var others = new ArrayList<Point>();
    for (var year : group.years()) {
      var remaining =
          without(group, year.year()).map(GroupTrade::ofExports).orElse(OptionalDouble.empty());
      boolean exists = !year.members().isEmpty();
      if (exists) {
        table.row(
            EconomyWords.yearCell(year.year()),
            words.shareCell(year.ofExports()),
            words.shareCell(remaining),
            words.shareCell(year.ofImports()),
            words.measureCell(year.intensity()),
            words.valueCell(year.toldIntra(), unit),
            words.numberCell(year.members().size()),
            words.numberCell(year.reporting().size()));
        all.add(new Point(year.year(), year.ofExports()));
        others.add(new Point(year.year(), remaining));
      }
    }
    var name = words.say("grouping.years");
    var lines = new ArrayList<>(List.of(new Line(words.say("line.of-exports"), 1, all)));
    if (!largest.isEmpty()) {
      lines.add(new Line(less, 3, others));
    }
    var chart =
        new Chart(
            words.say("chart.of", name, words.words().grouping(group.grouping())),
            lines,
            words.words()::tick);
    return new Part(
        "years",
        name,
        words.say("grouping.years.text"),
        chart.drawable() ? chart : null,
        table.show(80),
        List.of());
  }

  /// How alike members export, what agreements cover.
  private static Part beside(
      Optional<SouthShares.Alike> alike,
      Optional<SouthShares.Covered> covered,
      EconomyWords words) {
    var table =
        new EconomyTable.Maker()
            .code("measure")
            .head("name", words.say("col.measure"))
            .number("value", words.say("col.value"))
            .word("year", words.say("col.year"));
    var year = alike.map(a -> Integer.toString(a.told().year())).orElse("");
    measure(table, words, "within", known(alike.map(SouthShares.Alike::mean)), year, false);
    measure(
        table,
        words,
        "within-weighted",
        known(alike.map(SouthShares.Alike::weighted)),
        year,
        false);
    var agreed = covered.map(c -> Integer.toString(c.told().year())).orElse("");
    measure(
        table,
        words,
        "agreements-inside",
        part(covered.map(c -> c.insideCovered() / c.inside())),
        agreed,
        true);
    measure(
        table,
        words,
        "agreements-outside",
        part(covered.map(c -> c.outsideCovered() / c.outside())),
        agreed,
        true);
    return new Part(
        "structure",
        words.say("grouping.structure"),
        words.say("grouping.structure.text"),
        table.show(10));
  }

  private static OptionalDouble known(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble part(Optional<Double> share) {
    return known(share.filter(Double::isFinite));
  }

  private static void measure(
      EconomyTable.Maker table,
      EconomyWords words,
      String code,
      OptionalDouble value,
      String year,
      boolean share) {
    var cell = share ? words.shareCell(value) : words.measureCell(value);
    table.row(
        Cell.of(code),
        Cell.of(words.say("measure." + code)).with(words.say("measure." + code + ".text")),
        cell.drawn(value, "m3"),
        year.isEmpty() ? Cell.UNKNOWN : Cell.of(year));
  }

  private static Part members(GroupTrade trade, EconomyForm form, EconomyWords words) {
    var table =
        new EconomyTable.Maker()
            .code("country")
            .head("name", words.say("col.country"))
            .word("reporting", words.say("col.in-data"));
    new TreeSet<>(trade.members())
        .stream()
            .sorted((a, b) -> words.words().collator().compare(words.country(a), words.country(b)))
            .forEach(code ->
                table.row(
                    Cell.of(code),
                    words.countryCell(code, CountryEconomy.address(code) + form.common()),
                    Cell.of(words.say(trade.reporting().contains(code) ? "in-data" : "unknown"))));
    return new Part(
        "members",
        words.say("grouping.members", Integer.toString(trade.year())),
        words.say("grouping.members.text"),
        table.show(250));
  }
}
