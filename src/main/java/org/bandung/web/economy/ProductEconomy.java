package org.bandung.web.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bandung.economy.Partners;
import org.bandung.economy.Producers;
import org.bandung.economy.Producers.Elasticities;
import org.bandung.economy.Producers.MarketPower;
import org.bandung.economy.Producers.Product;
import org.bandung.economy.Wish;
import org.bandung.web.economy.Chart.Line;
import org.bandung.web.economy.Chart.Point;
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

/// Who exports a product, what the South and a producers' organisation hold of it.
@Component
final class ProductEconomy {

  static final String[] PARAMETERS = {"grouping", "demand", "supply"};

  private static final String TRADE = "products";
  private static final int SHOWN = 20;
  private static final double USUAL_DEMAND = Elasticities.USUAL.demand();
  private static final double USUAL_SUPPLY = Elasticities.USUAL.supply();
  private static final double LEAST_DEMAND = 0.01;

  private final EconomyFrame frame;
  private final Producers producers;
  private final Dictionary dictionary;

  ProductEconomy(EconomyFrame frame, Producers producers, Dictionary dictionary) {
    this.frame = frame;
    this.producers = producers;
    this.dictionary = dictionary;
  }

  static String address(String product) {
    return "/economy/products/" + product;
  }

  EconomyPage of(String product, EconomyForm form, Words in) {
    var words = frame.speaking(in);
    var wish = frame.wish(form, TRADE);
    var grouping = form.get("grouping").isEmpty() ? "" : grouping(form);
    var found = producers.of(product, grouping, wish);
    if (found.isPresent()) {
      return page(found.get(), form, words);
    }
    // Of a product that no data name there is no page; of one without a figure in the year there
    // is.
    if (!frame.held(TRADE).isEmpty()
        && (wish.year().isEmpty()
            || producers
                .of(product, "", new Wish(wish.dataset(), OptionalInt.empty(), wish.south()))
                .isEmpty())) {
      throw new Refusal.NotFound();
    }
    return new EconomyPage(
        address(product),
        form.query(),
        heading(product, "", words),
        frame.form(
            form, words, TRADE, frame.years(TRADE, form.get("dataset")), fields(form, words)),
        frame.missing(words, TRADE, words.say("product.missing", product), "baci"),
        List.of(),
        List.of(),
        List.of(),
        onward(words));
  }

  private String grouping(EconomyForm form) {
    try {
      return frame.grouping(form.get("grouping"));
    } catch (Refusal.NotFound e) {
      throw new Refusal.BadParameter("grouping");
    }
  }

  private static Heading heading(String product, String nomenclature, EconomyWords words) {
    return new Heading(
        List.of(
            new Link("/economy", words.say("overview.name")),
            new Link("/economy/products", words.say("products.name"))),
        words.say("product.heading", words.product(nomenclature, product)),
        "");
  }

  private List<Link> onward(EconomyWords words) {
    return frame.onward(words, new Link("/economy/products", words.say("products.name")));
  }

  private Field[] fields(EconomyForm form, EconomyWords words) {
    var groupings =
        Stream.concat(
                Stream.of(new Option("", words.say("form.grouping.none"))),
                dictionary.groupings(words.words()).stream()
                    .map(g -> new Option(g.code(), g.name())))
            .toList();
    var grouping =
        new Field("grouping", words.say("form.grouping"), form.get("grouping"), groupings);
    return form.get("grouping").isEmpty()
        ? new Field[] {grouping}
        : new Field[] {
          grouping,
          new Field("demand", words.say("form.demand"), plain(demand(form)), List.of()),
          new Field("supply", words.say("form.supply"), plain(supply(form)), List.of())
        };
  }

  private static double demand(EconomyForm form) {
    return form.elasticity("demand", USUAL_DEMAND, LEAST_DEMAND);
  }

  private static double supply(EconomyForm form) {
    return form.elasticity("supply", USUAL_SUPPLY, 0);
  }

  private static String plain(double value) {
    return String.format(Locale.ROOT, "%s", value).replaceFirst("\\.0$", "");
  }

  private EconomyPage page(Product product, EconomyForm form, EconomyWords words) {
    var told = product.told();
    var parts = new ArrayList<Part>();
    parts.add(years(product, words));
    parts.add(exporters(product, form, words));
    if (!product.members().isEmpty()) {
      parts.add(members(product, form, words));
    }
    return new EconomyPage(
        address(product.product()),
        form.query(),
        heading(product.product(), told.nomenclature(), words),
        frame.form(
            form,
            words,
            TRADE,
            product.years().stream().map(Partners::year).toList(),
            fields(form, words)),
        null,
        figures(product, words),
        parts,
        frame.facts(told, words),
        onward(words));
  }

