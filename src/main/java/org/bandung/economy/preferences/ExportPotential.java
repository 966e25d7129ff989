package org.bandung.economy.preferences;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an exporter could sell where, by what it sells in the world, what is bought there, and how
/// easily the two trade with each other: the export potential index of the International Trade
/// Centre, without its projections.
///
/// For exporter `i`, importer `j`, product `k`, with `v` trade and a missing index its sum:
///
/// - supply: `a[i][k] = v[i][k] / v[k]`, the exporter's share of the world's exports
/// - demand: `g[j][k] = v[j][k]`, what the importer buys of it in the world
/// - ease of trade: `b[i][j] = sum_k v[i][j][k] / sum_k (v[i][k] v[j][k] / v[k])`: trade of the two
///   over what it would be if shares were the same in all markets; 1 where it is just that
/// - potential: `a g b`, in the unit of the trade; unrealised: `max(0, potential - actual)`
///
/// The potentials of a pair over all products sum to its actual trade, so what is found is how it
/// could be composed otherwise; unrealised potential is not a forecast. Left out, and for the
/// reader to bear in mind: ITC projects supply and demand some years ahead by growth of GDP and
/// population, and corrects for tariffs, distance and re-exports. A pair that never traded has an
/// ease of 0 and no potential. Source: Decreux and Spies, Export potential assessments (ITC 2016).
public final class ExportPotential {

  private static final Comparator<Potential> ORDER =
      Comparator.comparingDouble(Potential::unrealised)
          .reversed()
          .thenComparing(Potential::importer)
          .thenComparing(Potential::product);

  private ExportPotential() {}

  /// One product in one market.
  ///
  /// @param supply the exporter's share of the world's exports of it, 0 to 1
  /// @param demand what the importer buys of it
  /// @param ease of trade between the two; 1 is what shares would lead one to expect
  /// @param actual what the exporter sells there already
  public record Potential(
      String importer, String product, double supply, double demand, double ease, double actual) {

    /// What could be sold, in the unit of the trade.
    public double potential() {
      return supply * demand * ease;
    }

    /// What of it is not sold yet; never below zero.
    public double unrealised() {
      return Math.max(0, potential() - actual);
    }
  }

  /// What an exporter could sell, most unrealised potential first.
  ///
  /// @param flows trade of the world, all products, of one year or a mean of several
  /// @param importers which markets are looked at; empty means all
  /// @param most how many are told
  public static List<Potential> of(
      Collection<Flow> flows, String exporter, Set<String> importers, int most) {
    var world = new HashMap<String, Double>();
    var sold = new HashMap<String, Double>();
    var bought = new HashMap<String, Map<String, Double>>();
    var actual = new HashMap<String, Map<String, Double>>();
    for (var flow : flows) {
      if (flow.domestic()) {
        continue;
      }
      world.merge(flow.product(), flow.value(), Double::sum);
      bought
          .computeIfAbsent(flow.importer(), j -> new HashMap<>())
          .merge(flow.product(), flow.value(), Double::sum);
      if (flow.exporter().equals(exporter)) {
        sold.merge(flow.product(), flow.value(), Double::sum);
        actual
            .computeIfAbsent(flow.importer(), j -> new HashMap<>())
            .merge(flow.product(), flow.value(), Double::sum);
      }
    }
    var markets = new HashSet<>(importers.isEmpty() ? bought.keySet() : importers);
    markets.remove(exporter);
    var found = new ArrayList<Potential>();
    for (var importer : markets) {
      var demand = bought.getOrDefault(importer, Map.of());
      var trade = actual.getOrDefault(importer, Map.of());
      double ease = ease(sold, demand, trade, world);
      sold.forEach((product, value) -> {
        double wanted = demand.getOrDefault(product, 0.0);
        double all = world.getOrDefault(product, 0.0);
        if (wanted > 0 && value > 0) {
          found.add(
              new Potential(
                  importer, product, value / all, wanted, ease, trade.getOrDefault(product, 0.0)));
        }
      });
    }
    return found.stream().sorted(ORDER).limit(most).toList();
  }

  private static double ease(
      Map<String, Double> sold,
      Map<String, Double> demand,
      Map<String, Double> trade,
      Map<String, Double> world) {
    double expected = 0;
    double real = 0;
    for (var product : sold.entrySet()) {
      double all = world.getOrDefault(product.getKey(), 0.0);
      double wanted = demand.getOrDefault(product.getKey(), 0.0);
      expected += all == 0 ? 0 : product.getValue() * wanted / all;
      real += trade.getOrDefault(product.getKey(), 0.0);
    }
    return expected == 0 ? 0 : real / expected;
  }
}
