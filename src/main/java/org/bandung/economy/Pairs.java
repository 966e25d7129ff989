package org.bandung.economy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bandung.economy.indices.Grid;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;

/// Who exports how much to whom in every year of a dataset, found by country without a search.
final class Pairs {

  private final Cells flows;
  private final int[][] byExporter;
  private final int[][] byImporter;
  private final Map<Integer, Set<String>> exporters = new HashMap<>();
  private final Map<Integer, Set<String>> importers = new HashMap<>();

  /// @param flows told apart by year, reporter (the exporter) and partner (the importer)
  Pairs(Cells flows) {
    this.flows = flows;
    byExporter = rowsBy(flows, Dimension.REPORTER);
    byImporter = rowsBy(flows, Dimension.PARTNER);
    traders(byExporter, Dimension.REPORTER, exporters);
    traders(byImporter, Dimension.PARTNER, importers);
  }

  private void traders(int[][] rows, Dimension side, Map<Integer, Set<String>> byYear) {
    for (int code = 0; code < rows.length; code++) {
      var trader = flows.codes(side).get(code);
      Arrays.stream(rows[code])
          .filter(row -> flows.value(row) > 0)
          .map(row -> flows.position(Dimension.YEAR, row))
          .distinct()
          .forEach(y -> byYear.computeIfAbsent(year(y), n -> new HashSet<>()).add(trader));
    }
  }

  private int year(int position) {
    return Integer.parseInt(flows.codes(Dimension.YEAR).get(position));
  }

  private static int[][] rowsBy(Cells flows, Dimension side) {
    var sizes = new int[flows.codes(side).size()];
    for (int row = 0; row < flows.rows(); row++) {
      sizes[flows.position(side, row)]++;
    }
    var rows = new int[sizes.length][];
    for (int code = 0; code < sizes.length; code++) {
      rows[code] = new int[sizes[code]];
    }
    Arrays.fill(sizes, 0);
    for (int row = 0; row < flows.rows(); row++) {
      int code = flows.position(side, row);
      rows[code][sizes[code]++] = row;
    }
    return rows;
  }

  Cells flows() {
    return flows;
  }

  List<Integer> years() {
    return flows.codes(Dimension.YEAR).stream().map(Integer::valueOf).toList();
  }

  /// How many countries export anything in the year.
  int reporters(int year) {
    return exporters.getOrDefault(year, Set.of()).size();
  }

  /// How many others buy anything of anybody in the year: the markets there are.
  int markets(int year, String country) {
    return others(importers, year, country);
  }

  /// How many others sell anything to anybody in the year: the sources there are.
  int sources(int year, String country) {
    return others(exporters, year, country);
  }

  private static int others(Map<Integer, Set<String>> traders, int year, String country) {
    var all = traders.getOrDefault(year, Set.of());
    return all.size() - (all.contains(country) ? 1 : 0);
  }

  /// What a country sells, above zero, by year and importer; its trade with itself is left out.
  TreeMap<Integer, Map<String, Double>> sold(String country) {
    return aboveZero(of(country, Dimension.REPORTER, byExporter, Dimension.PARTNER, ""));
  }

  /// What a country buys, above zero, by year and exporter; its trade with itself is left out.
  TreeMap<Integer, Map<String, Double>> bought(String country) {
    return aboveZero(of(country, Dimension.PARTNER, byImporter, Dimension.REPORTER, ""));
  }

  /// What a country sells another, by year: a zero that is stated is a zero.
  TreeMap<Integer, Double> between(String exporter, String importer) {
    var years = new TreeMap<Integer, Double>();
    of(exporter, Dimension.REPORTER, byExporter, Dimension.PARTNER, importer)
        .forEach((year, values) -> values.values().forEach(v -> years.put(year, v)));
    return years;
  }

  private static TreeMap<Integer, Map<String, Double>> aboveZero(
      TreeMap<Integer, Map<String, Double>> years) {
    years.values().forEach(values -> values.values().removeIf(v -> !(v > 0)));
    years.values().removeIf(Map::isEmpty);
    return years;
  }

  /// The year of a country's trade that is wished for: that of the wish if it trades in it, else
  /// the last that holds both sides, so that nobody seems to sell nothing, else the last.
  ///
  /// @param sold by year
  /// @param bought by year
  /// @return empty if nothing of it is held
  static OptionalInt year(Map<Integer, ?> sold, Map<Integer, ?> bought, Wish wish) {
    var years = new TreeSet<>(sold.keySet());
    years.addAll(bought.keySet());
    if (wish.year().isPresent()) {
      return years.contains(wish.year().getAsInt()) ? wish.year() : OptionalInt.empty();
    }
    var last =
        years.stream()
            .filter(y -> sold.containsKey(y) && bought.containsKey(y))
            .mapToInt(Integer::intValue)
            .max();
    return last.isPresent() ? last : years.stream().mapToInt(Integer::intValue).max();
  }

  /// Exports of a year by exporter and importer; trade of a country with itself is left out.
  Grid grid(int year) {
    int wanted = flows.codes(Dimension.YEAR).indexOf(Integer.toString(year));
    var builder = Grid.builder();
    for (int row = 0; row < flows.rows(); row++) {
      var exporter = flows.code(Dimension.REPORTER, row);
      var importer = flows.code(Dimension.PARTNER, row);
      if (flows.position(Dimension.YEAR, row) == wanted && !exporter.equals(importer)) {
        builder.add(exporter, importer, flows.value(row));
      }
    }
    return builder.build();
  }

  /// @param only this partner; empty for all
  private TreeMap<Integer, Map<String, Double>> of(
      String country, Dimension own, int[][] rows, Dimension theirs, String only) {
    var years = new TreeMap<Integer, Map<String, Double>>();
    int code = flows.codes(own).indexOf(country);
    for (int row : code < 0 ? new int[0] : rows[code]) {
      var partner = flows.code(theirs, row);
      if (!partner.equals(country) && (only.isEmpty() || only.equals(partner))) {
        years
            .computeIfAbsent(year(flows.position(Dimension.YEAR, row)), y -> new HashMap<>())
            .merge(partner, flows.value(row), Double::sum);
      }
    }
    return years;
  }
}
