package org.bandung.economy.gravity.solve;

import java.util.Arrays;

/// Structural gravity in general equilibrium (Anderson, Larch, Yotov 2018; Advanced Guide, chapter
/// 2): what trade, prices and real incomes are under other trade costs.
///
/// ```
/// X_ij = Y_i E_j T_ij / (outward_i inward_j)      T = t^(1 - sigma)
/// outward_i = sum_j T_ij E_j / inward_j           inward_j = sum_i T_ij Y_i / outward_i
/// price_i' / price_i = ((Y_i / outward_i)' / (Y_i / outward_i))^(1 / (1 - sigma))
/// ```
///
/// Conditional: costs change, incomes stay. Full endowment: each country's endowment stays, its
/// price and so its income follow. Prices are relative to the consumer price of the reference
/// country. Units: flows in any one currency and year; changes are factors (1 is no change).
///
/// @see <a href="https://www.wto.org/english/res_e/booksp_e/advancedwtounctad2016_e.pdf">Yotov,
///   Piermartini, Monteiro, Larch 2016: An Advanced Guide to Trade Policy Analysis</a>
public final class Equilibrium {

  private static final double GUIDE_STOP = 0.01;
  private static final double CLEARED = 1e-11;
  private static final int MOST_ROUNDS = 5000;

  private final int n;
  private final int reference;
  private final double sigma;
  private final double[] before;
  private final double[] after;
  private final double[] income;
  private final double[] spending;

