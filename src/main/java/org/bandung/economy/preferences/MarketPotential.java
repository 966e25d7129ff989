package org.bandung.economy.preferences;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.bandung.economy.indices.Grid;

/// The export potential of a country in all markets and products, see [ExportPotential], from grids
/// of the world's trade: what is found, and its sums by market and by product.
///
/// @param lines the most unrealised potential first
/// @param markets with their sums and the ease of trade with each
/// @param products with their sums
/// @param considered how many pairs of a market and a product there are
/// @param untold how many markets were left out, because the data state no sales to them: how
///   easily the two trade is then not known, which is not the same as not at all
public record MarketPotential(
    List<Line> lines, List<Sum> markets, List<Sum> products, int considered, int untold) {

  private static final Comparator<Line> ORDER =
      Comparator.comparingDouble(Line::unrealised)
          .reversed()
          .thenComparing(Line::importer)
          .thenComparing(Line::product);

  public MarketPotential {
    lines = List.copyOf(lines);
    markets = List.copyOf(markets);
    products = List.copyOf(products);
  }

  /// One product in one market; the terms are those of [ExportPotential.Potential].
  ///
  /// @param actual what the exporter sells there already; empty if the data state nothing of it
  public record Line(
      String importer,
      String product,
      double supply,
      double demand,
      double ease,
      OptionalDouble actual) {

    /// What could be sold, in the unit of the trade.
    public double potential() {
      return supply * demand * ease;
    }

    /// What of it is not stated as sold yet; never below zero.
    public double unrealised() {
      return Math.max(0, potential() - actual.orElse(0));
    }
  }

  /// A market or a product.
  ///
  /// @param potential what could be sold, in the unit of the trade
  /// @param actual what is sold of it already; empty if the data state nothing of it
  /// @param unrealised what is missing: the sum over lines, where nothing makes up for another
  /// @param ease of trade with the market; empty for a product
  public record Sum(
      String code,
      double potential,
      OptionalDouble actual,
      double unrealised,
      OptionalDouble ease) {}

  /// @param exports of all, by exporter and product
  /// @param imports of all, by importer and product
  /// @param sold of the exporter, by importer and product
  /// @param market which importers are looked at
  /// @param most how many lines are told
  public static MarketPotential of(
      Grid exports, Grid imports, Grid sold, String exporter, Predicate<String> market, int most) {
    return new Search(exports, imports, sold, exporter, most).over(market);
  }

  private static final class Search {
    private final Grid imports;
    private final Grid sold;
    private final String exporter;
    private final int most;
    private final List<String> products = new ArrayList<>();
    private final List<Double> supplies = new ArrayList<>();
    private final PriorityQueue<Line> best = new PriorityQueue<>(ORDER.reversed());
    private final double[][] byProduct;
    private int considered;
    private int untold;

    Search(Grid exports, Grid imports, Grid sold, String exporter, int most) {
      this.imports = imports;
      this.sold = sold;
      this.exporter = exporter;
      this.most = most;
      int row = exports.row(exporter);
      var world = exports.columnSums();
      for (int k = 0; row >= 0 && k < exports.width(); k++) {
        if (exports.get(row, k) > 0) {
          products.add(exports.columns().get(k));
          supplies.add(exports.get(row, k) / world[k]);
        }
      }
      // Potential, stated sales, unrealised, how many sales are stated.
      byProduct = new double[products.size()][4];
    }

    MarketPotential over(Predicate<String> market) {
      var markets = new ArrayList<Sum>();
      var columns = products.stream().mapToInt(imports::column).toArray();
      var soldColumns = products.stream().mapToInt(sold::column).toArray();
      for (int row = 0; row < imports.height(); row++) {
        var importer = imports.rows().get(row);
        if (!importer.equals(exporter) && market.test(importer)) {
          market(row, importer, columns, soldColumns).ifPresent(markets::add);
        }
      }
      var sums = new ArrayList<Sum>();
      for (int k = 0; k < byProduct.length; k++) {
        if (byProduct[k][0] > 0 || byProduct[k][3] > 0) {
          sums.add(
              new Sum(
                  products.get(k),
                  byProduct[k][0],
                  byProduct[k][3] > 0 ? OptionalDouble.of(byProduct[k][1]) : OptionalDouble.empty(),
                  byProduct[k][2],
                  OptionalDouble.empty()));
        }
      }
      var order = Comparator.comparingDouble(Sum::unrealised).reversed().thenComparing(Sum::code);
      markets.sort(order);
      sums.sort(order);
      return new MarketPotential(
          best.stream().sorted(ORDER).toList(), markets, sums, considered, untold);
    }

    private Optional<Sum> market(int row, String importer, int[] columns, int[] soldColumns) {
      int own = sold.row(importer);
      if (own < 0) {
        untold++;
        return Optional.empty();
      }
      double expected = 0;
      double real = 0;
      for (int k = 0; k < columns.length; k++) {
        expected += columns[k] < 0 ? 0 : supplies.get(k) * imports.get(row, columns[k]);
        real += actual(own, soldColumns[k]).orElse(0);
      }
      if (!(expected > 0)) {
        return Optional.empty();
      }
      double ease = real / expected;
      double unrealised = 0;
      for (int k = 0; k < columns.length; k++) {
        double demand = columns[k] < 0 ? 0 : imports.get(row, columns[k]);
        if (demand > 0) {
          var line =
              new Line(
                  importer,
                  products.get(k),
                  supplies.get(k),
                  demand,
                  ease,
                  actual(own, soldColumns[k]));
          unrealised += line.unrealised();
          keep(line, byProduct[k]);
        }
      }
      return Optional.of(
          new Sum(
              importer,
              ease * expected,
              OptionalDouble.of(real),
              unrealised,
              OptionalDouble.of(ease)));
    }

    private OptionalDouble actual(int row, int column) {
      return column >= 0 && sold.stated(row, column)
          ? OptionalDouble.of(sold.get(row, column))
          : OptionalDouble.empty();
    }

    private void keep(Line line, double[] sums) {
      considered++;
      sums[0] += line.potential();
      sums[1] += line.actual().orElse(0);
      sums[2] += line.unrealised();
      sums[3] += line.actual().isPresent() ? 1 : 0;
      if (line.unrealised() > 0) {
        best.add(line);
        if (best.size() > most) {
          best.poll();
        }
      }
    }
  }
}
