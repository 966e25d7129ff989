package org.bandung.web.economy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bandung.economy.Growth;
import org.bandung.economy.SouthShares;
import org.bandung.economy.SouthShares.Trade;
import org.bandung.economy.TradeShares;
import org.bandung.economy.Wish;
import org.bandung.web.economy.Chart.Line;
import org.bandung.web.economy.Chart.Point;
import org.bandung.web.economy.EconomyPage.Figure;
import org.bandung.web.economy.EconomyPage.Heading;
import org.bandung.web.economy.EconomyPage.Link;
import org.bandung.web.economy.EconomyPage.Part;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// What the South trades with itself, adds to the world's growth, invests abroad.
@Component
final class OverviewEconomy {

  static final String ADDRESS = "/economy";

  private static final String TRADE = "totals";

  /// A single year's growth says little: one crisis turns it round.
  private static final int SPAN = 5;

  private final EconomyFrame frame;
  private final SouthShares shares;

  OverviewEconomy(EconomyFrame frame, SouthShares shares) {
    this.frame = frame;
    this.shares = shares;
  }

  EconomyPage of(EconomyForm form, Words in) {
    var words = frame.speaking(in);
    var wish = frame.wish(form, TRADE);
    var trade = shares.trade(wish, false);
    var parts = new ArrayList<Part>();
    trade.ifPresent(t -> parts.add(years(t, words)));
    var elsewhere = new Wish("", wish.year(), wish.south());
    shares
        .output(elsewhere, SPAN)
        .filter(p -> !p.years().isEmpty())
        .ifPresent(p -> parts.add(part("output", p, Growth::ofGrowth, words)));
    shares
        .investment(elsewhere, 1)
        .filter(p -> !p.years().isEmpty())
        .ifPresent(p -> parts.add(part("investment", p, Growth::ofLevel, words)));
    var at = trade.flatMap(t -> at(t.years(), wish));
    return new EconomyPage(
        ADDRESS,
        form.query(),
        new Heading(List.of(), words.say("overview.heading"), words.say("overview.lead")),
        frame.form(form, words, TRADE, frame.years(TRADE, form.get("dataset"))),
        at.isPresent()
            ? null
            : frame.missing(words, TRADE, words.say("overview.missing"), "bilateral-totals"),
        at.map(y -> figures(trade.get(), y, words)).orElse(List.of()),
        parts,
        trade.map(t -> frame.facts(t.told(), words)).orElse(List.of()),
        onward(words));
  }

  private static List<Link> onward(EconomyWords words) {
    return List.of(
        new Link(ProductList.ADDRESS, words.say("products.name")),
        new Link("/economy/substitution", words.say("onward.substitution")),
        new Link(NetworkEconomy.ADDRESS, words.say("onward.network")),
        new Link("/economy/scenarios", words.say("onward.scenarios")),
        new Link("/economy/data", words.say("onward.data")));
  }

  private static Optional<TradeShares> at(List<TradeShares> years, Wish wish) {
    return wish.year().isEmpty()
        ? Optional.of(years.getLast())
        : years.stream().filter(y -> y.year() == wish.year().getAsInt()).findFirst();
  }

  private static List<Figure> figures(Trade trade, TradeShares at, EconomyWords words) {
    return List.of(
        new Figure(
            words.share(at.ofWorld()),
            words.say("overview.of-world", Integer.toString(at.year())),
            aside(trade, at, TradeShares::ofWorld, words),
            "#trade"),
        new Figure(
            words.share(at.ofSouthernExports()),
            words.say("overview.of-exports"),
            aside(trade, at, TradeShares::ofSouthernExports, words),
            "#trade"),
        new Figure(
            words.share(at.southInWorld()),
            words.say("overview.in-world"),
            aside(trade, at, TradeShares::southInWorld, words),
            "#trade"));
  }

  /// The same share under the other definition and without the largest member.
  private static String aside(
      Trade trade,
      TradeShares at,
      Function<TradeShares, OptionalDouble> share,
      EconomyWords words) {
    var other = words.share(told(in(trade.otherYears(), at.year()), share));
    var rest = words.share(told(in(trade.withoutLargest(), at.year()), share));
    var asides = new ArrayList<String>();
    if (other != null) {
      asides.add(words.say("figure.other", other, words.south(trade.told().otherSouth())));
    }
    if (rest != null) {
      asides.add(
          words.say("figure.without", rest, trade.largest().map(words::country).orElseThrow()));
    }
    return String.join(" · ", asides);
  }

  private static Optional<TradeShares> in(List<TradeShares> years, int year) {
    return years.stream().filter(y -> y.year() == year).findFirst();
  }

