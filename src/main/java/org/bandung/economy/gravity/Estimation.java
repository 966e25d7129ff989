package org.bandung.economy.gravity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.bandung.economy.gravity.Spec.Method;
import org.bandung.economy.gravity.solve.DoubleDemeaning;
import org.bandung.economy.gravity.solve.Errors;
import org.bandung.economy.gravity.solve.Fit;
import org.bandung.economy.gravity.solve.Groups;
import org.bandung.economy.gravity.solve.LeastSquares;
import org.bandung.economy.gravity.solve.Model;
import org.bandung.economy.gravity.solve.Ppml;
import org.bandung.economy.gravity.solve.Sandwich;
import org.bandung.economy.gravity.solve.Special;

/// From a sample to an estimate.
final class Estimation {

  private Estimation() {}

  static Fit fit(Spec spec, Model model) {
    var inference = spec.inference();
    return switch (spec.method()) {
      case PPML -> new Ppml(inference.iterations(), inference.fullSeparation()).fit(model);
      case OLS -> LeastSquares.fit(model);
      case DDM -> DoubleDemeaning.fit(model);
    };
  }

  /// What is told of a fit.
  static Estimate told(Spec spec, Sample sample, Fit fit) {
    var inference = spec.inference();
    int parameters = parameters(fit, inference.errors());
    var coefficients = coefficients(fit, inference, parameters);
    var left = sample.left();
    var course = fit.course();
    var rows =
        new Estimate.Rows(
            left.read(),
            fit.rows().length,
            left.otherYears(),
            left.domestic(),
            left.filtered(),
            left.missing(),
            course.onlyZeros(),
            course.separated());
    var data = spec.data();
    var source =
        new Estimate.Source(
            String.valueOf(data.file().getFileName()),
            sample.sha256(),
            sample.years(),
            data.title(),
            data.source(),
            data.unit());
    var used = sample.model().at(fit.rows());
    return new Estimate(
        formula(spec),
        spec.method().code(),
        source,
        rows,
        coefficients,
        course.dropped(),
        levels(spec.effects(), used.effects()),
        new Estimate.Inference(
            inference.errors().code(),
            levels(inference.clusters(), used.clusters()),
            inference.confidence(),
            parameters),
        quality(spec, fit));
  }

  private static String formula(Spec spec) {
    var terms =
        spec.terms().stream()
            .map(t -> t.name().equals(t.text()) ? t.text() : t.name() + " = " + t.text())
            .collect(Collectors.joining(" + "));
    var effects = spec.effects().stream().map(Spec.Effect::name).collect(Collectors.joining(" + "));
    return spec.flow().text() + " ~ " + terms + (effects.isEmpty() ? "" : " | " + effects);
  }

  private static List<Estimate.Effect> levels(List<Spec.Effect> effects, List<Groups> groups) {
    var levels = new ArrayList<Estimate.Effect>();
    for (int e = 0; e < groups.size(); e++) {
      int single = 0;
      for (int size : groups.get(e).sizes()) {
        single += size == 1 ? 1 : 0;
      }
      levels.add(new Estimate.Effect(effects.get(e).name(), groups.get(e).count(), single));
    }
    return levels;
  }

  /// Coefficients and effects, less what effects have in common: of the second what links it with
  /// the first (connected parts), of each further one at least one level. With errors by cluster,
  /// effects that lie within clusters are not counted.
  static int parameters(Fit fit, Errors errors) {
    int parameters = fit.coefficients().length;
    var counted = new ArrayList<Groups>();
    for (var effect : fit.model().effects()) {
      boolean within =
          errors.clustered() && fit.model().clusters().stream().anyMatch(effect::within);
      if (within) {
        continue;
      }
      int common = 0;
      if (counted.size() == 1) {
        common = connected(counted.getFirst(), effect);
      } else if (counted.size() > 1) {
        common = 1;
      }
      parameters += effect.count() - common;
      counted.add(effect);
    }
    boolean allWithin = counted.isEmpty() && !fit.model().effects().isEmpty();
    return parameters + (allWithin ? 1 : 0);
  }

  private static int connected(Groups one, Groups other) {
    var parent = new int[one.count() + other.count()];
    java.util.Arrays.setAll(parent, i -> i);
    int parts = parent.length;
    for (int i = 0; i < one.rows(); i++) {
      int a = root(parent, one.of(i));
      int b = root(parent, one.count() + other.of(i));
      if (a != b) {
        parent[a] = b;
        parts--;
      }
    }
    return parts;
  }

  private static int root(int[] parent, int of) {
    int at = of;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private static List<Estimate.Coefficient> coefficients(
      Fit fit, Spec.Inference inference, int parameters) {
    var variance = Sandwich.variance(fit, inference.errors(), parameters);
    double width = Special.quantile(1 - (1 - inference.confidence()) / 2);
    var coefficients = new ArrayList<Estimate.Coefficient>();
    for (int k = 0; k < fit.coefficients().length; k++) {
      double estimate = fit.coefficients()[k];
      // several clusters can leave a negative variance: no standard error then, rather than a false
      // one
      double error = variance[k][k] < 0 ? Double.NaN : Math.sqrt(variance[k][k]);
      double z = estimate / error;
      coefficients.add(
          new Estimate.Coefficient(
              fit.model().regressors().get(k).name(),
              estimate,
              error,
              z,
              Special.twoSided(z),
              estimate - width * error,
              estimate + width * error));
    }
    return coefficients;
  }

  private static Estimate.Quality quality(Spec spec, Fit fit) {
    var flow = fit.model().flow().values();
    boolean ppml = spec.method() == Method.PPML;
    double likelihood = 0;
    int n = flow.length;
    if (ppml) {
      for (int i = 0; i < n; i++) {
        double y = flow[i];
        likelihood += y * fit.index()[i] - fit.fitted()[i] - Special.logGamma(y + 1);
      }
    } else {
      likelihood = -n / 2.0 * (Math.log(2 * Math.PI * fit.deviance() / n) + 1);
    }
    return new Estimate.Quality(
        fit.deviance(),
        likelihood,
        squaredCorrelation(flow, fit.fitted()),
        ppml ? OptionalDouble.empty() : OptionalDouble.of(rSquared(spec, flow, fit.deviance())),
        fit.course().iterations(),
        fit.course().converged());
  }

  /// About the mean where there is a constant or an effect, about zero in double demeaning.
  private static double rSquared(Spec spec, double[] flow, double squares) {
    double mean =
        spec.method() == Method.DDM ? 0 : java.util.Arrays.stream(flow).average().orElse(0);
    double total = java.util.Arrays.stream(flow).map(y -> (y - mean) * (y - mean)).sum();
    return 1 - squares / total;
  }

  private static double squaredCorrelation(double[] one, double[] other) {
    double a = java.util.Arrays.stream(one).average().orElse(0);
    double b = java.util.Arrays.stream(other).average().orElse(0);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < one.length; i++) {
      ab += (one[i] - a) * (other[i] - b);
      aa += (one[i] - a) * (one[i] - a);
      bb += (other[i] - b) * (other[i] - b);
    }
    return ab * ab / (aa * bb);
  }
}
