package org.bandung.economy.gravity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.bandung.economy.gravity.Spec.Change;
import org.bandung.economy.gravity.Spec.Term;
import org.bandung.economy.gravity.solve.Absorber;
import org.bandung.economy.gravity.solve.Fit;
import org.bandung.economy.gravity.solve.Groups;
import org.bandung.economy.gravity.solve.Model;
import org.bandung.economy.gravity.solve.Ppml;
import org.bandung.kernel.Closest;

/// Trade costs of all pairs in the base year, `T_ij = exp(sum of coefficient x term + pair
/// effect)`, now and in the other case.
///
/// Effects of one side only (exporter, importer, with or without year) are no costs: balancing
/// finds them anew. Effects of pairs are; of pairs without any flow they are not known and are told
/// from other terms by a second PPML of `exp(pair effect)` on those terms with exporter and
/// importer effects (Anderson and Yotov 2016; Advanced Guide, chapter 2, application 2).
final class TradeCosts {

  private final World world;
  private final List<String> names = new ArrayList<>();
  private final List<double[]> now = new ArrayList<>();
  private final List<double[]> other = new ArrayList<>();
  private final double[] coefficients;
  private final double[] pairEffects;
  private int filled;

  TradeCosts(Spec spec, Sample sample, Fit fit, World world, Spec.Scenario scenario) {
    this.world = world;
    this.coefficients = fit.coefficients();
    for (var regressor : fit.model().regressors()) {
      names.add(regressor.name());
      var term = spec.terms().stream().filter(t -> t.name().equals(regressor.name())).findFirst();
      var values = term.map(t -> values(sample, t)).orElseGet(() -> ones(world));
      now.add(values);
      other.add(changed(sample, regressor.name(), values, scenario));
    }
    this.pairEffects = pairEffects(spec, sample, fit, scenario);
    if (IntStream.range(0, names.size()).allMatch(k -> Arrays.equals(now.get(k), other.get(k)))) {
      throw new Fault.Found("/remove", "nothing-changed");
    }
  }

  private static double[] ones(World world) {
    var ones = new double[world.size() * world.size()];
    Arrays.fill(ones, 1);
    return ones;
  }

  private double[] values(Sample sample, Term term) {
    var values = world.values(sample.calculation().numbers(term.formula(), term.pointer()));
    for (int pair = 0; pair < values.length; pair++) {
      if (!Double.isFinite(values[pair])) {
        throw new Fault.Found(term.pointer(), "term-missing", term.name(), world.name(pair));
      }
    }
    return values;
  }

  private double[] changed(Sample sample, String name, double[] values, Spec.Scenario scenario) {
    if (scenario.removed().contains(name)) {
      return new double[values.length];
    }
    var changed = values.clone();
    for (var change : scenario.changes()) {
      if (change.term().equals(name)) {
        apply(sample, change, changed);
      }
    }
    return changed;
  }

  private void apply(Sample sample, Change change, double[] values) {
    int n = world.size();
    var members = new HashSet<Integer>();
    for (var member : change.members()) {
      int at = world.countries().indexOf(member);
      if (at < 0) {
        var closest = Closest.to(member, world.countries()).orElse("");
        throw new Fault.Found(change.pointer() + "/members", "no-country", member, closest);
      }
      members.add(at);
    }
    var where =
        change
            .where()
            .map(f -> world.values(sample.calculation().numbers(f, change.pointer() + "/where")));
    for (int pair = 0; pair < values.length; pair++) {
      int p = pair;
      boolean among =
          where
              .map(w -> w[p] != 0 && !Double.isNaN(w[p]))
              .orElseGet(() -> members.contains(p / n) && members.contains(p % n));
      if (among && !world.domestic(pair)) {
        values[pair] = change.value();
      }
    }
  }

  /// Which terms differ between the cases.
  List<Integer> changedTerms() {
    return IntStream.range(0, names.size())
        .filter(k -> !Arrays.equals(now.get(k), other.get(k)))
        .boxed()
        .toList();
  }

  String name(int term) {
    return names.get(term);
  }

  double coefficient(int term) {
    return coefficients[term];
  }

  int filled() {
    return filled;
  }

  double[] now(double[] by) {
    return costs(now, by);
  }

  double[] other(double[] by) {
    return costs(other, by);
  }

  double[] coefficients() {
    return coefficients.clone();
  }

  private double[] costs(List<double[]> terms, double[] by) {
    var costs = pairEffects.clone();
    for (int k = 0; k < by.length; k++) {
      for (int pair = 0; pair < costs.length; pair++) {
        costs[pair] += by[k] * terms.get(k)[pair];
      }
    }
    return Arrays.stream(costs).map(Math::exp).toArray();
  }

