package org.bandung.economy.scenarios;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.bandung.economy.preferences.Change;
import org.bandung.economy.preferences.Change.Cut;
import org.bandung.economy.preferences.Change.External;
import org.bandung.economy.preferences.Coverage;
import org.bandung.economy.preferences.Elasticities;
import org.bandung.economy.preferences.Model;
import org.bandung.economy.preferences.Outcome;
import org.bandung.economy.preferences.Sensitivity;
import org.bandung.economy.preferences.Sensitivity.Span;

/// What a reader must know to judge the results of a scenario, in order: the model and what it
/// leaves out, the change, where trade and tariffs come from, every elasticity and who says it, how
/// results were varied, for how much of the trade tariffs are known.
public final class ScenarioFacts {

  private static final int MOST_NAMED = 12;

  private final ScenarioWords words;
  private final UnaryOperator<String> names;
  private final List<Fact> facts = new ArrayList<>();

  private ScenarioFacts(ScenarioWords words, UnaryOperator<String> names) {
    this.words = words;
    this.names = names;
  }

  /// One of them.
  public record Fact(String label, String value) {}

  /// All of them.
  ///
  /// @param names what regions are called, by code
  public static List<Fact> of(
      Scenario scenario, Outcome outcome, ScenarioWords words, UnaryOperator<String> names) {
    var facts = new ScenarioFacts(words, names);
    facts.about(scenario);
    facts.change(scenario.change());
    outcome.external().entrySet().stream()
        .limit(MOST_NAMED)
        .forEach(e ->
            facts.add(
                "external-of",
                words.say("percent", words.rate(e.getValue())),
                product(e.getKey(), words)));
    facts.elasticities(scenario);
    facts.coverage(scenario, outcome.coverage());
    if (outcome.cut() > 0) {
      facts.add("warning", words.say("warning.cut", outcome.cut()));
    }
    if (!outcome.undetermined().isEmpty()) {
      facts.add("warning", words.say("warning.undetermined", outcome.undetermined().size()));
    }
    outcome
        .apart()
        .forEach(v ->
            facts.add(
                "warning",
                words.say("warning.apart", words.variant(v.code()), v.undetermined().size())));
    facts.add("limits", words.say("limits." + scenario.model().code()));
    return facts.facts;
  }

  private static String product(String code, ScenarioWords words) {
    return code.isEmpty() ? words.say("all-products") : code;
  }

  private void add(String fact, String value, Object... arguments) {
    facts.add(new Fact(words.say("fact." + fact, arguments), value));
  }

  private void about(Scenario scenario) {
    var unsaid = words.say("not-stated");
    var about = scenario.about();
    if (!scenario.name().isEmpty()) {
      add("name", scenario.name());
    }
    add("model", words.say("model." + scenario.model().code()));
    add("unit", about.unit().isEmpty() ? unsaid : about.unit());
    add("year", about.year().isPresent() ? Integer.toString(about.year().getAsInt()) : unsaid);
    add("source", about.source().isEmpty() ? unsaid : about.source());
    add("tariffs", about.tariffs().isEmpty() ? unsaid : about.tariffs());
  }

  private void change(Change change) {
    switch (change) {
      case Change.Stated stated -> kind(ChangeReader.RATES);
      case Change.Preference(var importers, var partners, var products, var cut) -> {
        kind(ChangeReader.PREFERENCE);
        cut(importers, partners, products, cut);
      }
      case Change.Generalised(var importers, var partners, var products, var cut) -> {
        kind(ChangeReader.GENERALISED);
        cut(importers, partners, products, cut);
      }
      case Change.FreeTradeArea(var members, var products) -> {
        kind(ChangeReader.AREA);
        add("members", regions(members));
        add("products", products(products));
      }
      case Change.CustomsUnion(var members, var products, var external) -> {
        kind(ChangeReader.UNION);
        add("members", regions(members));
        add("products", products(products));
        add(
            "external",
            switch (external) {
              case External.SimpleMean() -> words.say("external.simple-mean");
              case External.WeightedMean() -> words.say("external.weighted-mean");
              case External.Given(double percent) -> words.percent(percent);
            });
      }
    }
  }

