package org.bandung.economy.context;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bandung.economy.EconomySources;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.Sums;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;
import org.bandung.observations.Observations;
import org.bandung.observations.Selection;
import org.springframework.stereotype.Component;

/// Series of single countries as they are held.
@Component
final class Held {

  private final Observations observations;
  private final EconomySources sources;
  private final Sums sums;

  Held(Observations observations, EconomySources sources, Sums sums) {
    this.observations = observations;
    this.sources = sources;
    this.sums = sums;
  }

  EconomySources sources() {
    return sources;
  }

  Cells cells(Selection selection) {
    return observations.cells(selection);
  }

  /// All years of a series, told apart by some dimensions.
  static Selection all(Source source, Dimension... by) {
    var dataset = source.dataset();
    return Selection.of(
        dataset.code(), source.series(), dataset.firstYear(), dataset.lastYear(), by);
  }

  /// A figure of a country by year; a year in which two codes of the file mean it is left out,
  /// since averages and shares do not add up.
  ///
  /// @param products what stands in place of a product; empty for whatever stands there
  TreeMap<Integer, Double> years(Source source, String country, Set<String> products) {
    var cells = cells(all(source, Dimension.YEAR).from(Set.of(country)).of(products));
    var years = new TreeMap<Integer, Double>();
    for (int row = 0; row < cells.rows(); row++) {
      if (cells.observations(row) == 1) {
        years.put(Integer.valueOf(cells.code(Dimension.YEAR, row)), cells.value(row));
      }
    }
    return years;
  }

  /// What a country sells, above zero, by year and importer.
  TreeMap<Integer, Map<String, Double>> sold(Source totals, String country) {
    return trade(
        totals,
        all(totals, Dimension.YEAR, Dimension.PARTNER).from(Set.of(country)),
        Dimension.PARTNER,
        country);
  }

  /// What a country buys, above zero, by year and exporter.
  TreeMap<Integer, Map<String, Double>> bought(Source totals, String country) {
    return trade(
        totals,
        all(totals, Dimension.YEAR, Dimension.REPORTER).to(Set.of(country)),
        Dimension.REPORTER,
        country);
  }

  private TreeMap<Integer, Map<String, Double>> trade(
      Source totals, Selection selection, Dimension side, String own) {
    int held = observations.coverage(totals.dataset().code()).reporters().size();
    var cells =
        sums.without(Sums.totals(cells(selection.of(Set.of(""))), held, () -> cells(selection)));
    var years = new TreeMap<Integer, Map<String, Double>>();
    for (int row = 0; row < cells.rows(); row++) {
      if (cells.value(row) > 0 && !cells.code(side, row).equals(own)) {
        years
            .computeIfAbsent(Integer.valueOf(cells.code(Dimension.YEAR, row)), y -> new TreeMap<>())
            .put(cells.code(side, row), cells.value(row));
      }
    }
    return years;
  }
}
