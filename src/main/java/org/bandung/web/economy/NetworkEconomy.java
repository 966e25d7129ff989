package org.bandung.web.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.bandung.economy.structure.TradeNetwork;
import org.bandung.economy.structure.TradeNetwork.View;
import org.bandung.economy.structure.TradeNetworks;
import org.bandung.web.economy.EconomyPage.Field;
import org.bandung.web.economy.EconomyPage.Figure;
import org.bandung.web.economy.EconomyPage.Heading;
import org.bandung.web.economy.EconomyPage.Link;
import org.bandung.web.economy.EconomyPage.Option;
import org.bandung.web.economy.EconomyPage.Part;
import org.bandung.web.economy.EconomyTable.Cell;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// How the trade of a grouping, or of the South, with itself holds together.
@Component
final class NetworkEconomy {

  static final String ADDRESS = "/economy/network";
  static final String GROUPING = "grouping";

  private static final String TRADE = "totals";
  private static final int SHOWN = 20;

  private static final Set<String> COUNTS =
      Set.of("nodes", "arcs", "strong-components", "largest-core");
  private static final Set<String> SHARES =
      Set.of("density", "reciprocity", "weighted-reciprocity", "intra-share");

  private final EconomyFrame frame;
  private final TradeNetworks networks;
  private final Dictionary dictionary;

  NetworkEconomy(EconomyFrame frame, TradeNetworks networks, Dictionary dictionary) {
    this.frame = frame;
    this.networks = networks;
    this.dictionary = dictionary;
  }

  EconomyPage of(EconomyForm form, Words in) {
    var words = frame.speaking(in);
    var wish = frame.wish(form, TRADE);
    var grouping = grouping(form);
    var found = grouping.isEmpty() ? networks.south(wish) : networks.grouping(grouping, wish);
    var name = grouping.isEmpty() ? words.say("side.south") : words.words().grouping(grouping);
    return new EconomyPage(
        ADDRESS,
        form.query(),
        new Heading(
            path(grouping, name, words),
            words.say("network.heading", name),
            found.map(n -> lead(n, words)).orElse("")),
        frame.form(
            form,
            words,
            TRADE,
            frame.years(TRADE, form.get("dataset")),
            groupings(words, grouping)),
        found.isPresent()
            ? null
            : frame.missing(words, TRADE, words.say("network.missing", name), "bilateral-totals"),
        found.map(n -> figures(n, words)).orElse(List.of()),
        found
            .map(n -> List.of(statistics("statistics", n, words), nodes(n, form, words)))
            .orElse(List.of()),
        found.map(n -> frame.facts(n.told(), words)).orElse(List.of()),
        frame.onward(words));
  }

  private String grouping(EconomyForm form) {
    try {
      return form.get(GROUPING).isEmpty() ? "" : frame.grouping(form.get(GROUPING));
    } catch (Refusal.NotFound e) {
      throw new Refusal.BadParameter(GROUPING);
    }
  }

  private Field groupings(EconomyWords words, String chosen) {
    var options =
        Stream.concat(
                Stream.of(new Option("", words.say("side.south"))),
                dictionary.groupings(words.words()).stream()
                    .map(g -> new Option(g.code(), g.name())))
            .toList();
    return new Field(GROUPING, words.words().text("country.grouping"), chosen, options);
  }

  private static List<Link> path(String grouping, String name, EconomyWords words) {
    var path = new ArrayList<Link>();
    path.add(new Link("/economy", words.say("overview.name")));
    if (!grouping.isEmpty()) {
      path.add(new Link(GroupingEconomy.address(grouping), name));
    }
    return path;
  }

  private static String lead(TradeNetwork network, EconomyWords words) {
    return words.say(
        "network.lead",
        Integer.toString(network.told().year()),
        network.members().size(),
        network.reporting(),
        words.words().percent(TradeNetwork.MATTERS));
  }

  private static List<Figure> figures(TradeNetwork network, EconomyWords words) {
    var figures = new ArrayList<Figure>();
    for (var statistic : List.of("intra-share", "introversion")) {
      figures.add(figure(network, statistic, TradeNetwork.ALL, TradeNetwork.ALL_WITHOUT, words));
    }
    for (var statistic : List.of("density", "reciprocity")) {
      figures.add(
          figure(network, statistic, TradeNetwork.MARKETS, TradeNetwork.MARKETS_WITHOUT, words));
    }
    return figures;
  }

