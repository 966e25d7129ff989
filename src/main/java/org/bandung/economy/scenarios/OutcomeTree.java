package org.bandung.economy.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.economy.preferences.Coverage;
import org.bandung.economy.preferences.Elasticities;
import org.bandung.economy.preferences.Figure;
import org.bandung.economy.preferences.Measure;
import org.bandung.economy.preferences.Outcome;
import org.bandung.economy.preferences.Row;
import org.bandung.economy.preferences.Variant;

/// Results as programs read them: every figure with the least and the most that other elasticities
/// give, and all that was assumed.
public final class OutcomeTree {

  private OutcomeTree() {}

  /// @param asked the scenario as it was stated, before flows and tariffs were looked up
  /// @param run the scenario as it was run
  public static Map<String, Object> of(Scenario asked, Scenario run, Outcome outcome) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("model", outcome.model().code());
    tree.put("unit", run.about().unit());
    tree.put("year", run.about().year().isPresent() ? run.about().year().getAsInt() : null);
    tree.put("source", run.about().source());
    tree.put("tariffs", run.about().tariffs());
    tree.put("elasticities", elasticities(run.assumptions()));
    tree.put("coverage", coverage(outcome.coverage()));
    tree.put("externalTariff", outcome.external());
    tree.put("cut", outcome.cut());
    tree.put("undetermined", outcome.undetermined());
    tree.put("variants", outcome.variants().stream().map(OutcomeTree::variant).toList());
    tree.put("rows", outcome.rows().stream().map(OutcomeTree::row).toList());
    tree.put("scenario", ScenarioWriter.tree(asked));
    return tree;
  }

  private static Map<String, Object> elasticities(Assumptions assumptions) {
    var tree = values(assumptions.usual());
    tree.put("assumed", List.copyOf(assumptions.assumed()));
    tree.put("source", assumptions.source());
    var products = new LinkedHashMap<String, Object>();
    assumptions.byProduct().forEach((product, own) -> products.put(product, values(own)));
    tree.put("products", products);
    return tree;
  }

  private static Map<String, Object> values(Elasticities elasticities) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("demand", elasticities.demand());
    tree.put("substitution", elasticities.substitution());
    tree.put("supply", elasticities.infiniteSupply() ? "infinite" : (Object) elasticities.supply());
    return tree;
  }

  private static Map<String, Object> coverage(Coverage coverage) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("flows", coverage.lines());
    tree.put("value", coverage.value());
    tree.put("share", coverage.share());
    tree.put("without", coverage.without());
    tree.put("valueWithout", coverage.valueWithout());
    tree.put("examples", coverage.examples());
    return tree;
  }

  private static Map<String, Object> variant(Variant variant) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("variant", variant.code());
    tree.putAll(values(variant.elasticities()));
    var totals = new LinkedHashMap<String, Object>();
    variant.totals().forEach((measure, value) -> totals.put(measure.code(), value));
    tree.put("totals", totals);
    tree.put("cut", variant.cut());
    tree.put("undetermined", variant.undetermined());
    return tree;
  }

  private static Map<String, Object> row(Row row) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("level", row.level().code());
    tree.put("region", row.region());
    tree.put("partner", row.partner());
    tree.put("product", row.product());
    if (row.before() != null && row.after() != null) {
      tree.put("before", row.before());
      tree.put("after", row.after());
    }
    var figures = new LinkedHashMap<String, Object>();
    row.figures().forEach((measure, figure) -> figures.put(measure.code(), figure(figure)));
    tree.put("figures", figures);
    return tree;
  }

  private static Map<String, Object> figure(Figure figure) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("value", figure.value());
    tree.put("least", figure.least());
    tree.put("most", figure.most());
    return tree;
  }

  /// The measures of a level, in order.
  public static List<Measure> measures(List<Row> rows) {
    var measures = new ArrayList<Measure>();
    for (var measure : Measure.values()) {
      if (rows.stream().anyMatch(r -> r.figure(measure) != null)) {
        measures.add(measure);
      }
    }
    return measures;
  }
}
