package org.bandung.economy.scenarios;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.economy.preferences.Change;
import org.bandung.economy.preferences.Changed;
import org.bandung.economy.preferences.Flow;
import org.bandung.economy.preferences.Model;
import org.bandung.economy.preferences.Outcome;
import org.bandung.economy.preferences.Simulation;
import org.bandung.economy.scenarios.Scenario.Tariffs;
import org.bandung.economy.scenarios.Scenario.Trade;

/// Runs a scenario whose flows and tariffs are at hand.
public final class ScenarioRun {

  /// The scenario's elasticities, each of three lower and higher, all together lower and higher.
  private static final int MOST_CHOICES = 9;

  private ScenarioRun() {}

  /// What became of it.
  public sealed interface Result {
    /// It was run.
    record Told(Scenario scenario, Outcome outcome) implements Result {}

    /// It cannot be run as it is.
    record Faulty(List<ScenarioFault> faults) implements Result {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// Runs it.
  ///
  /// @param scenario with flows and tariffs written in it
  public static Result run(Scenario scenario) {
    if (!(scenario.trade() instanceof Trade.Inline(var flows))
        || !(scenario.tariffs() instanceof Tariffs.Inline(var rates))) {
      throw new IllegalArgumentException("flows and tariffs are looked up first");
    }
    var faults = faults(scenario, flows);
    if (!faults.isEmpty()) {
      return new Result.Faulty(faults);
    }
    var changed =
        Changed.of(flows, new org.bandung.economy.preferences.Tariffs(rates), scenario.change());
    var assumptions = scenario.assumptions();
    var simulation =
        new Simulation(
            scenario.model(),
            scenario.diversion(),
            assumptions.usual(),
            assumptions.byProduct(),
            scenario.sensitivity());
    return new Result.Told(scenario, simulation.of(changed));
  }

  /// How much there is to calculate, in steps of a few nanoseconds: a market of GSIM is a system of
  /// as many equations as it has regions, solved anew for each choice of elasticities.
  ///
  /// `choices * sum over markets of regions³`; SMART needs `choices * flows`
  ///
  /// @param scenario with flows and tariffs written in it
  public static long work(Scenario scenario) {
    if (!(scenario.trade() instanceof Trade.Inline(var flows))) {
      throw new IllegalArgumentException("flows are looked up first");
    }
    if (scenario.model() == Model.SMART) {
      return (long) MOST_CHOICES * flows.size();
    }
    var ofMarkets = new HashMap<String, Set<String>>();
    for (var flow : flows) {
      var ofMarket = ofMarkets.computeIfAbsent(flow.product(), p -> new HashSet<>());
      ofMarket.add(flow.exporter());
      ofMarket.add(flow.importer());
    }
    return MOST_CHOICES
        * ofMarkets.values().stream().mapToLong(m -> (long) m.size() * m.size() * m.size()).sum();
  }

  private static List<ScenarioFault> faults(Scenario scenario, List<Flow> flows) {
    var faults = new ArrayList<ScenarioFault>();
    if (flows.isEmpty()) {
      faults.add(ScenarioFault.of("/flows", "no-flows"));
    }
    var regions = new HashSet<String>();
    var ofMarkets = new HashMap<String, Set<String>>();
    for (var flow : flows) {
      var ofMarket = ofMarkets.computeIfAbsent(flow.product(), p -> new HashSet<>());
      for (var region : List.of(flow.exporter(), flow.importer())) {
        regions.add(region);
        ofMarket.add(region);
      }
    }
    if (scenario.model() == Model.GSIM
        && ofMarkets.values().stream().anyMatch(m -> m.size() > ScenarioText.MOST_REGIONS)) {
      faults.add(ScenarioFault.of("/flows", "too-many-regions", ScenarioText.MOST_REGIONS));
    }
    if (scenario.model() == Model.SMART && flows.stream().anyMatch(Flow::domestic)) {
      faults.add(ScenarioFault.of("/flows", "domestic-smart"));
    }
    unknown(scenario.change(), regions, faults);
    var products = products(scenario.change());
    if (!products.isEmpty() && products.stream().noneMatch(ofMarkets::containsKey)) {
      faults.add(
          ScenarioFault.of("/change/products", "no-such-product", new TreeSet<>(products).first()));
    }
    return faults;
  }

  private static Set<String> products(Change change) {
    return switch (change) {
      case Change.Stated stated -> Set.of();
      case Change.Preference p -> p.products();
      case Change.Generalised g -> g.products();
      case Change.FreeTradeArea a -> a.products();
      case Change.CustomsUnion u -> u.products();
    };
  }

  /// A member that trades with nobody is a slip of the pen.
  private static void unknown(Change change, Set<String> regions, List<ScenarioFault> faults) {
    switch (change) {
      case Change.Stated stated -> {}
      case Change.Preference p -> {
        missing("/change/partners", p.partners(), regions, faults);
        missing("/change/importers", p.importers(), regions, faults);
      }
      case Change.Generalised g -> {
        missing("/change/importers", g.importers(), regions, faults);
        if (g.partners().stream().noneMatch(regions::contains)) {
          missing("/change/partners", g.partners(), regions, faults);
        }
      }
      case Change.FreeTradeArea a -> missing("/change/members", a.members(), regions, faults);
      case Change.CustomsUnion u -> missing("/change/members", u.members(), regions, faults);
    }
  }

  private static void missing(
      String pointer, Set<String> codes, Set<String> regions, List<ScenarioFault> faults) {
    codes.stream()
        .filter(code -> !regions.contains(code))
        .sorted()
        .limit(10)
        .forEach(code -> faults.add(ScenarioFault.of(pointer, "no-such-region", code)));
  }
}
