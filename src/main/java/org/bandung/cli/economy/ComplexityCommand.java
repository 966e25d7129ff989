package org.bandung.cli.economy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.economy.indices.Advantage;
import org.bandung.economy.indices.Complexity;
import org.bandung.economy.indices.Grid;
import org.bandung.exchange.grids.CodedFigures;
import org.bandung.exchange.grids.CodedFigures.Columns;
import org.bandung.exchange.grids.CodedFigures.Outcome;
import org.bandung.exchange.grids.CodedFigures.Remark;
import org.bandung.kernel.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `economy complexity --data FILE`: fitness of countries and complexity of products from exports
/// by country and product. Needs no database.
@Command(name = "complexity")
public final class ComplexityCommand implements Callable<Integer> {

  private static final int MOST_ITERATIONS = 1_000;
  private static final int SOME_REFUSED = 1;
  private static final int UNREADABLE = 2;
  // Names that files of trade use, in the order in which they are looked for.
  private static final List<String> COUNTRIES =
      List.of(
          "country",
          "country_code",
          "exporter",
          "reporter",
          "iso3",
          "location_code",
          "location",
          "reporterISO",
          "country id",
          "i");
  private static final List<String> PRODUCTS =
      List.of(
          "product",
          "product_code",
          "hs_product_code",
          "sitc_product_code",
          "commodity",
          "commodity_code",
          "cmdCode",
          "hs6",
          "hs4",
          "hs",
          "sitc",
          "hs6 id",
          "hs4 id",
          "k");
  private static final List<String> VALUES =
      List.of(
          "value",
          "exports",
          "export",
          "export_value",
          "trade_value",
          "trade value",
          "trade",
          "primaryValue",
          "v");

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      descriptionKey = "option.complexity-data")
  String data = "";

  @Option(
      names = "--iterations",
      defaultValue = "19",
      paramLabel = "N",
      descriptionKey = "option.iterations")
  int iterations;

  @Option(names = "--country", paramLabel = "COLUMN", descriptionKey = "option.column-country")
  @Nullable String country;

  @Option(names = "--product", paramLabel = "COLUMN", descriptionKey = "option.column-product")
  @Nullable String product;

  @Option(names = "--value", paramLabel = "COLUMN", descriptionKey = "option.column-value")
  @Nullable String value;

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  private final Talk talk;
  private final Messages notes = Messages.of("exchange");

  ComplexityCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() {
    if (iterations < 1 || iterations > MOST_ITERATIONS) {
      throw new ParameterException(
          spec.commandLine(), talk.words("usage-fault.iterations", MOST_ITERATIONS));
    }
    var exports = Grid.builder();
    var columns =
        new Columns(named(country, COUNTRIES), named(product, PRODUCTS), named(value, VALUES));
    var read = CodedFigures.read(data, columns, exports::add);
    tell(read);
    if (read.unreadable().isPresent()) {
      return UNREADABLE;
    }
    var grid = exports.build();
    if (!(grid.total() > 0)) {
      talk.say("complexity.nothing", data);
      return UNREADABLE;
    }
    if (read.kept() > grid.statedCells()) {
      talk.say("complexity.repeated", read.kept() - grid.statedCells());
    }
    var fitness = Complexity.fitness(Advantage.balassa(grid), iterations);
    if (json) {
      talk.out().println(Json.line(json(fitness)));
    } else {
      print(grid, fitness);
    }
    return read.refused() > 0 ? SOME_REFUSED : 0;
  }

  private static List<String> named(@Nullable String given, List<String> usual) {
    return given == null ? usual : List.of(given);
  }

  private void tell(Outcome read) {
    for (var remark : read.remarks()) {
      talk.say("complexity.remark", String.valueOf(remark.line()), told(remark));
    }
    read.unreadable().ifPresent(why -> talk.say("import.unreadable", data, told(why)));
    if (read.refused() > 0) {
      talk.say("complexity.refused", read.refused(), read.kept());
    }
  }

  private String told(Remark remark) {
    return notes.text(talk.language(), "note." + remark.code(), remark.arguments().toArray());
  }

  private static Map<String, Object> json(Complexity.Fitness fitness) {
    var all = new LinkedHashMap<String, Object>();
    all.put("iterations", fitness.updates());
    all.put("countries", each("country", "fitness", fitness.countries(), fitness::ofCountry));
    all.put("products", each("product", "complexity", fitness.products(), fitness::ofProduct));
    return all;
  }

  // Null where nothing is defined.
  private static List<Map<String, Object>> each(
      String name, String figure, List<String> codes, IntToDoubleFunction values) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var at = 0; at < codes.size(); at++) {
      var row = new LinkedHashMap<String, Object>();
      row.put(name, codes.get(at));
      var one = values.applyAsDouble(at);
      row.put(figure, Double.isNaN(one) ? null : one);
      rows.add(row);
    }
    return rows;
  }

  private void print(Grid grid, Complexity.Fitness fitness) {
    talk.say(
        "complexity.read", grid.height(), grid.width(), fitness.advantages(), fitness.updates());
    print("country", "fitness", fitness.countries(), fitness::ofCountry);
    talk.out().println();
    print("product", "complexity", fitness.products(), fitness::ofProduct);
  }

  private void print(String name, String figure, List<String> codes, IntToDoubleFunction values) {
    var table = new Table(List.of(talk.words("column." + name), talk.words("column." + figure)));
    IntStream.range(0, codes.size())
        .boxed()
        .sorted(Comparator.comparingDouble(at -> -orLast(values.applyAsDouble(at))))
        .forEach(at -> table.row(List.of(codes.get(at), written(values.applyAsDouble(at)))));
    table.print(talk);
  }

  private static double orLast(double figure) {
    return Double.isNaN(figure) ? -1 : figure;
  }

  private static String written(double figure) {
    return Double.isNaN(figure) ? "–" : "%.6g".formatted(figure);
  }
}
