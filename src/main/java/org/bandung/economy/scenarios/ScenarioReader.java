package org.bandung.economy.scenarios;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.bandung.economy.preferences.Diversion;
import org.bandung.economy.preferences.Elasticities;
import org.bandung.economy.preferences.Flow;
import org.bandung.economy.preferences.Model;
import org.bandung.economy.preferences.Rate;
import org.bandung.economy.preferences.Sensitivity;
import org.bandung.economy.preferences.Sensitivity.Span;
import org.bandung.economy.scenarios.Scenario.About;
import org.bandung.economy.scenarios.Scenario.Tariffs;
import org.bandung.economy.scenarios.Scenario.Trade;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a scenario from JSON, strictly: what is not known, missing or of another kind is told, all
/// at once, each with its JSON pointer.
public final class ScenarioReader {

  /// The largest document that is read, in bytes.
  public static final int LARGEST = 4 << 20;

  private static final int DEEPEST = 8;
  private static final int LONGEST_NUMBER = 40;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxStringLength(10_000)
                          .maxNameLength(1_000)
                          .maxDocumentLength(LARGEST)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<ScenarioFault> faults = new ArrayList<>();

  private ScenarioReader() {}

  /// What became of a document.
  public sealed interface Read {
    /// It is a scenario.
    record Understood(Scenario scenario) implements Read {}