  private static Part years(Trade trade, EconomyWords words) {
    var told = trade.told();
    var less = words.say("line.without", trade.largest().map(words::country).orElse("–"));
    var by = words.say("col.by", words.south(told.otherSouth()));
    var others = byYear(trade.otherYears());
    var without = byYear(trade.withoutLargest());
    var table =
        new EconomyTable.Maker()
            .head("year", words.say("col.year"))
            .number("of_world", words.say("line.of-world"))
            .number("of_world_other", by)
            .number("of_world_without_largest", less)
            .number("of_southern_exports", words.say("line.of-southern"))
            .number("of_southern_exports_other", by)
            .number("of_southern_exports_without_largest", less)
            .number("south_in_world", words.say("line.in-world"))
            .number("south_in_world_other", by)
            .number("south_in_world_without_largest", less)
            .number("unplaced", words.say("col.unplaced"))
            .number("exporters", words.say("col.exporters"));
    var all = new ArrayList<Point>();
    var remaining = new ArrayList<Point>();
    var inWorld = new ArrayList<Point>();
    for (var year : trade.years()) {
      var other = Optional.ofNullable(others.get(year.year()));
      var remainder = Optional.ofNullable(without.get(year.year()));
      var rest = told(remainder, TradeShares::ofWorld);
      table.row(
          EconomyWords.yearCell(year.year()),
          words.shareCell(year.ofWorld()),
          words.shareCell(told(other, TradeShares::ofWorld)),
          words.shareCell(rest),
          words.shareCell(year.ofSouthernExports()),
          words.shareCell(told(other, TradeShares::ofSouthernExports)),
          words.shareCell(told(remainder, TradeShares::ofSouthernExports)),
          words.shareCell(year.southInWorld()),
          words.shareCell(told(other, TradeShares::southInWorld)),
          words.shareCell(told(remainder, TradeShares::southInWorld)),
          words.shareCell(
              year.world() > 0
                  ? OptionalDouble.of(year.unplaced() / year.world())
                  : OptionalDouble.empty()),
          words.numberCell(year.exporters()));
      all.add(new Point(year.year(), year.ofWorld()));
      remaining.add(new Point(year.year(), rest));
      inWorld.add(new Point(year.year(), year.southInWorld()));
    }
    var name = words.say("overview.trade");
    var chart =
        new Chart(
            name,
            List.of(
                new Line(words.say("line.in-world"), 2, inWorld),
                new Line(words.say("line.of-world"), 1, all),
                new Line(less, 3, remaining)),
            words.words()::tick);
    return new Part(
        "trade",
        name,
        words.say("overview.trade.text", words.south(told.south())),
        chart.drawable() ? chart : null,
        table.show(80),
        List.of());
  }

  private static Map<Integer, TradeShares> byYear(List<TradeShares> years) {
    return years.stream().collect(Collectors.toMap(TradeShares::year, y -> y));
  }

  private static OptionalDouble told(
      Optional<TradeShares> year, Function<TradeShares, OptionalDouble> share) {
    return year.map(share).orElse(OptionalDouble.empty());
  }

  /// What the South adds to or holds of a quantity of the world.
  private Part part(
      String id,
      SouthShares.Part part,
      Function<Growth, OptionalDouble> figure,
      EconomyWords words) {
    var told = part.told();
    var less = words.say("line.without", part.largest().map(words::country).orElse("–"));
    var others = new HashMap<Integer, Growth>();
    part.otherYears().forEach(g -> others.put(g.to(), g));
    var without = new HashMap<Integer, Growth>();
    part.withoutLargest().forEach(g -> without.put(g.to(), g));
    var table =
        new EconomyTable.Maker()
            .head("year", words.say("col.year"))
            .number("share", words.say("line." + id))
            .number("share_other", words.say("col.by", words.south(told.otherSouth())))
            .number("without_largest", less)
            .number("counted", words.say("col.counted"))
            .number("left_out", words.say("col.left-out"));
    var all = new ArrayList<Point>();
    var remaining = new ArrayList<Point>();
    for (var year : part.years()) {
      var other = others.get(year.to());
      var rest = without.get(year.to());
      var restShare = rest == null ? OptionalDouble.empty() : figure.apply(rest);
      table.row(
          EconomyWords.yearCell(year.to()),
          words.shareCell(figure.apply(year)),
          words.shareCell(other == null ? OptionalDouble.empty() : figure.apply(other)),
          words.shareCell(restShare),
          words.numberCell(year.counted()),
          words.numberCell(year.leftOut()));
      all.add(new Point(year.to(), figure.apply(year)));
      remaining.add(new Point(year.to(), restShare));
    }
    var name = words.say("overview." + id);
    var chart =
        new Chart(
            name,
            List.of(new Line(words.say("line." + id), 1, all), new Line(less, 3, remaining)),
            words.words()::tick);
    boolean negative =
        chart.lines().stream()
            .flatMap(l -> l.points().stream())
            .flatMapToDouble(p -> p.value().stream())
            .anyMatch(v -> v < 0);
    return new Part(
        id,
        name,
        words.say("overview." + id + ".text", Integer.toString(part.span())),
        negative || !chart.drawable() ? null : chart,
        table.show(80),
        List.of(
            words.say(
                "overview.from",
                words.dataset(told.dataset()),
                words.unit(part.unit()),
                told.source())));
  }
}
