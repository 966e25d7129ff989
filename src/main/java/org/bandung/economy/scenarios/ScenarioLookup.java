package org.bandung.economy.scenarios;

import java.util.ArrayList;
import java.util.List;
import org.bandung.economy.scenarios.Scenario.Tariffs;
import org.bandung.economy.scenarios.Scenario.Trade;
import org.springframework.stereotype.Component;

/// Puts the flows and tariffs into a scenario that it takes from datasets of this node. Tables
/// beside it are another's to read: only the terminal has a folder.
@Component
public final class ScenarioLookup {

  private final NodeTrade trade;
  private final NodeTariffs tariffs;

  public ScenarioLookup(NodeTrade trade, NodeTariffs tariffs) {
    this.trade = trade;
    this.tariffs = tariffs;
  }

  /// What became of it.
  ///
  /// @param scenario with the rows of datasets in it; tables beside it are still named
  /// @param faults what could not be looked up
  public record Looked(Scenario scenario, List<ScenarioFault> faults) {
    public Looked {
      faults = List.copyOf(faults);
    }
  }

  /// Whether a scenario takes anything from this node.
  public static boolean asksTheNode(Scenario scenario) {
    return scenario.trade() instanceof Trade.InDataset
        || scenario.tariffs() instanceof Tariffs.InDataset;
  }

  /// The same scenario with what it takes from this node; rates only on flows that are at hand.
  public Looked look(Scenario asked) {
    var faults = new ArrayList<ScenarioFault>();
    var scenario = asked;
    if (asked.trade() instanceof Trade.InDataset wanted) {
      var found = trade.look(wanted, asked.about());
      faults.addAll(found.faults());
      scenario = scenario.with(found.about(), new Trade.Inline(found.flows()));
    }
    if (scenario.tariffs() instanceof Tariffs.InDataset wanted
        && scenario.trade() instanceof Trade.Inline(var flows)
        && faults.isEmpty()) {
      var found = tariffs.look(wanted, flows, scenario.about());
      faults.addAll(found.faults());
      scenario = scenario.with(found.about(), new Tariffs.Inline(found.rates()));
    }
    return new Looked(scenario, faults);
  }
}
