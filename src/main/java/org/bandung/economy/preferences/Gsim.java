package org.bandung.economy.preferences;

import java.util.Optional;

/// Partial equilibrium of the world market of one product among several regions: the global
/// simulation model GSIM. What one exporter gains elsewhere moves its price everywhere.
///
/// With trade `M[r][v]` from `r` to `v` at world prices, powers of tariffs `T = 1 + t`,
/// elasticities of demand `d < 0`, substitution `s`, supply `e`; hats are changes as parts of what
/// was before:
///
/// - shares of `v`'s expenditure: `h[v][r] = M[r][v] T0[r][v] / sum_q M[q][v] T0[q][v]`
/// - shares of `r`'s exports: `f[r][v] = M[r][v] / sum_w M[r][w]`
/// - own price: `N[v][r][r] = h[v][r] d - (1 - h[v][r]) s`; cross: `N[v][r][q] = h[v][q] (d + s)`
/// - price at home: `P^[r][v] = p^[r] + T1/T0 - 1`
/// - equilibrium, one equation for each exporter: `e p^[r] = sum_v f[r][v] sum_q N[v][r][q]
///   P^[q][v]`
/// - trade after: `M (1 + sum_q N[v][r][q] P^[q][v]) (1 + p^[r])`
/// - producers' surplus of `r`: `X[r] p^[r] (1 + e p^[r] / 2)` with its exports `X`
/// - composite price of `v`: `C^ = sum_r h[v][r] ((1 + p^[r]) T1/T0 - 1)`
/// - consumers' surplus of `v`: `V[v] (d C^ |C^| / 2 - C^)` with its expenditure `V` at home prices
/// - tariff revenue of `v`: `sum_r (T1 - 1) M1 - (T0 - 1) M`
/// - net welfare: the sum of the three
///
/// Unit: that of the trade. It is linear, so for small changes; where it would leave less than no
/// trade, none is left and [#cut] counts it. A region that exports nothing has a price change of 0.
/// With infinite supply no exporter's price changes. Source: Francois and Hall, Global simulation
/// analysis of industry-level trade policy (2003); consumers' surplus as their published worksheet
/// calculates it, whose figures it reproduces (with the sign of the second-order term theirs).
public final class Gsim {

  private final int regions;
  private final double[][] trade;
  private final double[][] before;
  private final double[][] after;
  private final Elasticities elasticities;
  private final double[] expenditure;
  private final double[] exports;
  private double[] prices;
  private final double[][] tradeAfter;
  private int cut;

  private Gsim(double[][] trade, double[][] before, double[][] after, Elasticities elasticities) {
    this.regions = trade.length;
    this.trade = trade;
    this.before = before;
    this.after = after;
    this.elasticities = elasticities;
    this.expenditure = new double[regions];
    this.exports = new double[regions];
    this.prices = new double[regions];
    this.tradeAfter = new double[regions][regions];
    for (int r = 0; r < regions; r++) {
      for (int v = 0; v < regions; v++) {
        exports[r] += trade[r][v];
        expenditure[v] += trade[r][v] * before[r][v];
      }
    }
  }

  /// Solves one market.
  ///
  /// @param trade rows are exporters, columns importers; square; not copied
  /// @param before powers of tariffs, `1.2` for 20 %, above zero, also where there is no trade
  /// @param after the same after the change
  /// @return nothing if the prices are not determined
  public static Optional<Gsim> market(
      double[][] trade, double[][] before, double[][] after, Elasticities elasticities) {
    var gsim = new Gsim(trade, before, after, elasticities);
    if (!elasticities.infiniteSupply()) {
      var prices = gsim.equilibrium();
      if (prices.isEmpty()) {
        return Optional.empty();
      }
      gsim.prices = prices.get();
    }
    gsim.trade();
    return Optional.of(gsim);
  }

  private double share(int importer, int exporter) {
    return expenditure[importer] == 0
        ? 0
        : trade[exporter][importer] * before[exporter][importer] / expenditure[importer];
  }

  private double change(int exporter, int importer) {
    return after[exporter][importer] / before[exporter][importer] - 1;
  }

  private Optional<double[]> equilibrium() {
    double both = elasticities.demand() + elasticities.substitution();
    var matrix = new double[regions][regions];
    var right = new double[regions];
    for (int r = 0; r < regions; r++) {
      matrix[r][r] = elasticities.supply();
      for (int v = 0; v < regions; v++) {
        if (trade[r][v] == 0) {
          continue;
        }
        double weight = trade[r][v] / exports[r];
        for (int q = 0; q < regions; q++) {
          double answer = share(v, q) * both - (q == r ? elasticities.substitution() : 0);
          matrix[r][q] -= weight * answer;
          right[r] += weight * answer * change(q, v);
        }
      }
    }
    return LinearSystem.solve(matrix, right);
  }

  private void trade() {
    double both = elasticities.demand() + elasticities.substitution();
    for (int v = 0; v < regions; v++) {
      double composite = 0;
      for (int q = 0; q < regions; q++) {
        composite += share(v, q) * (prices[q] + change(q, v));
      }
      for (int r = 0; r < regions; r++) {
        double quantity =
            1 + both * composite - elasticities.substitution() * (prices[r] + change(r, v));
        double left = Math.max(0, quantity) * Math.max(0, 1 + prices[r]);
        cut += trade[r][v] > 0 && (quantity < 0 || 1 + prices[r] < 0) ? 1 : 0;
        tradeAfter[r][v] = trade[r][v] * left;
      }
    }
  }

  /// How many flows would have become less than nothing.
  public int cut() {
    return cut;
  }

  /// By what part of itself the exporter's price changes.
  public double price(int exporter) {
    return prices[exporter];
  }

  /// Trade at the world prices of after.
  public double after(int exporter, int importer) {
    return tradeAfter[exporter][importer];
  }

  /// What the region sells before, at home and abroad.
  public double exports(int exporter) {
    return exports[exporter];
  }

  /// What the region sells after.
  public double exportsAfter(int exporter) {
    double sum = 0;
    for (double one : tradeAfter[exporter]) {
      sum += one;
    }
    return sum;
  }

  /// By what part of itself the price of all sources together changes at home.
  public double composite(int importer) {
    double composite = 0;
    for (int r = 0; r < regions; r++) {
      composite += share(importer, r) * ((1 + prices[r]) * (1 + change(r, importer)) - 1);
    }
    return composite;
  }

  public double producerSurplus(int exporter) {
    double price = prices[exporter];
    return price == 0 ? 0 : exports[exporter] * price * (1 + elasticities.supply() * price / 2);
  }

  public double consumerSurplus(int importer) {
    double price = composite(importer);
    return expenditure[importer] * (elasticities.demand() * price * Math.abs(price) / 2 - price);
  }

  public double revenueBefore(int importer) {
    double sum = 0;
    for (int r = 0; r < regions; r++) {
      sum += (before[r][importer] - 1) * trade[r][importer];
    }
    return sum;
  }

  public double revenueChange(int importer) {
    double sum = -revenueBefore(importer);
    for (int r = 0; r < regions; r++) {
      sum += (after[r][importer] - 1) * tradeAfter[r][importer];
    }
    return sum;
  }

  /// What producers, consumers and the treasury of a region gain together.
  public double welfare(int region) {
    return producerSurplus(region) + consumerSurplus(region) + revenueChange(region);
  }
}
