package org.bandung.economy.scenarios;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.economy.EconomySources;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.preferences.Flow;
import org.bandung.economy.preferences.Rate;
import org.bandung.economy.scenarios.Scenario.About;
import org.bandung.economy.scenarios.Scenario.Tariffs.InDataset;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;
import org.bandung.observations.Observations;
import org.bandung.observations.Selection;
import org.bandung.observations.TooManyCells;
import org.springframework.stereotype.Component;

/// Tariffs of a scenario from a dataset of this node: only series that are listed as tariffs, only
/// of the year that is asked for. What stands against the world holds for all to whom no other rate
/// stands; what no row states is not known.
@Component
public final class NodeTariffs {

  private static final String QUESTION = "tariffs";

  /// How publishers write that a rate is for all.
  private static final Set<String> ALL = Set.of("", "WLD", "000");

  private final Observations observations;
  private final EconomySources sources;

  public NodeTariffs(Observations observations, EconomySources sources) {
    this.observations = observations;
    this.sources = sources;
  }

  /// What was found.
  ///
  /// @param about with the dataset, its series and year behind what the scenario says of tariffs
  /// @param faults why there is nothing; empty if there is
  public record Found(About about, List<Rate> rates, List<ScenarioFault> faults) {
    public Found {
      rates = List.copyOf(rates);
      faults = List.copyOf(faults);
    }
  }

  /// The series of this node that are tariffs, the first choice first.
  public List<Source> series() {
    return sources.held(QUESTION);
  }

  /// The tariffs this node has on some flows in a year, by the series of the first choice; nothing
  /// if it has none.
  public Optional<Found> usual(int year, Collection<Flow> flows) {
    return series().stream()
        .map(s -> s.dataset().code())
        .distinct()
        .map(code -> look(new InDataset(code, List.of(), year, List.of()), flows, about("")))
        .filter(found -> found.faults().isEmpty())
        .findFirst();
  }

  private static About about(String tariffs) {
    return new About("", java.util.OptionalInt.empty(), "", tariffs);
  }

  /// Looks up the rates on some flows. Of several series the first that states a rate for an
  /// importer, exporter and product holds; rates the scenario states itself hold before all.
  public Found look(InDataset wanted, Collection<Flow> flows, About about) {
    var dataset = observations.find(wanted.code()).orElse(null);
    if (dataset == null) {
      return none(about, "/tariffs/dataset", "no-dataset", wanted.code());
    }
    var known =
        series().stream()
            .filter(s -> s.dataset().code().equals(wanted.code()))
            .map(Source::series)
            .toList();
    var series = wanted.series().isEmpty() ? known : wanted.series();
    for (int i = 0; i < series.size(); i++) {
      if (!known.contains(series.get(i))) {
        return none(
            about,
            "/tariffs/series/" + i,
            "no-tariffs",
            series.get(i),
            known.isEmpty() ? "-" : String.join(", ", known));
      }
    }
    if (series.isEmpty()) {
      return none(about, "/tariffs/dataset", "no-tariffs", wanted.code(), "-");
    }
    List<Rate> rates;
    try {
      rates = rates(wanted, series, flows);
    } catch (TooManyCells e) {
      return none(about, "/tariffs", "too-many", ScenarioText.MOST_ROWS);
    }
    if (rates.size() > ScenarioText.MOST_ROWS) {
      return none(about, "/tariffs", "too-many", ScenarioText.MOST_ROWS);
    }
    if (rates.size() == wanted.stated().size()) {
      return none(about, "/tariffs/year", "no-tariff-rows", Integer.toString(wanted.year()));
    }
    var told =
        "%s: %s, %d, %s (%s)"
            .formatted(
                wanted.code(),
                String.join(", ", series),
                wanted.year(),
                dataset.about().source(),
                dataset.nomenclature());
    var source = about.tariffs().isEmpty() ? told : about.tariffs() + "; " + told;
    return new Found(
        new About(about.unit(), about.year(), about.source(), source), rates, List.of());
  }

  private List<Rate> rates(InDataset wanted, List<String> series, Collection<Flow> flows) {
    var importers = flows.stream().map(Flow::importer).collect(Collectors.toUnmodifiableSet());
    var products = flows.stream().map(Flow::product).collect(Collectors.toCollection(HashSet::new));
    products.add("");
    var rates = new LinkedHashMap<List<String>, Rate>();
    wanted.stated().forEach(r -> rates.put(key(r), r));
    for (var code : series) {
      var cells =
          observations.cells(
              Selection.of(
                      wanted.code(),
                      code,
                      wanted.year(),
                      wanted.year(),
                      Dimension.REPORTER,
                      Dimension.PARTNER,
                      Dimension.PRODUCT)
                  .from(importers)
                  .of(products));
      for (int row = 0; row < cells.rows(); row++) {
        rate(cells, row).ifPresent(r -> rates.putIfAbsent(key(r), r));
      }
    }
    return new ArrayList<>(rates.values());
  }

  private static List<String> key(Rate rate) {
    return List.of(rate.importer(), rate.exporter(), rate.product());
  }

  /// Two codes of a file that mean one country today state two rates, of which neither is its own:
  /// their sum is none.
  private static Optional<Rate> rate(Cells cells, int row) {
    var partner = cells.code(Dimension.PARTNER, row);
    var exporter = ALL.contains(partner) ? "" : partner;
    double percent = cells.value(row);
    boolean fits =
        cells.observations(row) == 1
            && percent >= 0
            && percent <= Rate.LARGEST
            && (exporter.isEmpty() || ScenarioText.isRegion(exporter));
    return fits
        ? Optional.of(
            new Rate(
                cells.code(Dimension.REPORTER, row),
                exporter,
                cells.code(Dimension.PRODUCT, row),
                percent))
        : Optional.empty();
  }

  private static Found none(About about, String pointer, String code, Object... arguments) {
    return new Found(about, List.of(), List.of(ScenarioFault.of(pointer, code, arguments)));
  }
}
