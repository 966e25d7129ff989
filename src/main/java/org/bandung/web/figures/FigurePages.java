package org.bandung.web.figures;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bandung.registry.Registry;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.QuestionText.Asked;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.counting.Question;
import org.bandung.statistics.indicators.Told;
import org.bandung.web.InitiativeRow;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Tables of figures, and the records behind each of them.
@Controller
final class FigurePages {

  private static final int PAGE = 50;

  /// The fields of the form; what else narrows the figures stays as it is.
  private static final List<String> FIELDS =
      List.of(
          "measure",
          "in",
          "prices",
          "rows",
          "columns",
          "country",
          "provider",
          "recipient",
          "year",
          "modality",
          "sector",
          "southSouth",
          "compilations");

  private final Statistics statistics;
  private final Registry registry;
  private final FigureForm form;

  FigurePages(Statistics statistics, Registry registry, Dictionary dictionary) {
    this.statistics = statistics;
    this.registry = registry;
    this.form = new FigureForm(FigureAddress.TABLE, FIELDS, dictionary);
  }

  @GetMapping("/statistics")
  String table(HttpServletRequest request, Visit visit, Model model) {
    var words = new FigureWords(visit.words(), statistics.names(visit.words().language()));
    var asked = asked(request);
    form.fill(request, visit, words, model);
    switch (asked) {
      case Asked.Faulty(var faults) -> model.addAttribute("faults", faults);
      case Asked.Understood(var question) -> {
        model.addAttribute("faults", List.of());
        statistics
            .ask(question)
            .ifPresentOrElse(
                answer -> show(answer, words, model), () -> model.addAttribute("tooLarge", true));
      }
    }
    return "statistics";
  }

  /// An empty question means the first table of the page.
  private Asked asked(HttpServletRequest request) {
    var given = request.getParameterMap();
    boolean nothing =
        FIELDS.stream().allMatch(f -> given.get(f) == null || given.get(f)[0].isEmpty());
    return statistics
        .text()
        .read(name -> nothing && name.equals("rows") ? "modality" : request.getParameter(name));
  }

  private void show(Answer answer, FigureWords words, Model model) {
    var question = answer.question();
    model.addAttribute("table", FigureTable.of(Told.of(answer), words));
    model.addAttribute(
        "wider", FigureAddress.wider(FigureAddress.TABLE, question, answer.rows().isEmpty()));
    model.addAttribute("rule", words.rule(Told.of(answer)));
    model.addAttribute("coverage", answer.coverage());
    model.addAttribute("doubt", answer.doubt());
    model.addAttribute("prices", words.prices(question, statistics.deflator(question)));
    model.addAttribute("pairs", FigureAddress.of(FigureAddress.PAIRS, question.total()));
    model.addAttribute("money", question.measure().unit() == Measure.Unit.MONEY);
    model.addAttribute("ofFlows", !question.measure().kinds().isEmpty());
    model.addAttribute("csv", FigureAddress.of(FigureAddress.CSV, question));
    model.addAttribute("sdmx", FigureAddress.of(FigureAddress.SDMX, question));
    model.addAttribute("json", FigureAddress.of(FigureAddress.JSON, question));
    model.addAttribute("used", form.used(question, words));
    model.addAttribute("ready", statistics.ready());
    model.addAttribute("pictures", PictureKind.offered(question, words));
    largest(question, words, model);
  }

  /// Every figure of a group can be seen without its largest member.
  private void largest(Question question, FigureWords words, Model model) {
    if (question.scope().without().isPresent()) {
      return;
    }
    statistics
        .largest(question)
        .filter(country -> !isSubject(question, country))
        .ifPresent(country -> {
          var without =
              question.of(
                  new Question.Scope(
                      question.scope().southSouth(),
                      question.scope().compilations(),
                      Optional.of(country)));
          model.addAttribute("largest", words.code(Dimension.COUNTRY, country));
          model.addAttribute("withoutLargest", FigureAddress.of(FigureAddress.TABLE, without));
        });
  }