  private void kind(String kind) {
    add("change", words.say("kind." + kind));
  }

  private void cut(
      Collection<String> importers,
      Collection<String> partners,
      Collection<String> products,
      Cut cut) {
    add("importers", importers.isEmpty() ? words.say("all-importers") : regions(importers));
    add("partners", regions(partners));
    add("products", products(products));
    add(
        "cut",
        switch (cut) {
          case Cut.Margin(double percent) -> words.say("cut.margin", words.number(percent));
          case Cut.To(double percent) -> words.say("cut.to", words.number(percent));
        });
  }

  private String regions(Collection<String> codes) {
    return named(new TreeSet<>(codes).stream().map(names).toList());
  }

  private String products(Collection<String> codes) {
    return codes.isEmpty() ? words.say("all-products") : named(List.copyOf(new TreeSet<>(codes)));
  }

  private String named(List<String> all) {
    var shown = String.join(words.say("comma"), all.subList(0, Math.min(MOST_NAMED, all.size())));
    return all.size() > MOST_NAMED ? words.say("and-more", shown, all.size() - MOST_NAMED) : shown;
  }

  private void elasticities(Scenario scenario) {
    var assumptions = scenario.assumptions();
    var usual = assumptions.usual();
    elasticity("demand", usual.demand(), assumptions);
    elasticity("substitution", usual.substitution(), assumptions);
    elasticity("supply", usual.supply(), assumptions);
    assumptions.byProduct().entrySet().stream()
        .limit(MOST_NAMED)
        .forEach(e -> add("elasticities-of", told(e.getValue()), e.getKey()));
    if (assumptions.byProduct().size() > MOST_NAMED) {
      add("elasticities-more", words.number(assumptions.byProduct().size() - MOST_NAMED));
    }
    if (!assumptions.assumed().equals(Assumptions.ALL)) {
      add(
          "elasticities-source",
          assumptions.source().isEmpty() ? words.say("not-stated") : assumptions.source());
    }
    if (!assumptions.assumed().isEmpty()) {
      add("assumed", words.say("assumed." + scenario.model().code()));
    }
    if (scenario.model() == Model.SMART) {
      add("diversion", words.say("diversion." + scenario.diversion().code()));
    }
    add("sensitivity", sensitivity(scenario.sensitivity()));
  }

  private void elasticity(String name, double value, Assumptions assumptions) {
    var told = words.number(value);
    add(name, assumptions.assumed().contains(name) ? words.say("assumed-value", told) : told);
  }

  private String told(Elasticities own) {
    return words.say(
        "elasticities",
        words.number(own.demand()),
        words.number(own.substitution()),
        words.number(own.supply()));
  }

  private String sensitivity(Sensitivity sensitivity) {
    return words.say(
        "sensitivity",
        span(sensitivity.demand()),
        span(sensitivity.substitution()),
        span(sensitivity.supply()));
  }

  private String span(Span span) {
    return switch (span) {
      case Span.Factors(double low, double high) ->
          words.say("span.factors", words.number(low), words.number(high));
      case Span.Values(double low, double high) ->
          words.say("span.values", words.number(low), words.number(high));
    };
  }

  /// For how much of the trade tariffs are known, as a sentence.
  public static String covered(Coverage coverage, String unit, ScenarioWords words) {
    // Not all must never look like all.
    double share = Math.floor(coverage.share() * 1000 + 1e-9) / 10;
    return words.say(
        "coverage", words.number(share), words.number(coverage.value()), unit, coverage.lines());
  }

  private void coverage(Scenario scenario, Coverage coverage) {
    add("coverage", covered(coverage, scenario.about().unit(), words));
    if (coverage.without() > 0) {
      add(
          "left-out",
          words.say(
              "left-out",
              coverage.without(),
              named(
                  coverage.examples().stream()
                      .map(f -> (f.exporter() + " → " + f.importer() + " " + f.product()).strip())
                      .toList())));
    }
  }
}
