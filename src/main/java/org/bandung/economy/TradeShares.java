package org.bandung.economy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.bandung.observations.Cells;
import org.bandung.observations.Dimension;

/// What the South trades with itself in one year, and with whom else.
///
/// All values are exports as the data state them, in the data's unit and current prices; a
/// country's trade with itself is left out. A country that the definition does not place is neither
/// South nor North: its trade is in the world's and told apart as [#unplaced].
///
/// @param year of the data
/// @param world exports of all to all
/// @param southExports exports of the South to all
/// @param southImports exports of all to the South
/// @param southSouth exports of the South to the South
/// @param unplaced exports of which one side or both are not placed
/// @param exporters how many countries of the South report or are reported to export
public record TradeShares(
    int year,
    double world,
    double southExports,
    double southImports,
    double southSouth,
    double unplaced,
    int exporters) {

  /// Intra-South share of world exports.
  ///
  /// `southSouth / world`
  ///
  /// @return between 0 and 1; empty if the world exports nothing
  /// @see <a href="https://unctadstat.unctad.org">UNCTADstat, merchandise trade matrix</a>
  public OptionalDouble ofWorld() {
    return share(southSouth, world);
  }

  /// Intra-South share of Southern exports.
  ///
  /// `southSouth / southExports`
  ///
  /// @return between 0 and 1; empty if the South exports nothing
  public OptionalDouble ofSouthernExports() {
    return share(southSouth, southExports);
  }

  /// Intra-South share of Southern imports.
  ///
  /// `southSouth / southImports`
  ///
  /// @return between 0 and 1; empty if the South imports nothing
  public OptionalDouble ofSouthernImports() {
    return share(southSouth, southImports);
  }

  /// Share of the South in world exports.
  ///
  /// `southExports / world`
  ///
  /// @return between 0 and 1; empty if the world exports nothing
  public OptionalDouble southInWorld() {
    return share(southExports, world);
  }

  private static OptionalDouble share(double part, double whole) {
    return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
  }

  /// The shares of every year of the data.
  ///
  /// @param flows told apart by year, reporter (the exporter) and partner (the importer)
  /// @param without members that count as if they were not of the South; the world stays whole
  public static List<TradeShares> of(Cells flows, South south, Set<String> without) {
    var years = flows.codes(Dimension.YEAR);
    var sums = new ArrayList<Sum>();
    for (var year : years) {
      sums.add(new Sum(Integer.parseInt(year), south, without));
    }
    for (int row = 0; row < flows.rows(); row++) {
      sums.get(flows.position(Dimension.YEAR, row))
          .add(
              flows.code(Dimension.REPORTER, row),
              flows.code(Dimension.PARTNER, row),
              flows.value(row));
    }
    return sums.stream().map(Sum::told).toList();
  }

  /// The member of the South with the largest trade with other members in the last year of the
  /// data, exports and imports together.
  ///
  /// @param flows told apart by year, reporter and partner
  public static Optional<String> largestMember(Cells flows, South south) {
    return largestMember(flows, south, Integer.parseInt(flows.codes(Dimension.YEAR).getLast()));
  }

  /// The same of a year.
  static Optional<String> largestMember(Cells flows, South south, int year) {
    var trade = new HashMap<String, Double>();
    int wanted = flows.codes(Dimension.YEAR).indexOf(Integer.toString(year));
    for (int row = 0; row < flows.rows(); row++) {
      if (flows.position(Dimension.YEAR, row) != wanted) {
        continue;
      }
      var exporter = flows.code(Dimension.REPORTER, row);
      var importer = flows.code(Dimension.PARTNER, row);
      if (!exporter.equals(importer)
          && south.holds(exporter, year)
          && south.holds(importer, year)) {
        trade.merge(exporter, flows.value(row), Double::sum);
        trade.merge(importer, flows.value(row), Double::sum);
      }
    }
    return trade.entrySet().stream()
        .max(
            Map.Entry.<String, Double>comparingByValue()
                .thenComparing(Map.Entry.<String, Double>comparingByKey().reversed()))
        .map(Map.Entry::getKey);
  }

  /// One year, while its flows are read.
  private static final class Sum {
    private final int year;
    private final South south;
    private final Set<String> without;
    private final Map<String, Side> sides = new HashMap<>();
    private final Set<String> exporters = new HashSet<>();
    private double world;
    private double southExports;
    private double southImports;
    private double southSouth;
    private double unplaced;

    Sum(int year, South south, Set<String> without) {
      this.year = year;
      this.south = south;
      this.without = without;
    }

    void add(String exporter, String importer, double value) {
      if (exporter.equals(importer)) {
        return;
      }
      var from = side(exporter);
      var to = side(importer);
      world += value;
      if (from == Side.OTHER || to == Side.OTHER) {
        unplaced += value;
      }
      boolean fromSouth = from == Side.SOUTH && !without.contains(exporter);
      boolean toSouth = to == Side.SOUTH && !without.contains(importer);
      if (fromSouth) {
        southExports += value;
        if (value > 0) {
          exporters.add(exporter);
        }
      }
      if (toSouth) {
        southImports += value;
      }
      if (fromSouth && toSouth) {
        southSouth += value;
      }
    }

    private Side side(String country) {
      return sides.computeIfAbsent(country, c -> south.side(c, year));
    }

    TradeShares told() {
      return new TradeShares(
          year, world, southExports, southImports, southSouth, unplaced, exporters.size());
    }
  }
}