  private static Figure figure(
      TradeNetwork network, String statistic, String cut, String without, EconomyWords words) {
    var rest = cell(statistic, value(network, without, statistic), words).text();
    return new Figure(
        cell(statistic, value(network, cut, statistic), words).text(),
        words.say("statistic." + statistic),
        rest == null || network.largest().isEmpty()
            ? ""
            : words.say("figure.without", rest, words.country(network.largest().get())),
        "#statistics");
  }

  private static OptionalDouble value(TradeNetwork network, String cut, String statistic) {
    return network.view(cut).map(v -> v.get(statistic)).orElse(OptionalDouble.empty());
  }

  /// The statistics of all cuts, what each is good for beneath its name.
  static Part statistics(String id, TradeNetwork network, EconomyWords words) {
    var table = new EconomyTable.Maker().code("statistic").head("name", words.say("col.measure"));
    for (var view : network.views()) {
      table.number(view.code().replace('-', '_'), cut(view, network, words));
    }
    for (var statistic : TradeNetwork.STATISTICS) {
      var row = new ArrayList<Cell>();
      row.add(Cell.of(statistic));
      row.add(
          Cell.of(words.say("statistic." + statistic))
              .with(words.say("statistic." + statistic + ".text")));
      network.views().forEach(v -> row.add(cell(statistic, v.get(statistic), words)));
      table.row(row.toArray(Cell[]::new));
    }
    return new Part(
        id,
        words.say("network.statistics"),
        words.say("network.statistics.text", words.words().percent(TradeNetwork.MATTERS)),
        null,
        table.show(20),
        List.of(
            words.say(
                "structure.from-few",
                words.dataset(network.told().dataset()),
                Integer.toString(network.told().year()),
                words.unit(network.told().unit()),
                network.told().reporters())));
  }

  private static String cut(View view, TradeNetwork network, EconomyWords words) {
    return words.say(
        "network.cut." + view.code(),
        network.largest().map(words::country).orElse(""),
        words.south(network.told().otherSouth()));
  }

  private static Cell cell(String statistic, OptionalDouble value, EconomyWords words) {
    if (value.isPresent() && COUNTS.contains(statistic)) {
      return words.numberCell(Math.round(value.getAsDouble()));
    }
    return SHARES.contains(statistic) ? words.shareCell(value) : words.measureCell(value);
  }

  private static Part nodes(TradeNetwork network, EconomyForm form, EconomyWords words) {
    var unit = network.told().unit();
    var table =
        new EconomyTable.Maker()
            .code("country")
            .head("name", words.say("col.country"))
            .number("sells", words.say("col.sells-inside"))
            .number("buys", words.say("col.buys-inside"))
            .number("markets", words.say("col.markets-that-matter"))
            .number("suppliers", words.say("col.matters-to"))
            .number("page_rank", words.say("col.page-rank"))
            .number("eigenvector", words.say("col.eigenvector"))
            .number("betweenness", words.say("col.betweenness"))
            .number("closeness", words.say("col.closeness"))
            .number("clustering", words.say("col.clustering"))
            .number("core", words.say("col.core"))
            .number("partner_concentration", words.say("col.partner-concentration"));
    for (var node : network.nodes()) {
      var place = node.place();
      table.later(() ->
          List.of(
              Cell.of(node.country()),
              words.countryCell(
                  node.country(), CountryEconomy.address(node.country()) + form.common()),
              words.valueCell(node.sells(), unit),
              words.valueCell(node.buys(), unit),
              words.numberCell(place.markets()),
              words.numberCell(place.suppliers()),
              words.measureCell(OptionalDouble.of(place.pageRank())),
              words.measureCell(place.eigenvector()),
              words.measureCell(OptionalDouble.of(place.betweenness())),
              words.measureCell(OptionalDouble.of(place.closeness())),
              words.measureCell(OptionalDouble.of(place.clustering())),
              words.numberCell(place.core()),
              words.measureCell(place.concentration())));
    }
    return new Part(
        "members",
        words.say("network.members"),
        words.say("network.members.text"),
        table.show(SHOWN));
  }
}
