package org.bandung.economy.gravity;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bandung.economy.gravity.solve.Closure;
import org.bandung.economy.gravity.solve.Errors;

/// What is to be estimated from which data, and which case is asked for; read and checked.
record Spec(
    Data data,
    Term flow,
    Method method,
    List<Term> terms,
    List<Effect> effects,
    Inference inference,
    Optional<Scenario> scenario) {

  Spec {
    terms = List.copyOf(terms);
    effects = List.copyOf(effects);
  }

  enum Method {
    PPML,
    OLS,
    DDM;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Where rows come from and which of them count.
  ///
  /// @param years empty for all
  /// @param domestic whether what countries sell to themselves counts
  record Data(
      Path file,
      String title,
      String source,
      String unit,
      String exporter,
      String importer,
      String year,
      List<Integer> years,
      Optional<Formula> filter,
      boolean domestic) {
    Data {
      years = List.copyOf(years);
    }
  }

  record Term(String name, String text, Formula formula, String pointer) {}

  record Effect(String name, List<Formula> formulas, String pointer) {
    Effect {
      formulas = List.copyOf(formulas);
    }
  }

  /// How errors are counted and how far the search goes.
  record Inference(
      Errors errors,
      List<Effect> clusters,
      double confidence,
      boolean fullSeparation,
      int iterations) {
    Inference {
      clusters = List.copyOf(clusters);
    }
  }

  /// Which case is compared with what was.
  ///
  /// @param baseYear the one year, if the data have several
  /// @param reference the country whose consumer prices are the measure; the first if empty
  /// @param removed terms without effect in the other case
  /// @param changes terms that get another value for some pairs
  /// @param costs terms that stand in for pair effects which flows do not tell
  /// @param brought whether results say what the present brings over the other case
  /// @param sigmas other elasticities to look at
  record Scenario(
      Optional<Integer> baseYear,
      double sigma,
      String reference,
      List<String> removed,
      List<Change> changes,
      List<Term> costs,
      Closure closure,
      boolean brought,
      List<Double> sigmas) {
    Scenario {
      removed = List.copyOf(removed);
      changes = List.copyOf(changes);
      costs = List.copyOf(costs);
      sigmas = List.copyOf(sigmas);
    }
  }

  /// A term's value among some members, or where a formula is not zero.
  record Change(
      String term, List<String> members, Optional<Formula> where, double value, String pointer) {
    Change {
      members = List.copyOf(members);
    }
  }

  /// The columns it reads.
  Set<String> names() {
    var names = new HashSet<String>();
    flow.formula().names(names);
    terms.forEach(t -> t.formula().names(names));
    effects.forEach(e -> e.formulas().forEach(f -> f.names(names)));
    inference.clusters().forEach(e -> e.formulas().forEach(f -> f.names(names)));
    data.filter().ifPresent(f -> f.names(names));
    scenario.ifPresent(s -> {
      s.costs().forEach(t -> t.formula().names(names));
      s.changes().forEach(c -> c.where().ifPresent(f -> f.names(names)));
    });
    return names;
  }
}
