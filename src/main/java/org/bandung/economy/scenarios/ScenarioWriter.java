package org.bandung.economy.scenarios;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bandung.economy.preferences.Change;
import org.bandung.economy.preferences.Change.Cut;
import org.bandung.economy.preferences.Change.External;
import org.bandung.economy.preferences.Elasticities;
import org.bandung.economy.preferences.Model;
import org.bandung.economy.preferences.Rate;
import org.bandung.economy.preferences.Sensitivity;
import org.bandung.economy.preferences.Sensitivity.Span;
import org.bandung.economy.scenarios.Scenario.Tariffs;
import org.bandung.economy.scenarios.Scenario.Trade;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes a scenario as the JSON that [ScenarioReader] reads.
public final class ScenarioWriter {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ScenarioWriter() {}

  /// The document.
  public static byte[] write(Scenario scenario) {
    return JSON.writeValueAsBytes(tree(scenario));
  }

  /// The same as a tree, to be part of a larger document.
  public static Map<String, Object> tree(Scenario scenario) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("model", scenario.model().code());
    put(tree, "name", scenario.name());
    tree.put("about", about(scenario.about()));
    tree.put("flows", trade(scenario.trade()));
    tree.put("tariffs", tariffs(scenario.tariffs()));
    tree.put("change", change(scenario.change()));
    tree.put("elasticities", elasticities(scenario.assumptions()));
    if (scenario.model() == Model.SMART) {
      tree.put("diversion", scenario.diversion().code());
    }
    tree.put("sensitivity", sensitivity(scenario.sensitivity()));
    return tree;
  }

  private static void put(Map<String, Object> tree, String name, String text) {
    if (!text.isEmpty()) {
      tree.put(name, text);
    }
  }

  private static void put(Map<String, Object> tree, String name, Collection<String> codes) {
    if (!codes.isEmpty()) {
      tree.put(name, List.copyOf(new TreeSet<>(codes)));
    }
  }

  /// Whole numbers without a point.
  static Object number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : value;
  }

  private static Map<String, Object> about(Scenario.About about) {
    var tree = new LinkedHashMap<String, Object>();
    put(tree, "unit", about.unit());
    about.year().ifPresent(year -> tree.put("year", year));
    put(tree, "source", about.source());
    put(tree, "tariffs", about.tariffs());
    return tree;
  }

  private static Object trade(Trade trade) {
    return switch (trade) {
      case Trade.InFile(var file) -> Map.of("file", file);
      case Trade.InDataset(
              var code,
              var series,
              var year,
              var importers,
              var exporters,
              var products) -> {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("dataset", code);
        tree.put("series", series);
        tree.put("year", year);
        put(tree, "importers", importers);
        put(tree, "exporters", exporters);
        put(tree, "products", products);
        yield tree;
      }
      case Trade.Inline(var flows) ->
          flows.stream()
              .map(flow -> {
                var tree = new LinkedHashMap<String, Object>();
                tree.put("exporter", flow.exporter());
                tree.put("importer", flow.importer());
                put(tree, "product", flow.product());
                tree.put("value", number(flow.value()));
                return tree;
              })
              .toList();
    };
  }

  private static Object tariffs(Tariffs tariffs) {
    return switch (tariffs) {
      case Tariffs.InFile(var file) -> Map.of("file", file);
      case Tariffs.InDataset(var code, var series, var year, var stated) -> {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("dataset", code);
        if (!series.isEmpty()) {
          tree.put("series", series); // in this order
        }
        tree.put("year", year);
        if (!stated.isEmpty()) {
          tree.put("rates", rates(stated));
        }
        yield tree;
      }
      case Tariffs.Inline(var rates) -> rates(rates);
    };
  }

  private static List<Object> rates(List<Rate> rates) {
    var list = new ArrayList<Object>(rates.size());
    for (var rate : rates) {
      var tree = new LinkedHashMap<String, Object>();
      tree.put("importer", rate.importer());
      put(tree, "exporter", rate.exporter());
      put(tree, "product", rate.product());
      tree.put("percent", number(rate.percent()));
      list.add(tree);
    }
    return list;
  }

  private static Map<String, Object> change(Change change) {
    var tree = new LinkedHashMap<String, Object>();
    switch (change) {
      case Change.Stated(var rates) -> {
        tree.put("kind", ChangeReader.RATES);
        tree.put("rates", rates(rates));
      }
      case Change.Preference(var importers, var partners, var products, var cut) -> {
        tree.put("kind", ChangeReader.PREFERENCE);
        put(tree, "importers", importers);
        put(tree, "partners", partners);
        put(tree, "products", products);
        cut(tree, cut);
      }
      case Change.Generalised(var importers, var partners, var products, var cut) -> {
        tree.put("kind", ChangeReader.GENERALISED);
        put(tree, "importers", importers);
        put(tree, "partners", partners);
        put(tree, "products", products);
        cut(tree, cut);
      }
      case Change.FreeTradeArea(var members, var products) -> {
        tree.put("kind", ChangeReader.AREA);
        put(tree, "members", members);
        put(tree, "products", products);
      }
      case Change.CustomsUnion(var members, var products, var external) -> {
        tree.put("kind", ChangeReader.UNION);
        put(tree, "members", members);
        put(tree, "products", products);
        tree.put(
            "external",
            switch (external) {
              case External.SimpleMean() -> ChangeReader.SIMPLE;
              case External.WeightedMean() -> ChangeReader.WEIGHTED;
              case External.Given(double percent) -> number(percent);
            });
      }
    }
    return tree;
  }

  private static void cut(Map<String, Object> tree, Cut cut) {
    switch (cut) {
      case Cut.Margin(double percent) -> tree.put("margin", number(percent));
      case Cut.To(double percent) -> tree.put("to", number(percent));
    }
  }

  /// Usual elasticities that nobody stated are left out, so that they stay assumptions.
  private static Map<String, Object> elasticities(Assumptions assumptions) {
    var tree = new LinkedHashMap<String, Object>();
    elasticities(tree, assumptions.usual());
    assumptions.assumed().forEach(tree::remove);
    put(tree, "source", assumptions.source());
    var products = new ArrayList<Object>();
    assumptions
        .byProduct()
        .forEach((product, own) -> {
          var one = new LinkedHashMap<String, Object>();
          one.put("product", product);
          elasticities(one, own);
          products.add(one);
        });
    if (!products.isEmpty()) {
      tree.put("products", products);
    }
    return tree;
  }

  private static void elasticities(Map<String, Object> tree, Elasticities elasticities) {
    tree.put("demand", number(elasticities.demand()));
    tree.put("substitution", number(elasticities.substitution()));
    tree.put("supply", elasticities.infiniteSupply() ? "infinite" : number(elasticities.supply()));
  }

  private static Map<String, Object> sensitivity(Sensitivity sensitivity) {
    var tree = new LinkedHashMap<String, Object>();
    span(tree, "demand", sensitivity.demand());
    span(tree, "substitution", sensitivity.substitution());
    span(tree, "supply", sensitivity.supply());
    return tree;
  }

  /// Factors are the same of all elasticities; a range is of one.
  private static void span(Map<String, Object> tree, String name, Span span) {
    switch (span) {
      case Span.Factors(double low, double high) -> {
        tree.put("low", number(low));
        tree.put("high", number(high));
      }
      case Span.Values(double low, double high) ->
          tree.put(name, List.of(number(low), number(high)));
    }
  }
}
