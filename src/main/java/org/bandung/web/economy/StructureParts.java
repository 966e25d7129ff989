package org.bandung.web.economy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bandung.economy.structure.CountryStructure;
import org.bandung.economy.structure.CountryStructure.Measure;
import org.bandung.economy.structure.FoodTrade;
import org.bandung.web.economy.EconomyPage.Figure;
import org.bandung.web.economy.EconomyPage.Part;
import org.bandung.web.economy.EconomyTable.Cell;

/// How the exports of a country are made up: the parts of its page.
record StructureParts(CountryStructure structure, EconomyForm form, EconomyWords words) {

  private static final int SHOWN = 15;

  /// Measures that are between 0 and 1, so that a bar says something.
  private static final List<String> BARS =
      List.of(
          "hhi",
          "normalised-hhi",
          "unctad-concentration",
          "unctad-diversification",
          "top-three-products");

  List<Figure> figures() {
    return List.of(
        figure("diversification"),
        figure("equivalent-number"),
        figure("fitness"),
        figure("economic-complexity"));
  }

  private Figure figure(String code) {
    var measure = structure.measure(code);
    return new Figure(
        told(measure.value()).text(),
        words.say("figure." + code),
        place(measure.rank()),
        "#measures");
  }

  private String place(OptionalInt rank) {
    return rank.isPresent()
        ? words.say("structure.place", rank.getAsInt(), structure.countries())
        : "";
  }

  /// Counts are whole numbers, told as such.
  private Cell told(OptionalDouble value) {
    return value.isPresent() && value.getAsDouble() == Math.rint(value.getAsDouble())
        ? words.numberCell((long) value.getAsDouble())
        : words.measureCell(value);
  }

  /// From which data the figures are, for a page that rests on others too.
  String from() {
    var told = structure.told();
    return words.say(
        "structure.from",
        words.dataset(told.dataset()),
        Integer.toString(told.year()),
        words.unit(told.unit()),
        structure.countries(),
        structure.products());
  }

  /// @param notes what else has to be said
  Part measures(String id, String... notes) {
    var table =
        new EconomyTable.Maker()
            .code("measure")
            .head("name", words.say("col.measure"))
            .number("value", words.say("col.value"))
            .number("place", words.say("col.place"))
            .code("of_countries");
    structure.measures().forEach(m -> measure(m, table));
    return new Part(
        id,
        words.say("structure.measures"),
        words.say("structure.measures.text"),
        null,
        table.show(20),
        Stream.concat(Stream.of(from()), Stream.of(notes)).toList());
  }

  private void measure(Measure measure, EconomyTable.Maker table) {
    var value =
        measure.kind() == CountryStructure.Kind.SHARE
            ? words.shareCell(measure.value())
            : told(measure.value());
    var rank = measure.rank();
    table.row(
        Cell.of(measure.code()),
        Cell.of(words.say("measure." + measure.code()))
            .with(words.say("measure." + measure.code() + ".text")),
        BARS.contains(measure.code()) ? value.drawn(measure.value(), "m3") : value,
        rank.isPresent() ? Cell.of(place(rank), rank.getAsInt()) : Cell.of(""),
        words.numberCell(structure.countries()));
  }

  Part advantages() {
    var unit = structure.told().unit();
    var table =
        new EconomyTable.Maker()
            .code("product")
            .head("name", words.say("col.product"))
            .number("rca", words.say("col.rca"))
            .number("symmetric_rca", words.say("col.symmetric"))
            .number("exports", words.say("col.exports"))
            .number("share", words.say("col.share"))
            .number("share_of_world", words.say("col.share-of-exports"))
            .number("complexity_place", words.say("col.complexity-place"))
            .code("complexity")
            .number("ubiquity", words.say("col.ubiquity"));
    for (var line : structure.lines()) {
      table.later(() ->
          List.of(
              Cell.of(line.product()),
              product(line.product()),
              words.measureCell(OptionalDouble.of(line.balassa())),
              words.measureCell(OptionalDouble.of(line.symmetric())),
              words.valueCell(line.value(), unit),
              words.shareCell(OptionalDouble.of(line.share())),
              words.shareCell(OptionalDouble.of(line.ofWorld())),
              number(line.kind().rank()),
              words.measureCell(line.kind().complexity()),
              words.numberCell(line.kind().ubiquity())));
    }
    return new Part(
        "advantages",
        words.say("structure.advantages"),
        words.say("structure.advantages.text", structure.products()),
        table.show(SHOWN));
  }

  private Cell product(String code) {
    return Cell.of(words.product(structure.told().nomenclature(), code))
        .to("/economy/products/" + code + form.common());
  }

  private Cell number(OptionalInt value) {
    return value.isPresent() ? words.numberCell(value.getAsInt()) : Cell.UNKNOWN;
  }

  Part next() {
    var unit = structure.told().unit();
    var table =
        new EconomyTable.Maker()
            .code("product")
            .head("name", words.say("col.product"))
            .number("distance", words.say("col.distance"))
            .number("complexity_place", words.say("col.complexity-place"))
            .code("complexity")
            .number("ubiquity", words.say("col.ubiquity"))
            .number("exports", words.say("col.exports-so-far"))
            .number("rca", words.say("col.rca"))
            .number("world", words.say("col.world"));
    for (var next : structure.next()) {
      var distance = OptionalDouble.of(next.distance());
      table.later(() ->
          List.of(
              Cell.of(next.product()),
              product(next.product()),
              words.measureCell(distance).drawn(distance, "m3"),
              number(next.kind().rank()),
              words.measureCell(next.kind().complexity()),
              words.numberCell(next.kind().ubiquity()),
              words.valueCell(next.exports(), unit),
              words.measureCell(next.balassa()),
              words.valueCell(next.world(), unit)));
    }
    return new Part(
        "next", words.say("structure.next"), words.say("structure.next.text"), table.show(SHOWN));
  }

  Part food(FoodTrade food) {
    var unit = structure.told().unit();
    var table =
        new EconomyTable.Maker()
            .code("measure")
            .head("name", words.say("col.measure"))
            .number("value", words.say("col.value"));
    row(table, "food-exports", words.valueCell(food.exports(), unit));
    row(table, "food-imports", words.valueCell(food.imports(), unit));
    share(table, "food-of-exports", food.shareOfExports());
    share(table, "food-of-imports", food.shareOfImports());
    row(table, "food-cover", words.measureCell(food.cover()));
    share(table, "food-from-north", food.sources().northShare());
    share(table, "food-from-south", food.sources().southShare());
    share(table, "food-from-south-less", food.sources().withoutLargestSouthern().southShare());
    share(table, "food-from-south-other", food.otherSources().southShare());
    row(table, "self-sufficiency", words.shareCell(food.selfSufficiency()));
    row(table, "import-dependence", words.shareCell(food.importDependence()));
    return new Part(
        "food",
        words.say("structure.food"),
        words.say("structure.food.text"),
        null,
        table.show(20),
        List.of(
            food.production().isPresent()
                ? words.say(
                    "structure.food.stated", words.value(food.production().getAsDouble(), unit))
                : words.say("structure.food.unstated", words.unit(unit))));
  }

  private void share(EconomyTable.Maker table, String code, OptionalDouble share) {
    row(table, code, words.shareCell(share).drawn(share, "m3"));
  }

  private void row(EconomyTable.Maker table, String code, Cell value) {
    table.row(Cell.of(code), Cell.of(words.say("measure." + code)), value);
  }
}