  private static List<Figure> figures(Product product, EconomyWords words) {
    var all = product.exporters();
    var other = words.share(product.otherExporters().southShare());
    return List.of(
        new Figure(
            words.share(all.southShare()),
            words.say("product.south"),
            other == null
                ? ""
                : words.say("figure.other", other, words.south(product.told().otherSouth())),
            "#years"),
        new Figure(
            words.share(all.withoutLargestSouthern().southShare()),
            words.say("product.south-less"),
            "",
            "#exporters"),
        new Figure(words.share(all.topThree()), words.say("product.top-three"), "", "#exporters"),
        new Figure(
            words.words().number(all.partners().size()),
            words.say("product.exporters", all.partners().size()),
            words.say(
                "product.hhi",
                Objects.requireNonNullElse(words.measure(all.hhi()), words.say("unknown"))),
            "#exporters"));
  }

  private static Part years(Product product, EconomyWords words) {
    var unit = product.told().unit();
    var table =
        new EconomyTable.Maker()
            .head("year", words.say("col.year"))
            .number("south", words.say("line.south"))
            .number("south_without_largest", words.say("line.south-less"))
            .number("south_other", words.say("col.by", words.south(product.told().otherSouth())))
            .number("north", words.say("line.north"))
            .number("exports", words.say("col.world"))
            .number("exporters", words.say("col.exporters"));
    var south = new ArrayList<Point>();
    var north = new ArrayList<Point>();
    for (int i = 0; i < product.years().size(); i++) {
      var year = product.years().get(i);
      table.row(
          EconomyWords.yearCell(year.year()),
          words.shareCell(year.southShare()),
          words.shareCell(year.withoutLargestSouthern().southShare()),
          words.shareCell(product.otherYears().get(i).southShare()),
          words.shareCell(year.northShare()),
          words.valueCell(year.told(), unit),
          words.numberCell(year.partners().size()));
      south.add(new Point(year.year(), year.southShare()));
      north.add(new Point(year.year(), year.northShare()));
    }
    var name = words.say("product.years");
    var chart =
        new Chart(
            words.say(
                "chart.of", name, words.product(product.told().nomenclature(), product.product())),
            List.of(
                new Line(words.say("line.south"), 1, south),
                new Line(words.say("line.north"), 2, north)),
            words.words()::tick);
    return new Part(
        "years",
        name,
        words.say("product.years.text", words.south(product.told().south())),
        chart.drawable() ? chart : null,
        table.show(80),
        List.of());
  }

  private static Part exporters(Product product, EconomyForm form, EconomyWords words) {
    var table =
        new EconomyTable.Maker()
            .code("country")
            .head("name", words.say("col.country"))
            .word("side", words.say("col.side"))
            .number("exports", words.say("col.exports"))
            .number("share", words.say("col.share"));
    for (var exporter : product.exporters().partners()) {
      var share = OptionalDouble.of(exporter.value() / product.exporters().total());
      table.later(() ->
          List.of(
              Cell.of(exporter.code()),
              words.countryCell(
                  exporter.code(), CountryEconomy.address(exporter.code()) + form.common()),
              Cell.of(words.side(exporter.side())),
              words.valueCell(exporter.value(), product.told().unit()),
              words.shareCell(share).drawn(share, EconomyWords.tone(exporter.side()))));
    }
    return new Part(
        "exporters",
        words.say("product.exporters.name"),
        words.say("product.exporters.text"),
        table.show(SHOWN));
  }

  /// What the members of an organisation hold, and whether they could move the price.
  private static Part members(Product product, EconomyForm form, EconomyWords words) {
    double demand = demand(form);
    double supply = supply(form);
    var table =
        new EconomyTable.Maker()
            .head("year", words.say("col.year"))
            .number("share", words.say("col.share-of-exports"))
            .number("lerner", words.say("col.lerner"))
            .number("lerner_low", words.say("col.lerner-low"))
            .number("lerner_high", words.say("col.lerner-high"))
            .number("reporting", words.say("col.reporting"))
            .number("members", words.say("col.members"));
    for (var year : product.members()) {
      var power = year.power(new Elasticities(demand, supply));
      table.row(
          EconomyWords.yearCell(year.year()),
          words.shareCell(year.share()).drawn(year.share(), "m3"),
          words.measureCell(power.value()),
          words.measureCell(power.low()),
          words.measureCell(power.high()),
          words.numberCell(year.reporting()),
          words.numberCell(year.belonging()));
    }
    var name = words.words().grouping(form.get("grouping"));
    var last = product.members().getLast();
    return new Part(
        "members",
        words.say("product.members", name),
        words.say("product.members.text", plain(demand), plain(supply)),
        null,
        table.show(80),
        verdict(last, new Elasticities(demand, supply), words));
  }

  private static List<String> verdict(
      MarketPower members, Elasticities elasticities, EconomyWords words) {
    var power = members.power(elasticities);
    return power.verdict().stream()
        .flatMap(verdict ->
            Stream.of(
                words.say(
                    "product.verdict",
                    Integer.toString(members.year()),
                    words.words().percent(power.value().orElseThrow())),
                words.say(
                    "product.verdict." + verdict,
                    words.words().percent(power.low().orElseThrow()),
                    words.words().percent(power.high().orElseThrow()))))
        .toList();
  }
}
