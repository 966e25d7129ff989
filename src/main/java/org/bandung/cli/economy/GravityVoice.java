package org.bandung.cli.economy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.economy.gravity.Comparison;
import org.bandung.economy.gravity.Estimate;
import org.bandung.economy.gravity.Fault;
import org.bandung.kernel.Messages;
import org.jspecify.annotations.Nullable;

/// How estimates, comparisons and what is wrong with a specification are told at the terminal.
final class GravityVoice {

  /// Exit value when a specification or its data cannot be used.
  static final int REFUSED = 2;

  private static final Messages WORDS = Messages.of("gravity");
  private static final double LARGE = 1e6;

  private final Talk talk;

  GravityVoice(Talk talk) {
    this.talk = talk;
  }

  private String words(String key, Object... arguments) {
    return WORDS.text(talk.language(), key, arguments);
  }

  /// Tells all faults, each with its place.
  int refused(String file, List<Fault> faults, boolean json) {
    var told = new ArrayList<Map<String, Object>>();
    for (var fault : faults) {
      var message = words("fault." + fault.code(), fault.arguments().toArray());
      talk.err().println(file + "#" + fault.pointer() + ": " + message);
      var one = new LinkedHashMap<String, Object>();
      one.put("pointer", fault.pointer());
      one.put("code", fault.code());
      one.put("message", message);
      told.add(one);
    }
    if (json) {
      talk.out().println(Json.line(Map.of("faults", told)));
    }
    return REFUSED;
  }

  void print(Estimate estimate) {
    var table =
        new Table(
            List.of(
                words("column.term"),
                words("column.estimate"),
                words("column.error"),
                "z",
                "p",
                words("column.low"),
                words("column.high")));
    for (var c : estimate.coefficients()) {
      table.row(
          List.of(
              c.term(),
              figure(c.estimate()),
              figure(c.standardError()),
              fixed(c.z(), 2),
              fixed(c.p(), 4),
              figure(c.low()),
              figure(c.high())));
    }
    table.print(talk);
    talk.out().println();
    notes(estimate).forEach(talk.out()::println);
  }

  private List<String> notes(Estimate estimate) {
    var notes = new ArrayList<String>();
    var rows = estimate.rows();
    var data = estimate.data();
    if (!estimate.fit().converged()) {
      notes.add(words("result.not-converged"));
    }
    notes.add(
        words("result.formula", estimate.formula(), estimate.method(), rows.used(), rows.read()));
    var years = data.years().stream().map(String::valueOf).collect(Collectors.joining(", "));
    notes.add(
        words(
            "result.data",
            data.file(),
            data.sha256(),
            years.isEmpty() ? words("result.no-years") : years));
    notes.add(words("result.source", orDash(data.source()), orDash(data.unit())));
    notes.add(
        words(
            "result.left",
            rows.otherYears(),
            rows.domestic(),
            rows.filtered(),
            rows.missing(),
            rows.onlyZeros(),
            rows.separated()));
    if (!estimate.dropped().isEmpty()) {
      notes.add(words("result.dropped", String.join(", ", estimate.dropped())));
    }
    if (!estimate.effects().isEmpty()) {
      notes.add(words("result.effects", effects(estimate.effects())));
    }
    var inference = estimate.inference();
    notes.add(
        words(
            "result.errors",
            inference.errors(),
            effects(inference.clusters()),
            figure(inference.confidence() * 100)));
    var fit = estimate.fit();
    notes.add(
        words(
            "result.fit",
            figure(fit.deviance()),
            figure(fit.logLikelihood()),
            fixed(fit.squaredCorrelation(), 6),
            fit.iterations()));
    return notes;
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "–" : text;
  }

  private static String effects(List<Estimate.Effect> effects) {
    return effects.stream()
        .map(e -> "%s (%d, %d)".formatted(e.name(), e.levels(), e.singletons()))
        .collect(Collectors.joining("; "));
  }

