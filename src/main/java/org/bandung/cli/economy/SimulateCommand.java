package org.bandung.cli.economy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.economy.preferences.Level;
import org.bandung.economy.preferences.Measure;
import org.bandung.economy.preferences.Outcome;
import org.bandung.economy.preferences.Row;
import org.bandung.economy.scenarios.OutcomeTree;
import org.bandung.economy.scenarios.Scenario;
import org.bandung.economy.scenarios.ScenarioFacts;
import org.bandung.economy.scenarios.ScenarioFault;
import org.bandung.economy.scenarios.ScenarioReader;
import org.bandung.economy.scenarios.ScenarioReader.Read;
import org.bandung.economy.scenarios.ScenarioRun;
import org.bandung.economy.scenarios.ScenarioRun.Result;
import org.bandung.economy.scenarios.ScenarioWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `economy simulate SCENARIO.json`: what a change of tariffs would bring.
@Command(name = "simulate")
public final class SimulateCommand implements Runnable {

  private static final int MOST_ROWS = 60;

  @Parameters(paramLabel = "SCENARIO.json", descriptionKey = "parameter.scenario")
  Path file = Path.of("");

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  private final Rooms rooms;
  private final Talk talk;

  public SimulateCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public void run() {
    var asked =
        switch (ScenarioReader.read(document())) {
          case Read.Faulty(var faults) -> throw faulty(faults);
          case Read.Understood(var scenario) -> scenario;
        };
    var tables = new ScenarioTables(file, rooms);
    var looked = tables.look(asked);
    if (!tables.faults().isEmpty()) {
      throw faulty(tables.faults());
    }
    switch (ScenarioRun.run(looked)) {
      case Result.Faulty(var faults) -> throw faulty(faults);
      case Result.Told(var scenario, var outcome) -> {
        if (json) {
          talk.out().println(Json.line(OutcomeTree.of(asked, scenario, outcome)));
        } else {
          print(scenario, outcome);
        }
      }
    }
  }

  private byte[] document() {
    try {
      if (Files.isRegularFile(file)) {
        try (var in = Files.newInputStream(file)) {
          return in.readNBytes(ScenarioReader.LARGEST + 1);
        }
      }
    } catch (IOException e) {
      // told below, as a file that is not there
    }
    throw new ParameterException(
        spec.commandLine(), talk.words("simulate.no-file", file.toString()));
  }

  private ParameterException faulty(List<ScenarioFault> faults) {
    var told = new StringBuilder(talk.words("simulate.faulty"));
    for (var fault : faults) {
      var place = fault.pointer().isEmpty() ? "/" : fault.pointer();
      told.append("\n  ").append(place).append("  ").append(fault.told(talk.language()));
    }
    return new ParameterException(spec.commandLine(), told.toString());
  }

  private void print(Scenario scenario, Outcome outcome) {
    var words = new ScenarioWords(talk.language());
    for (var fact : ScenarioFacts.of(scenario, outcome, words, code -> code)) {
      talk.out().println(fact.label() + ": " + fact.value());
    }
    var total = outcome.rows(Level.TOTAL);
    if (total.isEmpty()) {
      return;
    }
    heading(words.say("total-heading", scenario.about().unit()));
    total(total.getFirst(), words);
    for (var level : Level.values()) {
      var rows = outcome.rows(level);
      if (level != Level.TOTAL && rows.size() > (level == Level.LINE ? 0 : 1)) {
        heading(words.level(level));
        rows(rows, words);
      }
    }
    heading(words.say("variants-heading"));
    variants(outcome, words);
  }

  private void heading(String heading) {
    talk.out().println();
    talk.out().println(heading);
  }

  private void total(Row row, ScenarioWords words) {
    var table =
        new Table(
            List.of(
                words.say("column.result"),
                words.say("column.value"),
                words.say("column.least"),
                words.say("column.most")));
    row.figures()
        .forEach((measure, figure) ->
            table.row(
                List.of(
                    words.measure(measure),
                    words.figure(measure, figure.value()),
                    words.figure(measure, figure.least()),
                    words.figure(measure, figure.most()))));
    table.print(talk);
  }

  private void rows(List<Row> rows, ScenarioWords words) {
    var first = rows.getFirst();
    boolean line = first.before() != null;
    var measures = OutcomeTree.measures(rows);
    var heading = new ArrayList<String>();
    heading.add(words.level(first.level()));
    if (line) {
      heading.add(words.say("column.before"));
      heading.add(words.say("column.after"));
    }
    measures.forEach(m -> heading.add(words.measure(m)));
    var table = new Table(heading);
    for (var row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
      table.row(row(row, measures, line, words));
    }
    table.print(talk);
    if (rows.size() > MOST_ROWS) {
      talk.out().println(words.say("rows-more", rows.size() - MOST_ROWS));
    }
  }

  private static List<String> row(
      Row row, List<Measure> measures, boolean line, ScenarioWords words) {
    var cells = new ArrayList<String>();
    var partner = row.partner().isEmpty() || row.region().isEmpty() ? "" : " → ";
    var product = row.product().isEmpty() ? "" : " " + row.product();
    cells.add((row.partner() + partner + row.region() + product).strip());
    if (line) {
      cells.add(row.before() == null ? "" : words.rate(row.before()));
      cells.add(row.after() == null ? "" : words.rate(row.after()));
    }
    for (var measure : measures) {
      var figure = row.figure(measure);
      cells.add(figure == null ? "" : words.figure(measure, figure.value()));
    }
    return cells;
  }

  private void variants(Outcome outcome, ScenarioWords words) {
    var measures = List.copyOf(outcome.variants().getFirst().totals().keySet());
    var heading = new ArrayList<String>();
    heading.add(words.say("column.elasticities"));
    heading.add(words.say("column.demand"));
    heading.add(words.say("column.substitution"));
    heading.add(words.say("column.supply"));
    measures.forEach(m -> heading.add(words.measure(m)));
    var table = new Table(heading);
    for (var variant : outcome.variants()) {
      var cells = new ArrayList<String>();
      cells.add(words.variant(variant.code()));
      cells.add(words.number(variant.elasticities().demand()));
      cells.add(words.number(variant.elasticities().substitution()));
      cells.add(words.number(variant.elasticities().supply()));
      for (var measure : measures) {
        var value = variant.totals().get(measure);
        cells.add(value == null ? "" : words.figure(measure, value));
      }
      table.row(cells);
    }
    table.print(talk);
  }
}
