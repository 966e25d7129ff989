package org.bandung.web.figures;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bandung.kernel.LocalizedText;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.indicators.Formula;
import org.bandung.statistics.indicators.Indicated;
import org.bandung.statistics.indicators.Indicator;
import org.bandung.statistics.indicators.Indicators.Outcome;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The catalogue of indicators, and what each comes to.
@Controller
final class IndicatorPages {

  static final String LIST = "/indicators";

  private static final int USUAL_YEARS = 10;
  private static final List<String> FIELDS = List.of("country", "rows", "in", "prices", "year");

  private final Statistics statistics;
  private final Dictionary dictionary;

  IndicatorPages(Statistics statistics, Dictionary dictionary) {
    this.statistics = statistics;
    this.dictionary = dictionary;
  }

  /// An indicator in the list.
  public record Row(String code, String name, String definition, String unit, String certainty) {}

  @GetMapping(LIST)
  String list(Visit visit, Model model) {
    model.addAttribute(
        "indicators",
        statistics.indicators().catalogue().all().stream()
            .map(i -> row(i, visit.words()))
            .toList());
    return "indicators";
  }

  private static Row row(Indicator indicator, Words words) {
    return new Row(
        indicator.code(),
        text(indicator.name(), words),
        text(indicator.definition(), words),
        words.text("indicators.unit." + indicator.unit().code()),
        words.text("indicators.certainty." + indicator.source().certainty().code()));
  }

  private static String text(LocalizedText text, Words words) {
    return text.in(words.language()).map(s -> s.text()).orElse("");
  }

  @GetMapping(LIST + "/{code}")
  String show(@PathVariable String code, HttpServletRequest request, Visit visit, Model model) {
    var indicator = require(code);
    var words = new FigureWords(visit.words(), statistics.names(visit.words().language()));
    var asked = asked(request);
    model.addAttribute("indicator", row(indicator, visit.words()));
    model.addAttribute("formula", indicator.written());
    model.addAttribute("rule", indicator.rule());
    model.addAttribute("source", indicator.source());
    model.addAttribute("money", indicator.unit() == Indicator.Unit.MONEY);
    model.addAttribute("given", given(asked));
    model.addAttribute("kept", kept(asked));
    model.addAttribute("countries", dictionary.countries(visit.words()));
    model.addAttribute("dimensions", dimensions(indicator, words, visit.words()));
    model.addAttribute("claims", ClaimPages.about(statistics, code, visit.words()));
    model.addAttribute("faults", List.of());
    switch (statistics.indicators().ask(indicator, asked::get)) {
      case Outcome.Faulty(var faults) -> model.addAttribute("faults", faults);
      case Outcome.TooLarge() -> model.addAttribute("tooLarge", true);
      case Outcome.Calculated(var table) -> {
        var question = table.question();
        model.addAttribute("prices", words.prices(question, statistics.deflator(question)));
        show(table, asked, words, model);
      }
    }
    return "indicator";
  }

  private Indicator require(String code) {
    return statistics.indicators().catalogue().find(code).orElseThrow(Refusal.NotFound::new);
  }

  private static void show(
      Indicated told, Map<String, String> asked, FigureWords words, Model model) {
    var question = told.question();
    model.addAttribute("table", FigureTable.of(told, words));
    model.addAttribute("coverage", told.answer().coverage());
    model.addAttribute("doubt", told.answer().doubt());
    model.addAttribute("pairs", FigureAddress.of(FigureAddress.PAIRS, question.total()));
    var path = LIST + "/" + told.of().code();
    model.addAttribute("used", UsedFilters.of(path, question, words));
    model.addAttribute("wider", FigureAddress.wider(path, question, told.rows().isEmpty()));
    model.addAttribute("builder", FigureAddress.of(FigureAddress.TABLE, question));
    model.addAttribute(
        "above",
        told.of().formula() instanceof Formula.Share || told.of().formula() instanceof Formula.Ratio
            ? FigureAddress.of(FigureAddress.TABLE, told.part().question())
            : null);
    model.addAttribute("csv", FigureAddress.of(path + ".csv", asked));
    model.addAttribute("json", FigureAddress.of("/api/v1" + path, asked));
  }

  /// What a request asks; by the last ten years where it says nothing.
  private static Map<String, String> asked(HttpServletRequest request) {
    var asked = new LinkedHashMap<String, String>();
    for (var name : QuestionText.names()) {
      var value = request.getParameter(name);
      if (value != null && !value.isBlank() && !name.equals("measure")) {
        asked.put(name, value.strip());
      }
    }
    if (!asked.containsKey("rows") && !asked.containsKey("columns")) {
      asked.put("rows", "year");
    }
    if (!asked.containsKey("year")) {
      int last = LocalDate.now(ZoneOffset.UTC).getYear();
      asked.put(
          "year",
          IntStream.rangeClosed(last - USUAL_YEARS, last)
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(",")));
    }
    return asked;
  }

  private static Map<String, String> given(Map<String, String> asked) {
    var given = new LinkedHashMap<String, String>();
    FIELDS.forEach(f -> given.put(f, asked.getOrDefault(f, "")));
    return given;
  }

  private static Map<String, String> kept(Map<String, String> asked) {
    var kept = new LinkedHashMap<>(asked);
    FIELDS.forEach(kept::remove);
    return kept;
  }

  private static List<Dictionary.Choice> dimensions(
      Indicator indicator, FigureWords words, Words plain) {
    return indicator.dimensions().stream()
        .map(d -> new Dictionary.Choice(d.word(), words.dimension(d)))
        .sorted(Comparator.comparing(Dictionary.Choice::name, plain.collator()))
        .toList();
  }

  @GetMapping(LIST + "/{code}.csv")
  void download(
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Visit visit)
      throws IOException {
    var asked = asked(request);
    var told =
        switch (statistics.indicators().ask(require(code), asked::get)) {
          case Outcome.Calculated(var table) -> table;
          case Outcome.Faulty(var faults) ->
              throw new Refusal.BadParameter(faults.getFirst().parameter());
          case Outcome.TooLarge() -> throw new Refusal.BadParameter("columns");
        };
    var words = new FigureWords(visit.words(), statistics.names(visit.words().language()));
    try (var table =
        Download.table(response, "indicator-" + code, FigureLines.COLUMNS.toArray(String[]::new))) {
      new FigureLines(told, words).write(line -> table.row(line.toArray()));
    }
  }
}