  /// Whether a question is about the country: without it nothing would be left.
  private static boolean isSubject(Question question, String country) {
    return Stream.of(Dimension.COUNTRY, Dimension.PROVIDER, Dimension.RECIPIENT, Dimension.DUAL)
        .map(question.filters()::get)
        .anyMatch(codes -> codes != null && codes.contains(country));
  }

  @GetMapping("/statistics/records")
  String records(HttpServletRequest request, Visit visit, Model model) {
    var question = UsedFilters.understood(statistics, request);
    var words = new FigureWords(visit.words(), statistics.names(visit.words().language()));
    var ids = statistics.records(question);
    int from = page(request.getParameter("page"), ids.size()) * PAGE;
    var shown = ids.subList(Math.min(from, ids.size()), Math.min(from + PAGE, ids.size()));
    var summaries = registry.summaries(visit.reader(), shown);
    model.addAttribute(
        "rows",
        shown.stream()
            .flatMap(id -> Stream.ofNullable(summaries.get(id)))
            .map(s -> InitiativeRow.of(s, visit.words()))
            .toList());
    model.addAttribute("heading", words.heading(question));
    model.addAttribute("count", ids.size());
    model.addAttribute(
        "contributions",
        question.measure().kinds().isEmpty()
            ? null
            : FigureAddress.of(FigureAddress.CONTRIBUTIONS, question));
    model.addAttribute("from", from + 1);
    model.addAttribute("to", from + shown.size());
    model.addAttribute("used", form.used(question, words));
    model.addAttribute("next", from + PAGE < ids.size() ? page(question, from / PAGE + 2) : null);
    model.addAttribute("previous", from > 0 ? page(question, from / PAGE) : null);
    return "statistics-records";
  }

  private static String page(Question question, int number) {
    var parameters = new LinkedHashMap<>(QuestionText.parameters(question));
    if (number > 1) {
      parameters.put("page", Integer.toString(number));
    }
    return FigureAddress.of(FigureAddress.RECORDS, parameters);
  }

  private static int page(@org.jspecify.annotations.Nullable String given, int size) {
    if (given == null || given.isEmpty()) {
      return 0;
    }
    if (!given.matches("[1-9][0-9]{0,6}")) {
      throw new Refusal.BadParameter("page");
    }
    return Math.min(Integer.parseInt(given) - 1, size / PAGE);
  }

  /// What a figure is the sum of, so that anybody can add it up again.
  @GetMapping("/statistics/contributions.csv")
  void contributions(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var question = UsedFilters.understood(statistics, request);
    try (var table =
        Download.table(
            response,
            "contributions",
            "initiative",
            "kind",
            "year",
            "provider",
            "recipient",
            "reported",
            "reported_in",
            "counted",
            "counted_in",
            "prices_of")) {
      for (var one : statistics.contributions(question)) {
        table.row(
            one.initiative(),
            one.kind(),
            one.year(),
            one.provider(),
            one.recipient(),
            one.reported().toPlainString(),
            one.unit(),
            one.counted().toPlainString(),
            question.in(),
            question.prices().map(p -> Integer.toString(p.year())).orElse(""));
      }
    }
  }

  /// One row for each figure, so that any program can read it.
  @GetMapping("/statistics.csv")
  void download(HttpServletRequest request, HttpServletResponse response, Visit visit)
      throws IOException {
    var question = UsedFilters.understood(statistics, request);
    var answer = statistics.ask(question).orElseThrow(() -> new Refusal.BadParameter("columns"));
    var words = new FigureWords(visit.words(), statistics.names(visit.words().language()));
    try (var table =
        Download.table(response, "statistics", FigureLines.COLUMNS.toArray(String[]::new))) {
      new FigureLines(Told.of(answer), words).write(line -> table.row(line.toArray()));
    }
  }
}
