package org.bandung.cli.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.statistics.FigureNames;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.QuestionText.Asked;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `figures NAME=VALUE ...`: a table of figures, every one counted once.
@Command(name = "figures")
public final class FigureCommand implements Runnable {

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
    switch (statistics.text().read(given::get)) {
      case Asked.Faulty(var faults) ->
          throw unknown(faults.getFirst().parameter(), faults.getFirst().value());
      case Asked.Understood(var question) -> {
        statistics.catchUp();
        var answer =
            statistics
                .ask(question)
                .orElseThrow(() ->
                    new ParameterException(spec.commandLine(), talk.words("figures.too-large")));
        if (json) {
          var all = json(answer);
          statistics
              .deflator(question)
              .ifPresent(d ->
                  all.put("deflator", Map.of("name", d.name(), "source", d.source())));
          talk.out().println(Json.line(all));
        } else {
          print(answer, statistics.names(talk.language()));
        }
      }
    }
  }

  private Map<String, String> given() {
    var given = new HashMap<String, String>();
    for (var word : words) {
      int at = word.indexOf('=');
      var name = at < 0 ? word : word.substring(0, at);
      if (at < 0 || !QuestionText.names().contains(name)) {
        throw new ParameterException(
            spec.commandLine(), talk.words("usage-fault.one-of", name, known()));
      }
      given.put(name, word.substring(at + 1));
    }
    return given;
  }

  private static String known() {
    return String.join(", ", QuestionText.names());
  }

  private ParameterException unknown(String parameter, String value) {
    return new ParameterException(
        spec.commandLine(), talk.words("figures.unknown", parameter, value));
  }

  /// Figures as a program reads them: null is what nobody reported.
  private static Map<String, Object> json(Answer answer) {
    var question = answer.question();
    var rows = new ArrayList<Map<String, Object>>();
    for (var row : new TreeSet<>(answer.rows())) {
      var one = new LinkedHashMap<String, Object>();
      one.put("row", QuestionText.written(row));
      one.putAll(figure(question, answer.at(row)));
      if (question.columns().isPresent()) {
        var cells = new LinkedHashMap<String, Object>();
        new TreeSet<>(answer.columns())
            .forEach(column ->
                cells.put(QuestionText.written(column), figure(question, answer.at(row, column))));
        one.put("columns", cells);
      }
      rows.add(one);
    }
    var all = new LinkedHashMap<String, Object>();
    all.put("question", QuestionText.parameters(question));
    all.put("total", figure(question, answer.total()));
    all.put("coverage", answer.coverage());
    all.put("rows", rows);
    return all;
  }

  private static Map<String, Object> figure(Question question, Answer.Cell cell) {
    var figure = new LinkedHashMap<String, Object>();
    figure.put("value", question.measure().figure(cell).orElse(null));
    figure.put("records", cell.records());
    figure.put("without", cell.missing());
    if (cell.unsure()) {
      figure.put("atLeast", question.measure().least(cell).orElse(null));
      figure.put("atMost", question.measure().most(cell).orElse(null));
    }
    return figure;
  }

  private void print(Answer answer, FigureNames names) {
    var question = answer.question();
    var columns = answer.columns().stream().sorted().toList();
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
            answer.rows().stream()
                .sorted(Comparator.comparing((String c) -> names.code(d, c)))
                .forEach(r -> table.row(row(answer, names, d, r, columns))));
    table.row(total(answer, columns));
    table.print(talk);
  }

  private static List<String> row(
      Answer answer, FigureNames names, Dimension dimension, String code, List<String> columns) {
    var row = new ArrayList<String>();
    row.add(QuestionText.written(code));
    row.add(names.code(dimension, code));
    columns.forEach(c -> row.add(told(answer, answer.at(code, c))));
    tail(row, answer, answer.at(code));
    return row;
  }

  private static List<String> total(Answer answer, List<String> columns) {
    var row = new ArrayList<String>();
    if (answer.question().rows().isPresent()) {
      row.add("");
    }
    row.add(answer.question().measure().word());
    columns.forEach(
        c -> row.add(told(answer, answer.columnTotals().getOrDefault(c, Answer.Cell.NONE))));
    tail(row, answer, answer.total());
    return row;
  }

  private static void tail(List<String> row, Answer answer, Answer.Cell cell) {
    row.add(told(answer, cell));
    row.add(Integer.toString(cell.records()));
    row.add(Integer.toString(cell.missing()));
  }

  private static String told(Answer answer, Answer.Cell cell) {
    var measure = answer.question().measure();
    var figure = measure.figure(cell).map(BigDecimal::toPlainString).orElse("");
    return cell.unsure()
        ? figure
            + " ("
            + measure.least(cell).map(BigDecimal::toPlainString).orElse("")
            + "–"
            + measure.most(cell).map(BigDecimal::toPlainString).orElse("")
            + ")"
        : figure;
  }
}
