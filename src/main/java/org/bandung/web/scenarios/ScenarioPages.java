package org.bandung.web.scenarios;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bandung.economy.preferences.Outcome;
import org.bandung.economy.preferences.Row;
import org.bandung.economy.scenarios.Scenario;
import org.bandung.economy.scenarios.ScenarioFacts;
import org.bandung.economy.scenarios.ScenarioRun;
import org.bandung.economy.scenarios.ScenarioRun.Result;
import org.bandung.economy.scenarios.ScenarioRun.Result.Told;
import org.bandung.economy.scenarios.ScenarioWords;
import org.bandung.economy.scenarios.ScenarioWriter;
import org.bandung.exchange.rows.CsvTable;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.FileAnswer;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What a change of tariffs would bring: a form, its results, and both as files.
@Controller
final class ScenarioPages {

  static final String ADDRESS = "/economy/scenarios";

  private static final String[] COLUMNS = {
    "level",
    "region",
    "partner",
    "product",
    "tariff_before",
    "tariff_after",
    "measure",
    "value",
    "least",
    "most",
    "unit",
    "year",
    "source",
    "tariffs",
    "model",
    "demand",
    "substitution",
    "supply",
    "elasticities",
    "coverage"
  };

  private final ScenarioPrefill prefill;

  ScenarioPages(ScenarioPrefill prefill) {
    this.prefill = prefill;
  }

  @GetMapping(ADDRESS)
  String show(HttpServletRequest request, HttpServletResponse response, Visit visit, Model model) {
    var words = new ScenarioWords(visit.words().language());
    var form = ScenarioForm.of(request, words.language());
    model.addAttribute("s", words);
    model.addAttribute("given", form.typed());
    model.addAttribute("examples", ScenarioExamples.all(visit.words()));
    model.addAttribute("kinds", ScenarioForm.KINDS);
    if (form.asked()) {
      var told = told(form);
      told.ifPresent(t -> results(t, form, words, visit.words(), model));
      if (told.isEmpty()) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      }
    } else {
      prefill
          .of(request)
          .ifPresent(filled -> {
            model.addAttribute("filled", filled);
            model.addAttribute("filledFor", visit.words().country(filled.importer()));
            if (!filled.fields().isEmpty()) {
              model.addAttribute("given", filled.fields());
            }
          });
    }
    model.addAttribute("faults", form.faults());
    model.addAttribute(
        "faulty",
        form.faults().stream()
            .collect(Collectors.toMap(ScenarioForm.Fault::field, f -> f, (a, b) -> a)));
    return "scenarios";
  }

  /// What the form asks for; nothing if it has faults, which it then holds.
  private static Optional<Told> told(ScenarioForm form) {
    return form.scenario()
        .flatMap(scenario ->
            switch (ScenarioRun.run(scenario)) {
              case Result.Faulty(var faults) -> {
                faults.forEach(form::fault);
                yield Optional.empty();
              }
              case Told told -> Optional.of(told);
            });
  }

  private static void results(
      Told told, ScenarioForm form, ScenarioWords words, Words site, Model model) {
    var names = names(site);
    var outcome = told.outcome();
    model.addAttribute("facts", ScenarioFacts.of(told.scenario(), outcome, words, names));
    model.addAttribute("outcome", outcome);
    model.addAttribute("unit", told.scenario().about().unit());
    if (!outcome.rows().isEmpty()) {
      var view = new ScenarioView(outcome, words, names);
      model.addAttribute("totals", view.totals());
      model.addAttribute("bars", view.bars());
      model.addAttribute("tables", view.tables());
      model.addAttribute("variants", view.variants());
    }
    var query = query(form.typed());
    model.addAttribute("csv", ADDRESS + ".csv" + query);
    model.addAttribute("xlsx", ADDRESS + ".xlsx" + query);
    model.addAttribute("json", ADDRESS + ".json" + query);
  }

  /// Regions are the user's; those that are countries have a name.
  static UnaryOperator<String> names(Words words) {
    return code -> {
      var name = words.country(code);
      return name.equals(code) ? code : name + " (" + code + ")";
    };
  }

  static String query(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }

  /// Of a download that has a fault, the first field is named.
  private static Told demanded(HttpServletRequest request, Visit visit) {
    var form = ScenarioForm.of(request, visit.words().language());
    if (!form.asked()) {
      throw new Refusal.BadParameter("lines");
    }
    return told(form).orElseThrow(() -> new Refusal.BadParameter(form.faults().getFirst().field()));
  }

  @GetMapping(ADDRESS + ".json")
  void document(HttpServletRequest request, HttpServletResponse response, Visit visit)
      throws IOException {
    FileAnswer.send(
        response,
        "application/json",
        "bandung-scenario.json",
        ScenarioWriter.write(demanded(request, visit).scenario()));
  }

  @GetMapping(ADDRESS + ".xlsx")
  void workbook(HttpServletRequest request, HttpServletResponse response, Visit visit)
      throws IOException {
    var told = demanded(request, visit);
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader("Content-Disposition", "attachment; filename=\"bandung-scenario.xlsx\"");
    new ScenarioWorkbook(told, new ScenarioWords(visit.words().language()), names(visit.words()))
        .write(response.getOutputStream());
  }

  @GetMapping(ADDRESS + ".csv")
  void table(HttpServletRequest request, HttpServletResponse response, Visit visit)
      throws IOException {
    var told = demanded(request, visit);
    try (var csv = Download.table(response, "scenario", COLUMNS)) {
      for (var row : told.outcome().rows()) {
        write(csv, row, told.scenario(), told.outcome());
      }
    }
  }

  private static void write(CsvTable csv, Row row, Scenario scenario, Outcome outcome) {
    var about = scenario.about();
    var elasticities = scenario.assumptions().usual();
    var assumed = scenario.assumptions().assumed();
    var source =
        assumed.isEmpty()
            ? scenario.assumptions().source()
            : "assumed: " + String.join(" ", assumed) + " " + scenario.assumptions().source();
    row.figures()
        .forEach((measure, figure) ->
            csv.row(
                row.level().code(),
                row.region(),
                row.partner(),
                row.product(),
                row.before(),
                row.after(),
                measure.code(),
                figure.value(),
                figure.least(),
                figure.most(),
                measure.relative() ? "1" : about.unit(),
                year(scenario),
                about.source(),
                about.tariffs(),
                scenario.model().code(),
                elasticities.demand(),
                elasticities.substitution(),
                elasticities.infiniteSupply() ? "infinite" : (Object) elasticities.supply(),
                source.strip(),
                outcome.coverage().share()));
  }

  private static @Nullable Integer year(Scenario scenario) {
    var year = scenario.about().year();
    return year.isPresent() ? year.getAsInt() : null;
  }
}
