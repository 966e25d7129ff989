package org.bandung.web.scenarios;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bandung.economy.preferences.Flow;
import org.bandung.economy.preferences.Measure;
import org.bandung.economy.preferences.Rate;
import org.bandung.economy.preferences.Row;
import org.bandung.economy.scenarios.OutcomeTree;
import org.bandung.economy.scenarios.Scenario.Tariffs;
import org.bandung.economy.scenarios.Scenario.Trade;
import org.bandung.economy.scenarios.ScenarioFacts;
import org.bandung.economy.scenarios.ScenarioRun.Result.Told;
import org.bandung.economy.scenarios.ScenarioWords;
import org.bandung.exchange.rows.Workbooks;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A scenario as a workbook: all that was assumed on the first sheet, results on the second, what
/// other elasticities give on the third. Texts are texts: nothing is ever a formula.
final class ScenarioWorkbook {

  private static final double WIDE = 42;
  private static final double MIDDLE = 18;

  private final Told told;
  private final ScenarioWords words;
  private final UnaryOperator<String> names;

  ScenarioWorkbook(Told told, ScenarioWords words, UnaryOperator<String> names) {
    this.told = told;
    this.words = words;
    this.names = names;
  }

  void write(OutputStream out) throws IOException {
    Workbooks.write(
        out,
        book -> {
          assumptions(sheet(book, "sheet.assumptions"));
          results(sheet(book, "sheet.results"));
          variants(sheet(book, "sheet.sensitivity"));
        });
  }

  private Worksheet sheet(Workbook book, String key) {
    var name = words.say(key);
    var sheet = book.newWorksheet(name.substring(0, Math.min(31, name.length())));
    sheet.width(0, WIDE);
    for (int c = 1; c < 16; c++) {
      sheet.width(c, MIDDLE);
    }
    return sheet;
  }

  private void assumptions(Worksheet sheet) {
    int line = 0;
    for (var fact : ScenarioFacts.of(told.scenario(), told.outcome(), words, names)) {
      sheet.value(line, 0, fact.label());
      sheet.style(line, 0).bold().set();
      sheet.value(line++, 1, fact.value());
    }
    if (told.scenario().trade() instanceof Trade.Inline(var flows)
        && told.scenario().tariffs() instanceof Tariffs.Inline(var rates)) {
      line = flows(sheet, line + 1, flows);
      rates(sheet, line + 1, rates);
    }
  }

  private int flows(Worksheet sheet, int from, List<Flow> flows) {
    int line = from;
    head(
        sheet,
        line++,
        words.say("level.partner"),
        words.say("column.importer"),
        words.say("level.product"),
        words.measure(Measure.TRADE_BEFORE));
    for (var flow : flows) {
      sheet.value(line, 0, flow.exporter());
      sheet.value(line, 1, flow.importer());
      sheet.value(line, 2, flow.product());
      sheet.value(line++, 3, flow.value());
    }
    return line;
  }

  private void rates(Worksheet sheet, int from, List<Rate> rates) {
    int line = from;
    head(
        sheet,
        line++,
        words.say("level.partner"),
        words.say("column.importer"),
        words.say("level.product"),
        words.say("column.before"));
    for (var rate : rates) {
      sheet.value(line, 0, rate.exporter().isEmpty() ? "*" : rate.exporter());
      sheet.value(line, 1, rate.importer());
      sheet.value(line, 2, rate.product());
      sheet.value(line++, 3, rate.percent());
    }
  }

  private static void head(Worksheet sheet, int line, String... texts) {
    for (int c = 0; c < texts.length; c++) {
      sheet.value(line, c, texts[c]);
      sheet.style(line, c).bold().set();
    }
  }

  /// A figure in a line, with the range of all choices of elasticities beside it.
  private void results(Worksheet sheet) {
    sheet.value(0, 0, words.say("total-heading", told.scenario().about().unit()));
    head(
        sheet,
        1,
        words.say("column.result"),
        words.say("column.level"),
        words.say("column.region"),
        words.say("level.partner"),
        words.say("level.product"),
        words.say("column.before"),
        words.say("column.after"),
        words.say("column.value"),
        words.say("column.least"),
        words.say("column.most"));
    int line = 2;
    for (var row : told.outcome().rows()) {
      line = row(sheet, line, row);
    }
    sheet.freezePane(1, 2);
  }

  private int row(Worksheet sheet, int from, Row row) {
    int line = from;
    for (var entry : row.figures().entrySet()) {
      var measure = entry.getKey();
      sheet.value(line, 0, words.measure(measure) + (measure.relative() ? " (%)" : ""));
      sheet.value(line, 1, words.level(row.level()));
      sheet.value(line, 2, row.region());
      sheet.value(line, 3, row.partner());
      sheet.value(line, 4, row.product());
      if (row.before() != null && row.after() != null) {
        sheet.value(line, 5, row.before());
        sheet.value(line, 6, row.after());
      }
      double scale = measure.relative() ? 100 : 1;
      sheet.value(line, 7, entry.getValue().value() * scale);
      sheet.value(line, 8, entry.getValue().least() * scale);
      sheet.value(line++, 9, entry.getValue().most() * scale);
    }
    return line;
  }

  private void variants(Worksheet sheet) {
    var measures =
        OutcomeTree.measures(told.outcome().rows()).stream().filter(m -> !m.relative()).toList();
    head(
        sheet,
        0,
        words.say("column.elasticities"),
        words.say("column.demand"),
        words.say("column.substitution"),
        words.say("column.supply"));
    for (int c = 0; c < measures.size(); c++) {
      sheet.value(0, 4 + c, words.measure(measures.get(c)));
    }
    int line = 1;
    for (var variant : told.outcome().variants()) {
      var elasticities = variant.elasticities();
      sheet.value(line, 0, words.variant(variant.code()));
      sheet.value(line, 1, elasticities.demand());
      sheet.value(line, 2, elasticities.substitution());
      if (elasticities.infiniteSupply()) {
        sheet.value(line, 3, words.say("infinite"));
      } else {
        sheet.value(line, 3, elasticities.supply());
      }
      for (int c = 0; c < measures.size(); c++) {
        var value = variant.totals().get(measures.get(c));
        if (value != null) {
          sheet.value(line, 4 + c, value);
        }
      }
      line++;
    }
  }
}
