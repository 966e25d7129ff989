package org.bandung.economy.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bandung.economy.preferences.Flow;
import org.bandung.economy.scenarios.Scenario.About;
import org.bandung.economy.scenarios.Scenario.Trade.InDataset;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;
import org.bandung.observations.Observations;
import org.bandung.observations.Selection;
import org.bandung.observations.TooManyCells;

/// Flows of a scenario from a dataset of this node.
public final class NodeTrade {

  private NodeTrade() {}

  /// What was found.
  ///
  /// @param about unit, year and source as the dataset tells them; what the scenario says itself
  ///   stays
  /// @param faults why there is nothing; empty if there is
  public record Found(About about, List<Flow> flows, List<ScenarioFault> faults) {
    public Found {
      flows = List.copyOf(flows);
      faults = List.copyOf(faults);
    }
  }

  /// Looks flows up; exporters are the reporters of series of exports.
  public static Found look(Observations observations, InDataset wanted, About about) {
    var dataset = observations.find(wanted.code()).orElse(null);
    if (dataset == null) {
      return none(about, "/flows/dataset", "no-dataset", wanted.code());
    }
    Cells cells;
    try {
      cells =
          observations.cells(
              Selection.of(
                      wanted.code(),
                      wanted.series(),
                      wanted.year(),
                      wanted.year(),
                      Dimension.REPORTER,
                      Dimension.PARTNER,
                      Dimension.PRODUCT)
                  .from(wanted.exporters())
                  .to(wanted.importers())
                  .of(wanted.products()));
    } catch (TooManyCells e) {
      return none(about, "/flows", "too-many", ScenarioText.MOST_ROWS);
    }
    var flows = new ArrayList<Flow>();
    for (int row = 0; row < cells.rows(); row++) {
      var flow = flow(cells, row);
      if (flow != null) {
        flows.add(flow);
      }
      if (flows.size() > ScenarioText.MOST_ROWS) {
        return none(about, "/flows", "too-many", ScenarioText.MOST_ROWS);
      }
    }
    if (flows.isEmpty()) {
      return none(about, "/flows", "no-dataset-rows", Integer.toString(wanted.year()));
    }
    var unit = about.unit().isEmpty() ? dataset.about().unitOf(wanted.series()) : about.unit();
    var source =
        about.source().isEmpty() ? wanted.code() + ": " + dataset.about().source() : about.source();
    var told = new About(unit, OptionalInt.of(wanted.year()), source, about.tariffs());
    return new Found(told, flows, List.of());
  }

  /// Totals without a partner, and codes no scenario could name, are no flows.
  private static @org.jspecify.annotations.Nullable Flow flow(Cells cells, int row) {
    var exporter = cells.code(Dimension.REPORTER, row);
    var importer = cells.code(Dimension.PARTNER, row);
    var product = cells.code(Dimension.PRODUCT, row);
    boolean fits =
        ScenarioText.isRegion(exporter)
            && ScenarioText.isRegion(importer)
            && (product.isEmpty() || ScenarioText.isProduct(product))
            && cells.value(row) >= 0;
    return fits ? new Flow(exporter, importer, product, cells.value(row)) : null;
  }

  private static Found none(About about, String pointer, String code, Object argument) {
    return new Found(about, List.of(), List.of(ScenarioFault.of(pointer, code, argument)));
  }
}
