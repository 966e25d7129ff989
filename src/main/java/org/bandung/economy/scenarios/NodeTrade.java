package org.bandung.economy.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bandung.economy.EconomySources;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.Sums;
import org.bandung.economy.preferences.Flow;
import org.bandung.economy.scenarios.Scenario.About;
import org.bandung.economy.scenarios.Scenario.Trade.InDataset;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;
import org.bandung.observations.Observations;
import org.bandung.observations.Selection;
import org.bandung.observations.TooManyCells;
import org.springframework.stereotype.Component;

/// Flows of a scenario from a dataset of this node: only series that are listed as trade, only
/// parts (no world, no region of a publisher beside its countries), and of products either lines or
/// totals.
@Component
public final class NodeTrade {

  private static final List<String> QUESTIONS = List.of("trade", "totals");

  private final Observations observations;
  private final EconomySources sources;
  private final Sums sums;

  public NodeTrade(Observations observations, EconomySources sources, Sums sums) {
    this.observations = observations;
    this.sources = sources;
    this.sums = sums;
  }

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

  /// The series of this node that are trade between countries, the first choice first.
  public List<Source> series() {
    return QUESTIONS.stream().flatMap(q -> sources.held(q).stream()).distinct().toList();
  }

  /// Looks flows up; exporters are the reporters of series of exports. Lines of products where the
  /// dataset tells products, else totals.
  public Found look(InDataset wanted, About about) {
    return found(
        wanted,
        about,
        () -> {
          var lines =
              sums.without(cells(wanted, Dimension.REPORTER, Dimension.PARTNER, Dimension.PRODUCT));
          return lines.rows() > 0 || !wanted.products().isEmpty()
              ? flows(lines, true)
              : flows(pairs(wanted), false);
        });
  }

  /// The same with all products of a pair together, as stated, else added up.
  public Found totals(InDataset wanted, About about) {
    return found(wanted, about, () -> flows(pairs(wanted), false));
  }

  private Found found(InDataset wanted, About about, Supplier<List<Flow>> asked) {
    var dataset = observations.find(wanted.code()).orElse(null);
    if (dataset == null) {
      return none(about, "/flows/dataset", "no-dataset", wanted.code());
    }
    var known = series();
    if (known.stream().noneMatch(s -> is(s, wanted))) {
      return none(about, "/flows/series", "no-trade", wanted.series(), told(known));
    }
    List<Flow> flows;
    try {
      flows = asked.get();
    } catch (TooManyCells e) {
      return none(about, "/flows", "too-many", ScenarioText.MOST_ROWS);
    }
    if (flows.size() > ScenarioText.MOST_ROWS) {
      return none(about, "/flows", "too-many", ScenarioText.MOST_ROWS);
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

  private static boolean is(Source source, InDataset wanted) {
    return source.dataset().code().equals(wanted.code()) && source.series().equals(wanted.series());
  }

  private static String told(List<Source> known) {
    return known.isEmpty()
        ? "-"
        : known.stream()
            .map(s -> s.dataset().code() + "/" + s.series())
            .collect(Collectors.joining(", "));
  }

  private Cells pairs(InDataset wanted) {
    var by = new Dimension[] {Dimension.YEAR, Dimension.REPORTER, Dimension.PARTNER};
    var stated = observations.cells(selection(wanted, by).of(Set.of("")));
    return sums.without(Sums.totals(stated, 1, () -> cells(wanted, by)));
  }

  private Cells cells(InDataset wanted, Dimension... by) {
    return observations.cells(selection(wanted, by));
  }

  private static Selection selection(InDataset wanted, Dimension... by) {
    return Selection.of(wanted.code(), wanted.series(), wanted.year(), wanted.year(), by)
        .from(wanted.exporters())
        .to(wanted.importers())
        .of(wanted.products());
  }

  /// Sums of exports as flows. Codes no scenario could name are none.
  private static List<Flow> flows(Cells cells, boolean products) {
    var flows = new ArrayList<Flow>(cells.rows());
    for (int row = 0; row < cells.rows(); row++) {
      var flow = flow(cells, row, products);
      if (flow != null) {
        flows.add(flow);
      }
    }
    return flows;
  }

  private static @org.jspecify.annotations.Nullable Flow flow(
      Cells cells, int row, boolean products) {
    var exporter = cells.code(Dimension.REPORTER, row);
    var importer = cells.code(Dimension.PARTNER, row);
    var product = products ? cells.code(Dimension.PRODUCT, row) : "";
    boolean fits =
        ScenarioText.isRegion(exporter)
            && ScenarioText.isRegion(importer)
            && (product.isEmpty() || ScenarioText.isProduct(product))
            && cells.value(row) >= 0;
    return fits ? new Flow(exporter, importer, product, cells.value(row)) : null;
  }

  private static Found none(About about, String pointer, String code, Object... arguments) {
    return new Found(about, List.of(), List.of(ScenarioFault.of(pointer, code, arguments)));
  }
}
