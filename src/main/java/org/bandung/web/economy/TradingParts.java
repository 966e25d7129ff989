package org.bandung.web.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.bandung.economy.Dependence;
import org.bandung.economy.Partners;
import org.bandung.economy.ProductLines;
import org.bandung.web.economy.EconomyPage.Part;
import org.bandung.web.economy.EconomyTable.Cell;
import org.jspecify.annotations.Nullable;

/// With whom a country trades, in what, whom it owes: the parts of its page that are lists.
record TradingParts(Dependence dependence, EconomyForm form, EconomyWords words) {

  private static final int SHOWN = 15;

  Part markets() {
    return partners("markets", dependence.markets(), dependence.otherMarkets());
  }

  Part sources() {
    return partners("sources", dependence.sources(), dependence.otherSources());
  }

  private Part partners(String id, Partners partners, Partners other) {
    var unit = dependence.told().unit();
    var table = table(id, partners, unit, true);
    var notes = new ArrayList<String>();
    if (!partners.partners().isEmpty()) {
      notes.add(
          words.say(
              "part." + id + ".told",
              partners.partners().size(),
              told(words.share(partners.topThree())),
              told(words.measure(partners.hhi())),
              told(words.measure(partners.theil()))));
      notes.add(south(partners, other));
    }
    return new Part(
        id, words.say("part." + id), words.say("part." + id + ".text"), null, table, notes);
  }

  /// The South's share, how it moves with the definition and without its largest partner.
  private String south(Partners partners, Partners other) {
    var rest = words.share(partners.withoutLargestSouthern().southShare());
    var share = told(words.share(partners.southShare()));
    var moved = told(words.share(other.southShare()));
    var definition = words.south(dependence.told().otherSouth());
    return rest == null
        ? words.say("partners.south-only", share, moved, definition)
        : words.say("partners.south", share, moved, definition, rest);
  }

  private String told(@Nullable String figure) {
    return Objects.requireNonNullElse(figure, words.say("unknown"));
  }

  private EconomyTable table(String id, Partners partners, String unit, boolean doors) {
    var table =
        new EconomyTable.Maker()
            .code("country")
            .head("name", words.say("col.country"))
            .word("side", words.say("col.side"))
            .number("value", words.say("col." + id))
            .number("share", words.say("col.share"));
    for (var partner : partners.partners()) {
      var share = OptionalDouble.of(partner.value() / partners.total());
      var name =
          doors
              ? words.countryCell(
                  partner.code(),
                  PairEconomy.address(dependence.country(), partner.code()) + form.common())
              : words.countryCell(partner.code(), CountryEconomy.address(partner.code()));
      table.later(() ->
          List.of(
              Cell.of(partner.code()),
              name,
              Cell.of(words.side(partner.side())),
              words.valueCell(partner.value(), unit),
              words.shareCell(share).drawn(share, EconomyWords.tone(partner.side()))));
    }
    return table.show(SHOWN);
  }

  /// What it sells and buys, where the data tell it product by product.
  void products(List<Part> parts) {
    dependence.sold().ifPresent(l -> parts.add(lines("sold", l)));
    dependence.bought().ifPresent(l -> parts.add(lines("bought", l)));
  }

  private Part lines(String id, ProductLines lines) {
    var told = dependence.told();
    var table =
        new EconomyTable.Maker()
            .code("product")
            .head("name", words.say("col.product"))
            .number("value", words.say("col." + id))
            .number("north_share", words.say("col.north"))
            .number("partners", words.say("col.partners"))
            .code("largest")
            .word("largest_name", words.say("col.largest"))
            .code("single")
            .code("all_northern");
    for (var line : lines.lines()) {
      var north = OptionalDouble.of(line.northShare());
      table.later(() ->
          List.of(
              Cell.of(line.product()),
              Cell.of(words.product(told.nomenclature(), line.product()))
                  .to("/economy/products/" + line.product() + form.common())
                  .with(mark(line)),
              words.valueCell(line.total(), told.unit()),
              words.shareCell(north).drawn(north, "m2"),
              words.numberCell(line.partners()),
              Cell.of(line.largest()),
              Cell.of(words.country(line.largest())),
              Cell.of(Boolean.toString(line.single())),
              Cell.of(Boolean.toString(line.allNorthern()))));
    }
    return new Part(
        id,
        words.say("part." + id),
        words.say("part." + id + ".text"),
        null,
        table.show(SHOWN),
        List.of(
            words.say(
                "part." + id + ".told",
                lines.lines().size(),
                told(words.share(lines.singleShare())),
                told(words.share(lines.allNorthernShare())),
                told(words.share(lines.topThree())),
                told(words.measure(lines.theil())))));
  }

  private String mark(ProductLines.Line line) {
    var marks = new ArrayList<String>();
    if (line.single()) {
      marks.add(words.say("mark.single"));
    }
    if (line.allNorthern()) {
      marks.add(words.say("mark.northern"));
    }
    return words.listed(marks);
  }

  /// @param unit of the debt
  Part creditors(Partners creditors, String unit) {
    return new Part(
        "creditors",
        words.say("part.creditors"),
        words.say("part.creditors.text", Integer.toString(creditors.year())),
        null,
        table("creditors", creditors, unit, false),
        List.of());
  }
}
