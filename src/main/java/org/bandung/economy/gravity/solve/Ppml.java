package org.bandung.economy.gravity.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Poisson pseudo maximum likelihood with any number of fixed effects.
///
/// `E(flow) = exp(X b + effects)`, by iterated reweighted least squares: weights are the expected
/// flows, what is explained is the linear index plus the relative residual. Fixed effects are taken
/// out in each round to a tolerance that follows the search. Zero flows stay in; groups that have
/// nothing else, and what is separated otherwise, are left out first, because no finite estimate
/// fits them. Multiplying all flows by a number changes the effects only.
///
/// @see <a href="https://doi.org/10.1162/rest.88.4.641">Santos Silva, Tenreyro 2006</a>
/// @see <a href="https://doi.org/10.1177/1536867X20909691">Correia, Guimarães, Zylkin 2020</a>
public final class Ppml {

  private static final double CONVERGED = 1e-10;
  private static final double LOOSE = 1e-3;
  private static final double TIGHT = 1e-9;
  private static final int MOST_HALVINGS = 20;

  private final int mostIterations;
  private final boolean fullSeparation;

  public Ppml(int mostIterations, boolean fullSeparation) {
    this.mostIterations = mostIterations;
    this.fullSeparation = fullSeparation;
  }

  /// Estimates; flows must be finite and not negative, and one must be positive.
  public Fit fit(Model given) {
    var rows = Separation.withoutOnlyZeros(given, allRows(given));
    int onlyZeros = given.rows() - rows.length;
    int separated = 0;
    rows = sort(given, rows);
    var dropped = new ArrayList<String>();
    var model = independent(given, rows, dropped);
    if (fullSeparation) {
      var kept = Separation.notSeparated(model.at(rows));
      if (kept.length < rows.length) {
        separated = rows.length - kept.length;
        rows = Separation.withoutOnlyZeros(model, pick(rows, kept));
        onlyZeros += kept.length - rows.length;
        rows = sort(model, rows);
        model = independent(model, rows, dropped);
      }
    }
    return new Search(model.at(rows), rows, dropped).run(onlyZeros, separated);
  }

  /// Regressors that effects or other regressors absorb are left out by name.
  static Model independent(Model model, int[] rows, List<String> dropped) {
    if (model.regressors().isEmpty()) {
      return model;
    }
    var used = model.at(rows);
    var ones = new double[rows.length];
    Arrays.fill(ones, 1);
    var absorber = new Absorber(used.effects(), rows.length);
    var absorbed = new Absorbed(absorber, used.columns(), rows.length);
    absorbed.run(used.flow().values(), ones, 1e-8);
    var kept = absorbed.independent(ones);
    for (int k = 0; k < model.regressors().size(); k++) {
      if (!kept.contains(k)) {
        dropped.add(model.regressors().get(k).name());
      }
    }
    return kept.size() == model.regressors().size() ? model : model.with(kept);
  }

  private static int[] allRows(Model model) {
    return IntStream.range(0, model.rows()).toArray();
  }

  private static int[] pick(int[] from, int[] which) {
    return Arrays.stream(which).map(i -> from[i]).toArray();
  }

  /// Rows in the order in which effects are taken out fastest.
  static int[] sort(Model model, int[] rows) {
    var effects = model.effects().stream().map(g -> g.at(rows)).toList();
    return pick(rows, Absorber.order(effects, rows.length));
  }

  private final class Search {

    private final int[] rows;
    private final List<String> dropped;
    private final double mean;
    private final double[] flow;
    private final double[] expected;
    private final double[] index;
    private final double[] working;
    private final double[] before;
    private final Model model;
    private final Absorbed absorbed;

    Search(Model model, int[] rows, List<String> dropped) {
      this.model = model;
      this.rows = rows;
      this.dropped = dropped;
      // effects take up the scale of the flows; without any, the constant must
      double average = Arrays.stream(model.flow().values()).average().orElse(1);
      this.mean = model.effects().isEmpty() ? 1 : average;
      this.flow = Arrays.stream(model.flow().values()).map(y -> y / mean).toArray();
      this.expected = Arrays.stream(flow).map(y -> (y + average / mean) / 2).toArray();
      this.index = Arrays.stream(expected).map(Math::log).toArray();
      this.working = new double[flow.length];
      this.before = new double[flow.length];
      this.absorbed =
          new Absorbed(new Absorber(model.effects(), model.rows()), model.columns(), model.rows());
    }

    Fit run(int onlyZeros, int separated) {
      double tolerance = LOOSE;
      double deviance = deviance();
      double[] coefficients = {};
      double[] weights = expected.clone();
      boolean met = true;
      boolean converged = false;
      int round = 0;
      while (round < mostIterations && !converged) {
        round++;
        System.arraycopy(expected, 0, weights, 0, weights.length);
        workingFlow();
        met = absorbed.run(working, weights, round == 1 ? Math.min(1e-6, tolerance) : tolerance);
        coefficients = absorbed.coefficients(weights);
        double next = step(coefficients, deviance, round == 1);
        double change = Math.abs(next - deviance) / Math.max(next, 1e-12 * flow.length);
        deviance = next;
        converged = change < CONVERGED && tolerance <= TIGHT;
        tolerance = Math.clamp(Math.sqrt(change) * 1e-2, TIGHT, tolerance);
        if (change < 1e-6) {
          tolerance = TIGHT;
        }
      }
      var course = new Fit.Course(round, converged && met, onlyZeros, separated, dropped);
      return result(coefficients, weights, deviance * mean, course);
    }

    private void workingFlow() {
      for (int i = 0; i < flow.length; i++) {
        working[i] = index[i] + (flow[i] - expected[i]) / expected[i];
      }
    }

    /// Takes the step, or half of it as often as the deviance asks for.
    private double step(double[] coefficients, double deviance, boolean first) {
      var remainder = new double[flow.length];
      absorbed.remainder(coefficients, remainder);
      System.arraycopy(index, 0, before, 0, index.length);
      double part = 1;
      for (int halving = 0; ; halving++) {
        for (int i = 0; i < flow.length; i++) {
          double whole = working[i] - remainder[i];
          index[i] = Math.clamp(before[i] + part * (whole - before[i]), -200, 200);
          expected[i] = Math.exp(index[i]);
        }
        double next = deviance();
        boolean worse = !(next <= deviance * (1 + 1e-9)) && !first;
        if (!worse || halving == MOST_HALVINGS) {
          return next;
        }
        part /= 2;
      }
    }

    private double deviance() {
      double sum = 0;
      for (int i = 0; i < flow.length; i++) {
        double y = flow[i];
        sum += y > 0 ? y * (Math.log(y) - index[i]) - (y - expected[i]) : expected[i];
      }
      return 2 * sum;
    }

    private Fit result(
        double[] coefficients, double[] weights, double deviance, Fit.Course course) {
      double shift = Math.log(mean);
      var fitted = new double[flow.length];
      var shifted = new double[flow.length];
      var scaled = new double[flow.length];
      for (int i = 0; i < flow.length; i++) {
        fitted[i] = expected[i] * mean;
        shifted[i] = index[i] + shift;
        scaled[i] = weights[i] * mean;
      }
      return new Fit(
          model,
          rows,
          coefficients,
          List.copyOf(absorbed.regressors()),
          scaled,
          fitted,
          shifted,
          deviance,
          course);
    }
  }
}