  void print(Comparison comparison) {
    var table =
        new Table(
            List.of(
                words("column.country"),
                words("column.output"),
                words("column.conditional"),
                words("column.full"),
                words("column.price"),
                words("column.inward"),
                words("column.real"),
                words("column.range")));
    for (var c : comparison.countries()) {
      table.row(
          List.of(
              c.country(),
              figure(c.output()),
              fixed(c.exportsConditional(), 2),
              fixed(c.exportsFull(), 2),
              fixed(c.price(), 2),
              fixed(c.inwardResistance(), 2),
              fixed(c.realIncome(), 2),
              fixed(c.realIncomeLow(), 2) + " … " + fixed(c.realIncomeHigh(), 2)));
    }
    table.print(talk);
    talk.out().println();
    if (!solved(comparison)) {
      talk.out().println(words("comparison.unsolved"));
    }
    talk.out()
        .println(
            words(
                "comparison.what",
                String.join("; ", comparison.changed()),
                String.valueOf(comparison.baseYear()),
                figure(comparison.sigma()),
                comparison.reference(),
                comparison.closure()));
    talk.out().println(words("comparison." + comparison.measure()));
    talk.out().println(words("comparison.range", assumptions(comparison)));
    if (comparison.filledPairs() > 0) {
      talk.out().println(words("comparison.filled", comparison.filledPairs()));
    }
    talk.out().println();
    print(comparison.estimate());
  }

  private static boolean solved(Comparison comparison) {
    return comparison.solved()
        && comparison.sensitivity().stream().allMatch(Comparison.Alternative::solved);
  }

  private static String assumptions(Comparison comparison) {
    return comparison.sensitivity().stream()
        .map(a ->
            switch (a.kind()) {
              case "sigma" -> "sigma = " + figure(a.value());
              case "closure" -> a.name();
              default -> a.name() + ": " + figure(a.value());
            })
        .collect(Collectors.joining("; "));
  }

  private static String figure(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return String.valueOf((long) value);
    }
    return Math.abs(value) >= LARGE ? fixed(value, 1) : fixed(value, 6);
  }

  private static String fixed(double value, int digits) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    var text = String.format(Locale.ROOT, "%." + digits + "f", value);
    return text.matches("-0\\.?0*") ? text.substring(1) : text;
  }

  /// As JSON; what is not a number is null.
  static Map<String, Object> json(Estimate estimate) {
    var json = new LinkedHashMap<String, Object>();
    json.put("formula", estimate.formula());
    json.put("method", estimate.method());
    json.put("data", estimate.data());
    json.put("rows", estimate.rows());
    json.put("coefficients", estimate.coefficients().stream().map(GravityVoice::json).toList());
    json.put("dropped", estimate.dropped());
    json.put("effects", estimate.effects());
    json.put("inference", estimate.inference());
    var fit = new LinkedHashMap<String, @Nullable Object>();
    fit.put("deviance", number(estimate.fit().deviance()));
    fit.put("logLikelihood", number(estimate.fit().logLikelihood()));
    fit.put("squaredCorrelation", number(estimate.fit().squaredCorrelation()));
    var squared = estimate.fit().rSquared();
    fit.put("rSquared", squared.isPresent() ? number(squared.getAsDouble()) : null);
    fit.put("iterations", estimate.fit().iterations());
    fit.put("converged", estimate.fit().converged());
    json.put("fit", fit);
    return json;
  }

  private static Map<String, @Nullable Object> json(Estimate.Coefficient c) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("term", c.term());
    json.put("estimate", number(c.estimate()));
    json.put("standardError", number(c.standardError()));
    json.put("z", number(c.z()));
    json.put("p", number(c.p()));
    json.put("low", number(c.low()));
    json.put("high", number(c.high()));
    return json;
  }

  private static @Nullable Double number(double value) {
    return Double.isFinite(value) ? Double.valueOf(value) : null;
  }

  static Map<String, Object> json(Comparison comparison) {
    var json = new LinkedHashMap<String, Object>();
    json.put("baseYear", comparison.baseYear());
    json.put("sigma", comparison.sigma());
    json.put("reference", comparison.reference());
    json.put("closure", comparison.closure());
    json.put("measure", comparison.measure());
    json.put("unit", "percent");
    json.put("changed", comparison.changed());
    json.put("filledPairs", comparison.filledPairs());
    json.put("solved", comparison.solved());
    json.put("countries", comparison.countries());
    json.put("sensitivity", comparison.sensitivity());
    json.put("estimate", json(comparison.estimate()));
    return json;
  }
}
