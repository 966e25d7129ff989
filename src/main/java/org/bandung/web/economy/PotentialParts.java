package org.bandung.web.economy;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.bandung.economy.preferences.MarketPotential.Sum;
import org.bandung.economy.structure.Potentials.Found;
import org.bandung.web.economy.EconomyPage.Part;
import org.bandung.web.economy.EconomyTable.Cell;

/// What a country could sell where: lines, and their sums by market and by product.
record PotentialParts(Found found, EconomyForm form, EconomyWords words) {

  private static final int SHOWN = 15;

  void parts(List<Part> parts) {
    parts.add(lines());
    parts.add(sums("potential-markets", found.found().markets(), true));
    parts.add(sums("potential-products", found.found().products(), false));
  }

  private String told(OptionalDouble share) {
    return Objects.requireNonNullElse(words.share(share), words.say("unknown"));
  }

  private Part lines() {
    var told = found.told();
    var table =
        new EconomyTable.Maker()
            .code("importer")
            .head("name", words.say("col.market"))
            .code("product")
            .word("product_name", words.say("col.product"))
            .number("unrealised", words.say("col.unrealised"))
            .number("potential", words.say("col.potential"))
            .number("actual", words.say("col.actual"))
            .number("supply", words.say("col.supply"))
            .number("demand", words.say("col.demand"))
            .number("ease", words.say("col.ease"));
    for (var line : found.found().lines()) {
      table.later(() ->
          List.of(
              Cell.of(line.importer()),
              market(line.importer()),
              Cell.of(line.product()),
              Cell.of(words.product(told.nomenclature(), line.product())),
              words.valueCell(line.unrealised(), told.unit()),
              words.valueCell(line.potential(), told.unit()),
              words.valueCell(line.actual(), told.unit()),
              words.shareCell(OptionalDouble.of(line.supply())),
              words.valueCell(line.demand(), told.unit()),
              words.measureCell(OptionalDouble.of(line.ease()))));
    }
    return new Part(
        "potential",
        words.say("structure.potential"),
        words.say("structure.potential.text"),
        null,
        table.show(SHOWN),
        notes());
  }

  /// How much of it is in the South, where all markets were looked at.
  private List<String> notes() {
    var told = found.told();
    var sides = found.bySide();
    var looked =
        words.say(
            "structure.potential.looked",
            words.words().number(found.found().considered()),
            words.words().number(found.found().untold()));
    var from =
        words.say(
            "structure.from-few",
            words.dataset(told.dataset()),
            Integer.toString(told.year()),
            words.unit(told.unit()),
            told.reporters());
    return found.markets().isEmpty()
        ? List.of(
            looked,
            words.say(
                "structure.potential.told",
                told(sides.southShare()),
                told(sides.withoutLargestSouthern().southShare()),
                told(found.otherBySide().southShare()),
                words.south(told.otherSouth())),
            from)
        : List.of(looked, from);
  }

  private Cell market(String importer) {
    return words.countryCell(
        importer, PairEconomy.address(found.exporter(), importer) + form.common());
  }

  private Part sums(String id, List<Sum> sums, boolean markets) {
    var told = found.told();
    var table = new EconomyTable.Maker().code(markets ? "importer" : "product");
    table
        .head("name", words.say(markets ? "col.market" : "col.product"))
        .number("unrealised", words.say("col.unrealised"))
        .number("potential", words.say("col.potential"))
        .number("actual", words.say("col.actual"));
    if (markets) {
      table.number("ease", words.say("col.ease"));
    }
    for (var sum : sums) {
      table.later(() -> {
        var name =
            markets
                ? market(sum.code())
                : Cell.of(words.product(told.nomenclature(), sum.code()))
                    .to("/economy/products/" + sum.code() + form.common());
        var unrealised = words.valueCell(sum.unrealised(), told.unit());
        var potential = words.valueCell(sum.potential(), told.unit());
        var actual = words.valueCell(sum.actual(), told.unit());
        return markets
            ? List.of(
                Cell.of(sum.code()),
                name,
                unrealised,
                potential,
                actual,
                words.measureCell(sum.ease()))
            : List.of(Cell.of(sum.code()), name, unrealised, potential, actual);
      });
    }
    return new Part(
        id,
        words.say("structure." + id),
        words.say("structure." + id + ".text"),
        table.show(SHOWN));
  }
}