    /// It is none; never without a fault.
    record Faulty(List<ScenarioFault> faults) implements Read {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// Reads a document.
  public static Read read(byte[] document) {
    if (document.length > LARGEST) {
      return faulty("too-large", LARGEST >> 20);
    }
    JsonNode root;
    try {
      root = JSON.readTree(new String(document, StandardCharsets.UTF_8));
    } catch (StreamConstraintsException e) {
      return faulty("too-deep", DEEPEST, LONGEST_NUMBER);
    } catch (JacksonException e) {
      var at = e.getLocation();
      return faulty("not-json", at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
    }
    return new ScenarioReader().scenario(root);
  }

  private static Read faulty(String code, Object... arguments) {
    return new Read.Faulty(List.of(ScenarioFault.of("", code, arguments)));
  }

  private Read scenario(JsonNode node) {
    var root = new Place(node, "", faults);
    if (!root.object(
        "model",
        "name",
        "about",
        "flows",
        "tariffs",
        "change",
        "elasticities",
        "diversion",
        "sensitivity")) {
      return new Read.Faulty(faults);
    }
    if (!root.at("model").there()) {
      root.at("model").fault("missing");
    }
    var model =
        root.at("model").word(Arrays.stream(Model.values()).map(Model::code).toList()).stream()
            .flatMap(w -> Arrays.stream(Model.values()).filter(m -> m.code().equals(w)))
            .findFirst()
            .orElse(Model.SMART);
    var name = root.at("name").text(ScenarioText.LONGEST_TEXT);
    var trade = trade(root.at("flows"));
    var about = about(root.at("about"), trade);
    var tariffs = tariffs(root.at("tariffs"));
    var change = ChangeReader.change(root.at("change"));
    var assumptions = assumptions(root.at("elasticities"), model);
    var diversion =
        root.at("diversion")
            .word(Arrays.stream(Diversion.values()).map(Diversion::code).toList())
            .flatMap(
                w -> Arrays.stream(Diversion.values()).filter(d -> d.code().equals(w)).findFirst())
            .orElse(Diversion.LINEAR);
    if (model == Model.GSIM && root.at("diversion").there()) {
      root.at("diversion").fault("of-smart-only");
    }
    var sensitivity = sensitivity(root.at("sensitivity"), !assumptions.byProduct().isEmpty());
    return faults.isEmpty() && change.isPresent()
        ? new Read.Understood(
            new Scenario(
                model,
                name,
                about,
                trade,
                tariffs,
                change.get(),
                assumptions,
                diversion,
                sensitivity))
        : new Read.Faulty(faults);
  }

  /// A dataset tells its unit, year and source itself.
  private static About about(Place place, Trade trade) {
    boolean dataset = trade instanceof Trade.InDataset;
    if (!place.there()) {
      if (!dataset) {
        place.at("unit").fault("missing-unit");
      }
      return new About("", OptionalInt.empty(), "", "");
    }
    if (!place.object("unit", "year", "source", "tariffs")) {
      return new About("", OptionalInt.empty(), "", "");
    }
    var unit = place.at("unit").text(60);
    if (unit.isEmpty() && !dataset) {
      place.at("unit").fault("missing-unit");
    }
    return new About(
        unit,
        year(place.at("year")),
        place.at("source").text(ScenarioText.LONGEST_TEXT),
        place.at("tariffs").text(ScenarioText.LONGEST_TEXT));
  }

  private static OptionalInt year(Place place) {
    var year = place.number(1800, 2200);
    if (year.isEmpty()) {
      return OptionalInt.empty();
    }
    if (year.getAsDouble() != Math.rint(year.getAsDouble())) {
      place.fault("not-whole");
    }
    return OptionalInt.of((int) year.getAsDouble());
  }

  private static Trade trade(Place place) {
    if (!place.there()) {
      place.fault("missing");
      return new Trade.Inline(List.of());
    }
    if (place.node().isObject()) {
      return place.at("dataset").there()
          ? dataset(place)
          : new Trade.InFile(file(place, "file", "dataset"));
    }
    var rows = new Rows();
    for (var item : place.items(ScenarioText.MOST_ROWS)) {
      if (item.object("exporter", "importer", "product", "value")) {
        var exporter = item.at("exporter").code(ScenarioText::isRegion, true);
        var importer = item.at("importer").code(ScenarioText::isRegion, true);
        var product = item.at("product").code(ScenarioText::isProduct, false);
        var value = item.at("value").demanded(0, ScenarioText.LARGEST_VALUE);
        if (!exporter.isEmpty() && !importer.isEmpty() && value.isPresent()) {
          rows.flow(item, new Flow(exporter, importer, product, value.getAsDouble()));
        }
      }
    }
    if (place.node().isArray() && place.node().isEmpty()) {
      place.fault("empty-list");
    }
    return new Trade.Inline(rows.flows);
  }

  private static Trade dataset(Place place) {
    place.object("dataset", "series", "year", "importers", "exporters", "products");
    var code = place.at("dataset").code(ScenarioReader::isDataset, true);
    var series = place.at("series").code(ScenarioReader::isDataset, false);
    if (!place.at("year").there()) {
      place.at("year").fault("missing");
    }
    return new Trade.InDataset(
        code,
        series.isEmpty() ? "exports" : series,
        year(place.at("year")).orElse(0),
        place.at("importers").codes(ScenarioText::isRegion, false),
        place.at("exporters").codes(ScenarioText::isRegion, false),
        place.at("products").codes(ScenarioText::isProduct, false));
  }

  private static boolean isDataset(String code) {
    return code.matches("[a-z0-9][a-z0-9-]{0,59}");
  }

  /// The name of a table beside the scenario: no folder, no address.
  private static String file(Place place, String... known) {
    place.object(known);
    var file = place.at("file").text(120);
    if (file.isEmpty()) {
      place.at("file").fault("missing");
    } else if (!file.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N} ._()-]*") || file.contains("..")) {
      place.at("file").fault("not-file");
    }
    return file;
  }

  private static Tariffs tariffs(Place place) {
    if (!place.there()) {
      place.fault("missing");
      return new Tariffs.Inline(List.of());
    }
    if (!place.node().isObject()) {
      return new Tariffs.Inline(rates(place));
    }
    return place.at("dataset").there()
        ? tariffsOfDataset(place)
        : new Tariffs.InFile(file(place, "file", "dataset"));
  }

  private static Tariffs tariffsOfDataset(Place place) {
    place.object("dataset", "series", "year", "rates");
    var code = place.at("dataset").code(ScenarioReader::isDataset, true);
    if (!place.at("year").there()) {
      place.at("year").fault("missing");
    }
    return new Tariffs.InDataset(
        code,
        List.copyOf(place.at("series").codes(ScenarioReader::isDataset, false)),
        year(place.at("year")).orElse(0),
        rates(place.at("rates")));
  }

