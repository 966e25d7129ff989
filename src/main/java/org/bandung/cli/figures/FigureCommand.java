package org.bandung.cli.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.statistics.FigureNames;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.QuestionText.Asked;
import org.bandung.statistics.QuestionText.Fault;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.indicators.Indicator;
import org.bandung.statistics.indicators.Indicators.Outcome;
import org.bandung.statistics.indicators.Told;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `figures NAME=VALUE ...`: a table of figures, every one counted once.
@Command(name = "figures")
public final class FigureCommand implements Runnable {

  private static final String INDICATOR = "indicator";

  @Parameters(paramLabel = "NAME=VALUE", descriptionKey = "parameter.figures")
  List<String> words = List.of();

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  private final Rooms rooms;
  private final Talk talk;

  public FigureCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public void run() {
    var given = given();
    var statistics = rooms.open(Statistics.class);
    statistics.catchUp();
    var told = told(statistics, given);
    if (json) {
      var all = json(told);
      statistics
          .deflator(told.question())
          .ifPresent(d -> all.put("deflator", Map.of("name", d.name(), "source", d.source())));
      talk.out().println(Json.line(all));
    } else {
      print(told, statistics.names(talk.language()));
    }
  }

  /// A measure, or an indicator of the catalogue.
  private Told told(Statistics statistics, Map<String, String> given) {
    var code = given.get(INDICATOR);
    if (code == null) {
      return switch (statistics.text().read(given::get)) {
        case Asked.Faulty(var faults) -> throw unknown(faults.getFirst());
        case Asked.Understood(var question) ->
            statistics.ask(question).map(Told::of).orElseThrow(this::tooLarge);
      };
    }
    var indicator =
        statistics
            .indicators()
            .catalogue()
            .find(code)
            .orElseThrow(() -> unknown(new Fault(INDICATOR, code)));
    return switch (statistics.indicators().ask(indicator, given::get)) {
      case Outcome.Faulty(var faults) -> throw unknown(faults.getFirst());
      case Outcome.TooLarge() -> throw tooLarge();
      case Outcome.Calculated(var table) -> table;
    };
  }

  private ParameterException tooLarge() {
    return new ParameterException(spec.commandLine(), talk.words("figures.too-large"));
  }

  private Map<String, String> given() {
    var given = new HashMap<String, String>();
    for (var word : words) {
      int at = word.indexOf('=');
      var name = at < 0 ? word : word.substring(0, at);
      if (at < 0 || (!name.equals(INDICATOR) && !QuestionText.names().contains(name))) {
        throw new ParameterException(
            spec.commandLine(), talk.words("usage-fault.one-of", name, known()));
      }
      given.put(name, word.substring(at + 1));
    }
    return given;
  }

  private static String known() {
    return INDICATOR + ", " + String.join(", ", QuestionText.names());
  }

  private ParameterException unknown(Fault fault) {
    return new ParameterException(
        spec.commandLine(), talk.words("figures.unknown", fault.parameter(), fault.value()));
  }

  /// Figures as a program reads them: null is what nobody reported.
  private static Map<String, Object> json(Told told) {
    var question = told.question();
    var rows = new ArrayList<Map<String, Object>>();
    for (var row : new TreeSet<>(told.rows())) {
      var one = new LinkedHashMap<String, Object>();
      one.put("row", QuestionText.written(row));
      one.putAll(figure(told, row, null));
      if (question.columns().isPresent()) {
        var cells = new LinkedHashMap<String, Object>();
        new TreeSet<>(told.columns())
            .forEach(column -> cells.put(QuestionText.written(column), figure(told, row, column)));
        one.put("columns", cells);
      }
      rows.add(one);
    }
    var all = new LinkedHashMap<String, Object>();
    told.indicator().ifPresent(i -> all.put(INDICATOR, i.code()));
    all.put("question", QuestionText.parameters(question));
    all.put("total", figure(told, null, null));
    all.put("coverage", told.answer().coverage());
    var doubt = told.answer().doubt();
    all.put("doubt", Map.of("groups", doubt.groups(), "bounds", doubt.bounds().code()));
    all.put("rows", rows);
    return all;
  }

  private static Map<String, Object> figure(
      Told told, @Nullable String row, @Nullable String column) {
    var cell = told.cell(row, column);
    var figure = new LinkedHashMap<String, Object>();
    figure.put("value", told.figure(row, column).orElse(null));
    figure.put("records", cell.records());
    figure.put("without", cell.missing());
    if (bounded(told, row, column)) {
      figure.put("atLeast", told.least(row, column).orElse(null));
      figure.put("atMost", told.most(row, column).orElse(null));
    }
    return figure;
  }

  private static boolean bounded(Told told, @Nullable String row, @Nullable String column) {
    return !told.least(row, column).equals(told.most(row, column));
  }

  private void print(Told told, FigureNames names) {
    var question = told.question();
    var columns = told.columns().stream().sorted().toList();
    var heading = new ArrayList<String>();
    question.rows().ifPresent(d -> heading.add(d.word()));
    heading.add("name");
    columns.forEach(c -> heading.add(QuestionText.written(c)));
    heading.add("total");
    heading.add("records");
    heading.add("without");
    var table = new Table(heading);
    question
        .rows()
        .ifPresent(d ->
            told.rows().stream()
                .sorted(Comparator.comparing((String c) -> names.code(d, c)))
                .forEach(r -> table.row(row(told, names.code(d, r), r, columns))));
    var total = new ArrayList<String>();
    question.rows().ifPresent(d -> total.add(""));
    total.add(told.indicator().map(Indicator::code).orElse(question.measure().word()));
    tail(total, told, null, columns);
    table.row(total);
    table.print(talk);
    if (!told.answer().doubt().looked()) {
      talk.out().println(talk.words("figures.not-looked-at"));
    }
  }

  private static List<String> row(Told told, String name, String code, List<String> columns) {
    var row = new ArrayList<String>();
    row.add(QuestionText.written(code));
    row.add(name);
    tail(row, told, code, columns);
    return row;
  }

  private static void tail(
      List<String> row, Told told, @Nullable String code, List<String> columns) {
    columns.forEach(c -> row.add(written(told, code, c)));
    row.add(written(told, code, null));
    row.add(Integer.toString(told.cell(code, null).records()));
    row.add(Integer.toString(told.cell(code, null).missing()));
  }

  private static String written(Told told, @Nullable String row, @Nullable String column) {
    var figure = plain(told.figure(row, column));
    return bounded(told, row, column)
        ? figure + " (" + plain(told.least(row, column)) + "–" + plain(told.most(row, column)) + ")"
        : figure;
  }

  private static String plain(Optional<BigDecimal> figure) {
    return figure.map(BigDecimal::toPlainString).orElse("");
  }
}