  /// @param flows of the base year, exporter by exporter, with what countries sell to themselves
  /// @param before costs `T` under which these flows came about
  /// @param after costs of the other case
  public Equilibrium(double[] flows, double[] before, double[] after, double sigma, int reference) {
    this.n = (int) Math.round(Math.sqrt(flows.length));
    this.before = before;
    this.after = after;
    this.sigma = sigma;
    this.reference = reference;
    this.income = new double[n];
    this.spending = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        income[i] += flows[i * n + j];
        spending[j] += flows[i * n + j];
      }
    }
  }

  /// Factors of change of each country.
  ///
  /// @param exports to other countries at the fitted flows of the base year
  /// @param conditional exports when only costs change
  /// @param full exports when prices and incomes follow
  /// @param prices of what the country makes
  /// @param inward inward multilateral resistance: the consumer's price
  /// @param outward outward multilateral resistance: the producer's
  /// @param rounds of the search, negative if it did not end
  @SuppressWarnings("ArrayRecordComponent") // columns of numbers are what this package counts with
  public record Changes(
      double[] exports,
      double[] conditional,
      double[] full,
      double[] prices,
      double[] inward,
      double[] outward,
      int rounds) {

    /// Real income: the price of what is made over the price of what is consumed.
    public double realIncome(int country) {
      return prices[country] / inward[country];
    }
  }

  /// The state of a search: flows and the terms they are made of.
  @SuppressWarnings("ArrayRecordComponent") // columns of numbers are what this package counts with
  private record Stage(double[] flows, double[] exporter, double[] spending, double[] inward) {}

  public Changes solve(Closure closure) {
    var baseline = new Balance(before, n);
    int rounds = baseline.run(income, spending, reference);
    var first = stage(baseline, spending);
    var other = new Balance(after, n);
    rounds = Math.min(rounds, other.run(income, spending, reference));
    var second = stage(other, spending);
    var exports = exports(first.flows());
    var conditional = ratio(exports(second.flows()), exports);
    return switch (closure) {
      case GUIDE -> guide(other, first, second, exports, conditional, rounds);
      case BALANCED -> balanced(first, exports, conditional, rounds);
    };
  }

  private Stage stage(Balance balance, double[] spent) {
    var inward = new double[n];
    for (int j = 0; j < n; j++) {
      inward[j] = spent[j] / (balance.columnFactors()[j] * spent[reference]);
    }
    return new Stage(balance.flows(), balance.rowFactors().clone(), spent, inward);
  }

  private double[] exports(double[] flows) {
    var exports = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        exports[i] += i == j ? 0 : flows[i * n + j];
      }
    }
    return exports;
  }

  private static double[] ratio(double[] to, double[] from) {
    var ratio = new double[to.length];
    Arrays.setAll(ratio, i -> to[i] / from[i]);
    return ratio;
  }

  /// `((e_i' / e_i) / (spending of the reference' / before))^(1 / (1 - sigma))`.
  private double[] prices(Stage from, Stage to) {
    double reference0 = from.spending()[reference];
    double reference1 = to.spending()[reference];
    var prices = new double[n];
    for (int i = 0; i < n; i++) {
      double ratio = to.exporter()[i] / from.exporter()[i] / (reference1 / reference0);
      prices[i] = Math.pow(ratio, 1 / (1 - sigma));
    }
    return prices;
  }

  private double[] outward(double[] made, Stage stage) {
    var outward = new double[n];
    for (int i = 0; i < n; i++) {
      outward[i] = made[i] * stage.spending()[reference] / stage.exporter()[i];
    }
    return outward;
  }

  // The names of the Guide: trade_s from tradehat_(s-1), factory-gate prices and both resistances.
  private Changes guide(
      Balance balance,
      Stage baseline,
      Stage start,
      double[] exports,
      double[] conditional,
      int rounds) {
    var stage = start;
    var outward = outward(income, stage);
    var price = prices(baseline, stage);
    var earlier = new double[n];
    var outwardChange = ones();
    var inwardChange = ones();
    int worst = rounds;
    int round = 0;
    boolean settled = false;
    while (!settled && round < MOST_ROUNDS) {
      round++;
      var flows = stage.flows().clone();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          flows[i * n + j] *= price[i] * price[j] / (outwardChange[i] * inwardChange[j]);
        }
      }
      var made = sums(flows, true);
      worst = Math.min(worst, balance.run(made, sums(flows, false), reference));
      var made1 = sums(balance.flows(), true);
      var next = stage(balance, spent(made1));
      var nextOutward = outward(made1, next);
      outwardChange = ratio(nextOutward, outward);
      inwardChange = ratio(next.inward(), stage.inward());
      settled = settled(price, earlier);
      earlier = price;
      price = prices(stage, next);
      outward = nextOutward;
      stage = next;
    }
    return changes(baseline, stage, exports, conditional, worst < 0 ? worst : round);
  }

  private Changes changes(
      Stage baseline, Stage last, double[] exports, double[] conditional, int rounds) {
    var prices = prices(baseline, last);
    var made = new double[n];
    Arrays.setAll(made, i -> prices[i] * income[i]);
    var spent = spent(made);
    var outward = outward(made, last);
    var flows = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        flows[i * n + j] = made[i] * spent[j] * after[i * n + j] / (outward[i] * last.inward()[j]);
      }
    }
    return new Changes(
        exports,
        conditional,
        ratio(exports(flows), exports),
        prices,
        root(ratio(last.inward(), baseline.inward())),
        root(ratio(outward, outward(income, baseline))),
        rounds);
  }

  private double[] root(double[] ratios) {
    return Arrays.stream(ratios).map(r -> Math.pow(r, 1 / (1 - sigma))).toArray();
  }

  private double[] ones() {
    var ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private double[] sums(double[] flows, boolean byExporter) {
    var sums = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sums[byExporter ? i : j] += flows[i * n + j];
      }
    }
    return sums;
  }

  /// Spending at the ratio to income of the base year.
  private double[] spent(double[] made) {
    var spent = new double[n];
    Arrays.setAll(spent, i -> spending[i] / income[i] * made[i]);
    return spent;
  }

  // The Guide looks at the standard deviation and at the largest of the differences, not at the
  // smallest one: kept, because where it stops decides its figures.
  private static boolean settled(double[] price, double[] earlier) {
    int n = price.length;
    double sum = 0;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      double difference = price[i] - earlier[i];
      sum += difference;
      largest = Math.max(largest, difference);
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += Math.pow(price[i] - earlier[i] - sum / n, 2);
    }
    return Math.sqrt(squares / (n - 1)) <= GUIDE_STOP && Math.abs(largest) <= GUIDE_STOP;
  }

  /// Prices at which every country sells what it has, found by raising those that sell too much: `p
  /// <- p (demand / supply)^(1 / sigma)`.
  private Changes balanced(Stage baseline, double[] exports, double[] conditional, int rounds) {
    var weight = new double[n];
    Arrays.setAll(weight, i -> baseline.exporter()[i] / spending[reference]);
    var prices = ones();
    var flows = new double[n * n];
    var inward = new double[n];
    int round = 0;
    double off = 1;
    while (off > CLEARED && round < MOST_ROUNDS) {
      round++;
      demand(weight, prices, flows, inward);
      var demand = sums(flows, true);
      off = 0;
      for (int i = 0; i < n; i++) {
        double excess = demand[i] / (prices[i] * income[i]);
        off = Math.max(off, Math.abs(excess - 1));
        prices[i] *= Math.pow(excess, 1 / sigma);
      }
    }
    demand(weight, prices, flows, inward);
    double unit = Math.pow(inward[reference], 1 / (sigma - 1));
    var outwardRatio = new double[n];
    for (int i = 0; i < n; i++) {
      // outward resistance is income over the exporter's term, whose ratio is p^(1 - sigma)
      prices[i] *= unit;
      outwardRatio[i] = prices[i] / Math.pow(prices[i], 1 - sigma);
    }
    for (int j = 0; j < n; j++) {
      inward[j] /= inward[reference] == 0 ? 1 : Math.pow(unit, sigma - 1);
    }
    return new Changes(
        exports,
        conditional,
        ratio(scaled(exports(flows), unit), exports),
        prices,
        root(ratio(inward, baseline.inward())),
        root(outwardRatio),
        rounds < 0 || off > CLEARED ? -round : round);
  }

  private static double[] scaled(double[] values, double by) {
    return Arrays.stream(values).map(v -> v * by).toArray();
  }

  /// Flows at given prices, the world spending what it earns.
  private void demand(double[] weight, double[] prices, double[] flows, double[] inward) {
    Arrays.fill(inward, 0);
    for (int i = 0; i < n; i++) {
      double term = weight[i] * Math.pow(prices[i], 1 - sigma);
      for (int j = 0; j < n; j++) {
        flows[i * n + j] = term * after[i * n + j];
        inward[j] += flows[i * n + j];
      }
    }
    var made = new double[n];
    Arrays.setAll(made, i -> prices[i] * income[i]);
    var spent = spent(made);
    double world = Arrays.stream(made).sum() / Arrays.stream(spent).sum();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        flows[i * n + j] *= spent[j] * world / inward[j];
      }
    }
  }
}
