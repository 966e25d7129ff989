package org.bandung.web.figures;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bandung.reference.Reference;
import org.bandung.statistics.QuestionText.Asked;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.indicators.Indicators;
import org.bandung.statistics.indicators.Told;
import org.bandung.statistics.reports.Report;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Reports: pages that can be printed, and the same as CSV and as a workbook.
@Controller
final class ReportPages {

  private static final int MOST_YEARS = 80;
  private static final int USUAL_YEARS = 10;

  /// Whether what only third parties wrote down is counted too.
  private static final String COMPILATIONS = "compilations";

  private final Statistics statistics;
  private final Dictionary dictionary;
  private final Reference reference;

  ReportPages(Statistics statistics, Dictionary dictionary, Reference reference) {
    this.statistics = statistics;
    this.dictionary = dictionary;
    this.reference = reference;
  }

  @GetMapping("/reports")
  String list(Visit visit, Model model) {
    model.addAttribute(
        "reports",
        statistics.reports().all().stream()
            .map(r -> new Dictionary.Choice(r.code(), name(r, visit.words())))
            .toList());
    return "reports";
  }

  private static String name(Report report, Words words) {
    return report.name().in(words.language()).map(s -> s.text()).orElse(report.code());
  }

  /// A section as it is shown.
  ///
  /// @param table null if it would be too large: then the rest says nothing
  /// @param address of the same figures among all others
  /// @param pictures of the same figures
  /// @param prices by what amounts are told in prices of one year; null if they are not
  public record Shown(
      String code,
      String name,
      @Nullable FigureTable table,
      Answer.Coverage coverage,
      Answer.Doubt doubt,
      String pairs,
      boolean ofFlows,
      String rule,
      String address,
      List<PictureKind.Offer> pictures,
      @Nullable String prices) {}

  /// A section with its figures.
  ///
  /// @param told null if the table would be too large
  /// @param address of the same figures among all others
  private record Counted(Report.Section section, @Nullable Told told, String address) {}

  @GetMapping("/reports/{code}")
  String show(@PathVariable String code, HttpServletRequest request, Visit visit, Model model) {
    var report = statistics.reports().find(code).orElseThrow(Refusal.NotFound::new);
    var chosen = chosen(report, request);
    var words = new FigureWords(visit.words(), statistics.names(visit.words().language()));
    boolean ready = ready(report, chosen);
    model.addAttribute("code", code);
    model.addAttribute("name", name(report, visit.words()));
    model.addAttribute("confirmed", report.confirmed());
    model.addAttribute("blanks", report.blanks());
    model.addAttribute("chosen", chosen);
    model.addAttribute("subject", subject(chosen, visit.words()));
    model.addAttribute("countries", dictionary.countries(visit.words()));
    model.addAttribute("groupings", dictionary.groupings(visit.words()));
    model.addAttribute("query", query(chosen));
    model.addAttribute("day", visit.words().day(LocalDate.now(ZoneOffset.UTC)));
    model.addAttribute(
        "sections",
        ready
            ? counted(report, chosen).stream().map(c -> shown(c, words, visit.words())).toList()
            : List.of());
    return "report";
  }

  private Shown shown(Counted counted, FigureWords words, Words plain) {
    var section = counted.section();
    var name = name(section, plain);
    var told = counted.told();
    if (told == null) {
      return new Shown(
          section.code(),
          name,
          null,
          new Answer.Coverage(0, 0, 0),
          Answer.Doubt.NONE,
          "",
          false,
          "",
          counted.address(),
          List.of(),
          null);
    }
    var answer = told.answer();
    var measure = answer.question().measure();
    return new Shown(
        section.code(),
        name,
        FigureTable.of(told, words),
        answer.coverage(),
        answer.doubt(),
        FigureAddress.of(FigureAddress.PAIRS, answer.question().total()),
        !measure.kinds().isEmpty() || measure.unit() == Measure.Unit.DAYS,
        words.rule(told),
        counted.address(),
        // A quotient is not drawn: its marks would be those of what stands below the line.
        told.indicator().isEmpty() ? PictureKind.offered(told.question(), words) : List.of(),
        words.prices(answer.question(), statistics.deflator(answer.question())));
  }

  private static String name(Report.Section section, Words words) {
    return section.name().in(words.language()).map(s -> s.text()).orElse(section.code());
  }

  private String subject(Map<String, String> chosen, Words words) {
    var subject = new ArrayList<String>();
    if (chosen.containsKey("country")) {
      subject.add(words.country(chosen.getOrDefault("country", "")));
    }
    if (chosen.containsKey("grouping")) {
      subject.add(words.grouping(chosen.getOrDefault("grouping", "")));
    }
    subject.add(
        words.text("period.both", chosen.getOrDefault("from", ""), chosen.getOrDefault("to", "")));
    return String.join(words.text("list.comma"), subject);
  }

  private List<Counted> counted(Report report, Map<String, String> chosen) {
    return report.sections().stream().map(section -> counted(section, chosen)).toList();
  }

  private Counted counted(Report.Section section, Map<String, String> chosen) {
    var parameters = section.asking(chosen);
    if (chosen.containsKey(COMPILATIONS)) {
      parameters.put(COMPILATIONS, "true");
    }
    var prices = chosen.get("prices");
    if (prices != null) {
      parameters.put("prices", prices); // whatever is no money does not ask for it
    }
    var indicator =
        statistics.indicators().catalogue().find(parameters.getOrDefault("indicator", ""));
    if (indicator.isPresent()) {
      var address =
          FigureAddress.of(IndicatorPages.LIST + "/" + indicator.get().code(), without(parameters));
      return switch (statistics.indicators().ask(indicator.get(), parameters::get)) {
        case Indicators.Outcome.Calculated(var table) -> new Counted(section, table, address);
        case Indicators.Outcome.TooLarge() -> new Counted(section, null, address);
        case Indicators.Outcome.Faulty(var faults) ->
            throw new Refusal.BadParameter(faults.getFirst().parameter());
      };
    }
    if (statistics.text().read(parameters::get) instanceof Asked.Understood(var question)) {
      return new Counted(
          section,
          statistics.ask(question).map(Told::of).orElse(null),
          FigureAddress.of(FigureAddress.TABLE, question));
    }
    throw new Refusal.BadParameter("in");
  }

