package org.bandung.economy.scenarios;

import java.util.ArrayList;
import java.util.List;
import org.bandung.economy.scenarios.Scenario.Trade;
import org.springframework.stereotype.Component;

/// Puts the flows into a scenario that it takes from a dataset of this node. Tables beside it are
/// another's to read: only the terminal has a folder.
@Component
public final class ScenarioLookup {

  private final NodeTrade trade;

  public ScenarioLookup(NodeTrade trade) {
    this.trade = trade;
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
    return scenario.trade() instanceof Trade.InDataset;
  }

  /// The same scenario with what it takes from this node.
  public Looked look(Scenario asked) {
    var faults = new ArrayList<ScenarioFault>();
    var scenario = asked;
    if (asked.trade() instanceof Trade.InDataset wanted) {
      var found = trade.look(wanted, asked.about());
      faults.addAll(found.faults());
      scenario = scenario.with(found.about(), new Trade.Inline(found.flows()));
    }
    return new Looked(scenario, faults);
  }
}
