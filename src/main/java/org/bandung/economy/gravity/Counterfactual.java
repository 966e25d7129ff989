package org.bandung.economy.gravity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bandung.economy.gravity.Comparison.Alternative;
import org.bandung.economy.gravity.Comparison.Country;
import org.bandung.economy.gravity.Comparison.Moved;
import org.bandung.economy.gravity.solve.Closure;
import org.bandung.economy.gravity.solve.Equilibrium;
import org.bandung.economy.gravity.solve.Equilibrium.Changes;
import org.bandung.economy.gravity.solve.Fit;
import org.bandung.kernel.Closest;

/// From an estimate to what would be otherwise, and to how far other assumptions move that: other
/// elasticities, the coefficients of changed terms one standard error lower and higher, the other
/// closure.
final class Counterfactual {

  private static final int MOST_VARIED = 6;

  private final Spec.Scenario scenario;
  private final Estimate estimate;
  private final World world;
  private final TradeCosts costs;
  private final double[] flows;
  private final int reference;

  Counterfactual(Spec spec, Sample sample, Fit fit, Estimate estimate, Spec.Scenario scenario) {
    this.scenario = scenario;
    this.estimate = estimate;
    this.world = World.of(spec, sample, scenario);
    this.costs = new TradeCosts(spec, sample, fit, world, scenario);
    this.flows =
        world.values(sample.calculation().numbers(spec.flow().formula(), spec.flow().pointer()));
    this.reference = reference();
    check();
  }

  private int reference() {
    if (scenario.reference().isEmpty()) {
      return 0;
    }
    int at = world.countries().indexOf(scenario.reference());
    if (at < 0) {
      var closest = Closest.to(scenario.reference(), world.countries()).orElse("");
      throw new Fault.Found("/reference", "no-country", scenario.reference(), closest);
    }
    return at;
  }

  /// Every flow is known and every country makes and buys something.
  private void check() {
    int n = world.size();
    var made = new double[n];
    var bought = new double[n];
    for (int pair = 0; pair < flows.length; pair++) {
      if (!Double.isFinite(flows[pair])) {
        throw new Fault.Found("/flow", "term-missing", "flow", world.name(pair));
      }
      made[pair / n] += flows[pair];
      bought[pair % n] += flows[pair];
    }
    for (int i = 0; i < n; i++) {
      if (!(made[i] > 0) || !(bought[i] > 0)) {
        throw new Fault.Found("/data", "no-output", world.countries().get(i), world.year());
      }
    }
  }

  Comparison compare() {
    var by = costs.coefficients();
    var main = solve(by, scenario.sigma(), scenario.closure());
    var alternatives = alternatives(by);
    var countries = new ArrayList<Country>();
    int n = world.size();
    for (int i = 0; i < n; i++) {
      double real = percent(main.realIncome(i));
      double low = real;
      double high = real;
      for (var alternative : alternatives) {
        double moved = alternative.countries().get(i).realIncome();
        low = Math.min(low, moved);
        high = Math.max(high, moved);
      }
      double output = 0;
      for (int j = 0; j < n; j++) {
        output += flows[i * n + j];
      }
      countries.add(
          new Country(
              world.countries().get(i),
              output,
              main.exports()[i],
              percent(main.conditional()[i]),
              percent(main.full()[i]),
              percent(main.prices()[i]),
              percent(main.inward()[i]),
              percent(main.outward()[i]),
              real,
              low,
              high));
    }
    return new Comparison(
        estimate,
        world.year(),
        scenario.sigma(),
        world.countries().get(reference),
        scenario.closure().code(),
        scenario.brought() ? "contribution" : "change",
        changed(),
        costs.filled(),
        main.rounds() > 0,
        countries,
        alternatives);
  }

  private List<String> changed() {
    var changed = new ArrayList<String>();
    scenario.removed().forEach(term -> changed.add(term + " = 0"));
    for (var change : scenario.changes()) {
      var who = change.members().isEmpty() ? change.pointer() : String.join(", ", change.members());
      changed.add(change.term() + " = " + (int) change.value() + ": " + who);
    }
    return changed;
  }

  private Changes solve(double[] by, double sigma, Closure closure) {
    return new Equilibrium(flows, costs.now(by), costs.other(by), sigma, reference).solve(closure);
  }

  private double percent(double factor) {
    return ((scenario.brought() ? 1 / factor : factor) - 1) * 100;
  }

  private List<Alternative> alternatives(double[] by) {
    var alternatives = new ArrayList<Alternative>();
    for (double sigma : scenario.sigmas()) {
      alternatives.add(told("sigma", "", sigma, solve(by, sigma, scenario.closure())));
    }
    costs.changedTerms().stream()
        .limit(MOST_VARIED)
        .forEach(term -> {
          double error =
              estimate.coefficients().stream()
                  .filter(c -> c.term().equals(costs.name(term)))
                  .findFirst()
                  .map(Estimate.Coefficient::standardError)
                  .orElse(Double.NaN);
          for (int side = -1; side <= 1 && Double.isFinite(error); side += 2) {
            var moved = by.clone();
            moved[term] += side * error;
            alternatives.add(
                told(
                    "coefficient",
                    costs.name(term),
                    moved[term],
                    solve(moved, scenario.sigma(), scenario.closure())));
          }
        });
    var other = scenario.closure() == Closure.GUIDE ? Closure.BALANCED : Closure.GUIDE;
    alternatives.add(
        told("closure", other.code(), scenario.sigma(), solve(by, scenario.sigma(), other)));
    return alternatives;
  }

  private Alternative told(String kind, String name, double value, Changes changes) {
    var moved = new Moved[world.size()];
    Arrays.setAll(
        moved,
        i ->
            new Moved(
                world.countries().get(i),
                percent(changes.conditional()[i]),
                percent(changes.full()[i]),
                percent(changes.realIncome(i))));
    return new Alternative(kind, name, value, changes.rounds() > 0, List.of(moved));
  }
}