  static List<Rate> rates(Place place) {
    var rows = new Rows();
    for (var item : place.items(ScenarioText.MOST_ROWS)) {
      if (item.object("importer", "exporter", "product", "percent")) {
        var importer = item.at("importer").code(ScenarioText::isRegion, true);
        var exporter = item.at("exporter").code(ScenarioText::isRegion, false);
        var product = item.at("product").code(ScenarioText::isProduct, false);
        var percent = item.at("percent").demanded(0, Rate.LARGEST);
        if (!importer.isEmpty() && percent.isPresent()) {
          rows.rate(item, new Rate(importer, exporter, product, percent.getAsDouble()));
        }
      }
    }
    return rows.rates;
  }

  /// Flows and rates, each once.
  private static final class Rows {
    private final List<Flow> flows = new ArrayList<>();
    private final List<Rate> rates = new ArrayList<>();
    private final TreeSet<String> known = new TreeSet<>();

    void flow(Place place, Flow flow) {
      if (once(place, flow.exporter(), flow.importer(), flow.product())) {
        flows.add(flow);
      }
    }

    void rate(Place place, Rate rate) {
      if (once(place, rate.exporter(), rate.importer(), rate.product())) {
        rates.add(rate);
      }
    }

    private boolean once(Place place, String exporter, String importer, String product) {
      boolean isNew = known.add(exporter + "\t" + importer + "\t" + product);
      if (!isNew) {
        place.fault("twice", (exporter + " " + importer + " " + product).strip());
      }
      return isNew;
    }
  }

  private static Assumptions assumptions(Place place, Model model) {
    var usual = Assumptions.usual(model);
    if (!place.there() || !place.object("demand", "substitution", "supply", "source", "products")) {
      return new Assumptions(usual, Map.of(), "", Assumptions.ALL);
    }
    var assumed = new TreeSet<String>();
    for (var name : Assumptions.ALL) {
      if (!place.at(name).there()) {
        assumed.add(name);
      }
    }
    var own = elasticities(place, usual);
    var byProduct = new LinkedHashMap<String, Elasticities>();
    for (var item : place.at("products").items(ScenarioText.MOST_CODES)) {
      if (item.object("product", "demand", "substitution", "supply")) {
        var product = item.at("product").code(ScenarioText::isProduct, true);
        if (byProduct.put(product, elasticities(item, own)) != null) {
          item.fault("twice", product);
        }
      }
    }
    var source = place.at("source").text(ScenarioText.LONGEST_TEXT);
    return new Assumptions(own, byProduct, source, assumed);
  }

  private static Elasticities elasticities(Place place, Elasticities usual) {
    double most = ScenarioText.LARGEST_ELASTICITY;
    var demand = place.at("demand").number(-most, -1e-6).orElse(usual.demand());
    var substitution = place.at("substitution").number(0, most).orElse(usual.substitution());
    var supply = place.at("supply");
    boolean infinite = supply.node().isString() && supply.node().stringValue().equals("infinite");
    return new Elasticities(
        demand,
        substitution,
        infinite
            ? Double.POSITIVE_INFINITY
            : supply.number(1e-6, most * 10).orElse(usual.supply()));
  }

  private static Sensitivity sensitivity(Place place, boolean ofProducts) {
    if (!place.there() || !place.object("low", "high", "demand", "substitution", "supply")) {
      return Sensitivity.USUAL;
    }
    var factors =
        new Span.Factors(
            place.at("low").number(0.05, 1).orElse(0.5), place.at("high").number(1, 20).orElse(2));
    double most = ScenarioText.LARGEST_ELASTICITY;
    return new Sensitivity(
        span(place.at("demand"), -most, -1e-6, factors, ofProducts),
        span(place.at("substitution"), 0, most, factors, ofProducts),
        span(place.at("supply"), 1e-6, most * 10, factors, ofProducts));
  }

  private static Span span(
      Place place, double least, double most, Span.Factors factors, boolean ofProducts) {
    if (!place.there()) {
      return factors;
    }
    var two = place.items(2);
    if (two.size() != 2) {
      place.fault("not-two");
      return factors;
    }
    if (ofProducts) {
      place.fault("ranges-of-products");
    }
    var one = two.getFirst().number(least, most);
    var other = two.getLast().number(least, most);
    if (one.isEmpty() || other.isEmpty()) {
      return factors;
    }
    double low = one.getAsDouble();
    double high = other.getAsDouble();
    boolean swapped = Math.abs(low) > Math.abs(high);
    return new Span.Values(swapped ? high : low, swapped ? low : high);
  }
}
