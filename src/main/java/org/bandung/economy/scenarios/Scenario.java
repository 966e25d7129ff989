package org.bandung.economy.scenarios;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.bandung.economy.preferences.Change;
import org.bandung.economy.preferences.Diversion;
import org.bandung.economy.preferences.Flow;
import org.bandung.economy.preferences.Model;
import org.bandung.economy.preferences.Rate;
import org.bandung.economy.preferences.Sensitivity;

/// A change of tariffs to be tried, with all that is needed to try it again.
///
/// @param name what its author calls it; may be empty
public record Scenario(
    Model model,
    String name,
    About about,
    Trade trade,
    Tariffs tariffs,
    Change change,
    Assumptions assumptions,
    Diversion diversion,
    Sensitivity sensitivity) {

  /// Where the trade comes from; empty or absent where nobody says it.
  ///
  /// @param unit of the values
  /// @param tariffs where the tariffs come from
  public record About(String unit, OptionalInt year, String source, String tariffs) {}

  /// The flows of a scenario.
  public sealed interface Trade {
    /// Written in the scenario itself.
    record Inline(List<Flow> flows) implements Trade {
      public Inline {
        flows = List.copyOf(flows);
      }
    }

    /// In a table beside it, with the columns `exporter`, `importer`, `product`, `value`.
    record InFile(String file) implements Trade {}

    /// In a dataset of this node; empty sets stand for all.
    record InDataset(
        String code,
        String series,
        int year,
        Set<String> importers,
        Set<String> exporters,
        Set<String> products)
        implements Trade {
      public InDataset {
        importers = Set.copyOf(importers);
        exporters = Set.copyOf(exporters);
        products = Set.copyOf(products);
      }
    }
  }

  /// The tariffs of a scenario.
  public sealed interface Tariffs {
    /// Written in the scenario itself.
    record Inline(List<Rate> rates) implements Tariffs {
      public Inline {
        rates = List.copyOf(rates);
      }
    }

    /// In a table beside it, with the columns `importer`, `exporter`, `product`, `percent`.
    record InFile(String file) implements Tariffs {}

    /// In a dataset of this node.
    ///
    /// @param series in the order in which they are asked; empty for all that are tariffs
    /// @param stated rates that hold before those of the dataset
    record InDataset(String code, List<String> series, int year, List<Rate> stated)
        implements Tariffs {
      public InDataset {
        series = List.copyOf(series);
        stated = List.copyOf(stated);
      }
    }
  }

  /// The same with trade that was looked up.
  public Scenario with(About told, Trade found) {
    return new Scenario(
        model, name, told, found, tariffs, change, assumptions, diversion, sensitivity);
  }

  /// The same with tariffs that were looked up.
  public Scenario with(About told, Tariffs found) {
    return new Scenario(
        model, name, told, trade, found, change, assumptions, diversion, sensitivity);
  }
}