  private static Map<String, String> without(Map<String, String> parameters) {
    var fewer = new LinkedHashMap<>(parameters);
    fewer.remove("indicator");
    return fewer;
  }

  /// What the reader chose: years default to the last ten that are over.
  private Map<String, String> chosen(Report report, HttpServletRequest request) {
    var chosen = new LinkedHashMap<String, String>();
    var country = text(request, "country");
    if (!country.isEmpty() && report.blanks().contains("country")) {
      chosen.put("country", known("country", country));
    }
    var grouping = text(request, "grouping");
    if (!grouping.isEmpty() && report.blanks().contains("grouping")) {
      if (reference.findGrouping(grouping).isEmpty()) {
        throw new Refusal.BadParameter("grouping");
      }
      chosen.put("grouping", grouping);
    }
    int last = year(request, "to", LocalDate.now(ZoneOffset.UTC).getYear() - 1);
    int first = year(request, "from", last - USUAL_YEARS + 1);
    if (first > last || last - first >= MOST_YEARS) {
      throw new Refusal.BadParameter("from");
    }
    chosen.put("from", Integer.toString(first));
    chosen.put("to", Integer.toString(last));
    var years = new ArrayList<String>();
    for (int year = first; year <= last; year++) {
      years.add(Integer.toString(year));
    }
    chosen.put("years", String.join(",", years));
    var currency = text(request, "in");
    chosen.put("in", currency.isEmpty() ? "USD" : currency);
    if (!text(request, "prices").isEmpty()) {
      chosen.put("prices", Integer.toString(year(request, "prices", last)));
    }
    if ("true".equals(request.getParameter(COMPILATIONS))) {
      chosen.put(COMPILATIONS, "true");
    }
    return chosen;
  }

  /// A report of one country or grouping has none of its figures without it.
  private static boolean ready(Report report, Map<String, String> chosen) {
    return !report.ofOne() || chosen.containsKey("country") || chosen.containsKey("grouping");
  }

  private static void demand(Report report, Map<String, String> chosen) {
    if (!ready(report, chosen)) {
      throw new Refusal.BadParameter(report.blanks().contains("grouping") ? "grouping" : "country");
    }
  }

  private String known(String parameter, String country) {
    return reference.resolveCountry(country)
            instanceof org.bandung.reference.CountryResolution.Found(var code)
        ? code.alpha3()
        : refused(parameter);
  }

  private static String refused(String parameter) {
    throw new Refusal.BadParameter(parameter);
  }

  private static String text(HttpServletRequest request, String parameter) {
    return Objects.requireNonNullElse(request.getParameter(parameter), "").strip();
  }

  private static int year(HttpServletRequest request, String parameter, int usual) {
    var given = text(request, parameter);
    if (given.isEmpty()) {
      return usual;
    }
    if (!given.matches("(19|20|21)[0-9]{2}")) {
      throw new Refusal.BadParameter(parameter);
    }
    return Integer.parseInt(given);
  }

  /// The address of a download of the same choice.
  private static String query(Map<String, String> chosen) {
    var parameters = new LinkedHashMap<>(chosen);
    parameters.remove("years");
    return FigureAddress.of("", parameters);
  }

  /// A download without one of its sections would not say so.
  private static List<Counted> complete(List<Counted> counted) {
    if (counted.stream().anyMatch(c -> c.told() == null)) {
      throw new Refusal.BadParameter("from");
    }
    return counted;
  }

  @GetMapping("/reports/{code}.csv")
  void csv(
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Visit visit)
      throws IOException {
    var report = statistics.reports().find(code).orElseThrow(Refusal.NotFound::new);
    var chosen = chosen(report, request);
    demand(report, chosen);
    var counted = counted(report, chosen);
    var words = new FigureWords(visit.words(), statistics.names(visit.words().language()));
    var columns = new ArrayList<String>();
    columns.add("section");
    columns.addAll(FigureLines.COLUMNS);
    try (var table = Download.table(response, "report-" + code, columns.toArray(String[]::new))) {
      for (var one : complete(counted)) {
        new FigureLines(Objects.requireNonNull(one.told()), words)
            .write(line -> {
              var cells = new ArrayList<Object>();
              cells.add(one.section().code());
              cells.addAll(line);
              table.row(cells.toArray());
            });
      }
    }
  }

  @GetMapping("/reports/{code}.xlsx")
  void workbook(
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Visit visit)
      throws IOException {
    var report = statistics.reports().find(code).orElseThrow(Refusal.NotFound::new);
    var chosen = chosen(report, request);
    demand(report, chosen);
    var counted = counted(report, chosen);
    var words = new FigureWords(visit.words(), statistics.names(visit.words().language()));
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"bandung-report-" + code + ".xlsx\"");
    var sheets = new LinkedHashMap<String, Told>();
    complete(counted)
        .forEach(
            c -> sheets.put(name(c.section(), visit.words()), Objects.requireNonNull(c.told())));
    FigureWorkbook.write(
        response.getOutputStream(),
        name(report, visit.words())
            + visit.words().text("list.colon")
            + subject(chosen, visit.words()),
        sheets,
        words);
  }
}