  private double[] pairEffects(Spec spec, Sample sample, Fit fit, Spec.Scenario scenario) {
    int pairs = world.size() * world.size();
    var total = new double[pairs];
    var effects = fit.model().effects();
    List<double[]> levels = List.of();
    for (int e = 0; e < effects.size(); e++) {
      var effect = spec.effects().get(e);
      var groups = sample.calculation().groups(effect.formulas(), effect.pointer());
      if (oneSided(groups)) {
        continue;
      }
      if (levels.isEmpty()) {
        levels = levels(fit);
      }
      var known = new double[groups.count()];
      Arrays.fill(known, Double.NaN);
      for (int i = 0; i < fit.rows().length; i++) {
        int row = sample.used()[fit.rows()[i]];
        known[groups.of(row)] = levels.get(e)[effects.get(e).of(i)];
      }
      for (int pair = 0; pair < pairs; pair++) {
        total[pair] += known[groups.of(world.row(pair))];
      }
    }
    return levels.isEmpty() ? total : filled(spec, sample, scenario, total);
  }

  /// Whether all pairs of an exporter, or all of an importer, share the level.
  private boolean oneSided(Groups groups) {
    int n = world.size();
    var exporters = new int[n * n];
    var importers = new int[n * n];
    var rows = new int[n * n];
    for (int pair = 0; pair < n * n; pair++) {
      exporters[pair] = pair / n;
      importers[pair] = pair % n;
      rows[pair] = world.row(pair);
    }
    var here = groups.at(rows);
    return Groups.of(exporters).within(here) || Groups.of(importers).within(here);
  }

  private static List<double[]> levels(Fit fit) {
    var index = fit.index().clone();
    for (int k = 0; k < fit.coefficients().length; k++) {
      var values = fit.model().regressors().get(k).values();
      for (int i = 0; i < index.length; i++) {
        index[i] -= fit.coefficients()[k] * values[i];
      }
    }
    return levels(fit.model().effects(), index, fit.weights());
  }

  private static List<double[]> levels(List<Groups> effects, double[] index, double[] weights) {
    var absorber = new Absorber(effects, index.length);
    absorber.weigh(weights);
    return absorber.effects(index, 1e-11);
  }

  /// Puts what domestic pairs share at zero, and tells pairs without flows from other terms.
  private double[] filled(Spec spec, Sample sample, Spec.Scenario scenario, double[] effects) {
    int n = world.size();
    double domestic = effects[0];
    boolean common = true;
    for (int i = 0; i < n; i++) {
      common &= Math.abs(effects[i * n + i] - domestic) < 1e-6;
    }
    if (common) {
      for (int pair = 0; pair < effects.length; pair++) {
        effects[pair] -= domestic;
      }
    }
    int[] unknown =
        IntStream.range(0, effects.length).filter(p -> Double.isNaN(effects[p])).toArray();
    if (unknown.length == 0) {
      return effects;
    }
    if (!common) {
      throw new Fault.Found("/fixedEffects", "domestic-effects", unknown.length);
    }
    if (scenario.costs().isEmpty()) {
      throw new Fault.Found("/costs", "costs-needed", unknown.length, world.name(unknown[0]));
    }
    filled = unknown.length;
    return fill(spec, sample, scenario, effects);
  }

  private double[] fill(Spec spec, Sample sample, Spec.Scenario scenario, double[] effects) {
    int n = world.size();
    var columns = new ArrayList<Model.Column>();
    scenario.costs().forEach(t -> columns.add(new Model.Column(t.name(), values(sample, t))));
    var exporter = Groups.of(IntStream.range(0, n * n).map(p -> p / n).toArray());
    var importer = Groups.of(IntStream.range(0, n * n).map(p -> p % n).toArray());
    var flow = new Model.Column("costs", Arrays.stream(effects).map(Math::exp).toArray());
    var known =
        IntStream.range(0, n * n)
            .filter(p -> !world.domestic(p) && !Double.isNaN(effects[p]))
            .toArray();
    var model = new Model(flow, columns, List.of(exporter, importer), List.of()).at(known);
    var fit = new Ppml(spec.inference().iterations(), false).fit(model);
    var levels = levels(fit);
    var exporters = new double[n];
    var importers = new double[n];
    Arrays.fill(exporters, Double.NaN);
    Arrays.fill(importers, Double.NaN);
    for (int i = 0; i < fit.rows().length; i++) {
      int pair = known[fit.rows()[i]];
      exporters[pair / n] = levels.get(0)[fit.model().effects().get(0).of(i)];
      importers[pair % n] = levels.get(1)[fit.model().effects().get(1).of(i)];
    }
    for (int pair = 0; pair < n * n; pair++) {
      if (Double.isNaN(effects[pair])) {
        effects[pair] = exporters[pair / n] + importers[pair % n];
        for (int k = 0; k < fit.coefficients().length; k++) {
          var name = fit.model().regressors().get(k).name();
          var column = columns.stream().filter(c -> c.name().equals(name)).findFirst();
          effects[pair] += fit.coefficients()[k] * column.orElseThrow().values()[pair];
        }
        if (!Double.isFinite(effects[pair])) {
          throw new Fault.Found("/costs", "costs-unknown", world.name(pair));
        }
      }
    }
    return effects;
  }
}
