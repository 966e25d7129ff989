package org.bandung.api;

import org.bandung.economy.scenarios.Scenario;
import org.bandung.economy.scenarios.ScenarioLookup;
import org.springframework.stereotype.Component;

/// Scenarios over the series of this node.
@Component
final class PublicScenarios implements ScenarioRoutes.Known {

  private final ScenarioLookup lookup;

  PublicScenarios(ScenarioLookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public ScenarioLookup.Looked look(Scenario scenario) {
    return lookup.look(scenario);
  }
}
