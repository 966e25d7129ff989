package org.bandung.web.scenarios;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.bandung.economy.preferences.Figure;
import org.bandung.economy.preferences.Level;
import org.bandung.economy.preferences.Measure;
import org.bandung.economy.preferences.Model;
import org.bandung.economy.preferences.Outcome;
import org.bandung.economy.preferences.Row;
import org.bandung.economy.scenarios.OutcomeTree;
import org.bandung.economy.scenarios.ScenarioWords;
import org.jspecify.annotations.Nullable;

/// Results as the page shows them: every figure with the range that other elasticities give.
///
/// Its records are public because the template reads them.
final class ScenarioView {

  private static final int MOST_ROWS = 60;

  private final Outcome outcome;
  private final ScenarioWords words;
  private final UnaryOperator<String> names;

  ScenarioView(Outcome outcome, ScenarioWords words, UnaryOperator<String> names) {
    this.outcome = outcome;
    this.words = words;
    this.names = names;
  }

  /// A figure.
  ///
  /// @param range null where it is the same whatever the elasticities
  public record Cell(String text, @Nullable String range) {}

  /// A bar from zero to a value, with a line from the least to the most; in hundredths of the
  /// width.
  public record Bar(double zero, double from, double width, double least, double most) {}

  /// A row.
  ///
  /// @param texts cells of words before the figures, the first of them its head
  public record Line(List<String> texts, List<Cell> cells, @Nullable Bar bar) {}

  /// A table.
  ///
  /// @param texts heads of the columns of words
  /// @param numbers heads of the columns of figures
  /// @param more rows that only the download has
  public record Table(
      String id,
      String heading,
      List<String> texts,
      List<String> numbers,
      List<Line> lines,
      int more) {}

  /// The totals, one measure in a row.
  List<Line> totals() {
    var totals = new ArrayList<Line>();
    for (var row : outcome.rows(Level.TOTAL)) {
      row.figures()
          .forEach((measure, figure) ->
              totals.add(
                  new Line(
                      List.of(words.measure(measure)),
                      List.of(
                          new Cell(words.figure(measure, figure.value()), null),
                          new Cell(words.figure(measure, figure.least()), null),
                          new Cell(words.figure(measure, figure.most()), null)),
                      null)));
    }
    return totals;
  }

  /// Who gains and who loses: change of trade by exporter in SMART, welfare by region in GSIM.
  Table bars() {
    boolean smart = outcome.model() == Model.SMART;
    var rows = outcome.rows(smart ? Level.PARTNER : Level.REGION);
    var figures = new ArrayList<Figure>();
    for (var row : rows) {
      figures.add(smart ? growth(row) : welfare(row));
    }
    double least = Math.min(0, figures.stream().mapToDouble(Figure::least).min().orElse(0));
    double most = Math.max(0, figures.stream().mapToDouble(Figure::most).max().orElse(0));
    double width = most - least == 0 ? 1 : most - least;
    var lines = new ArrayList<Line>();
    for (int i = 0; i < rows.size(); i++) {
      var figure = figures.get(i);
      var row = rows.get(i);
      lines.add(
          new Line(
              List.of(names.apply(smart ? row.partner() : row.region())),
              List.of(cell(Measure.WELFARE, figure)),
              bar(figure, least, width)));
    }
    var sorted = lines.stream().sorted(Comparator.comparing(l -> l.texts().getFirst())).toList();
    return new Table(
        "bars",
        words.say(smart ? "bars.smart" : "bars.gsim"),
        List.of(words.say(smart ? "level.partner" : "column.region")),
        List.of(words.say(smart ? "bars.growth" : "measure.welfare")),
        sorted.subList(0, Math.min(MOST_ROWS, sorted.size())),
        Math.max(0, sorted.size() - MOST_ROWS));
  }

  private static Figure welfare(Row row) {
    return Objects.requireNonNull(row.figure(Measure.WELFARE));
  }

  /// What was there before does not depend on elasticities.
  private static Figure growth(Row row) {
    double before = Objects.requireNonNull(row.figure(Measure.TRADE_BEFORE)).value();
    var after = Objects.requireNonNull(row.figure(Measure.TRADE_AFTER));
    return new Figure(after.value() - before, after.least() - before, after.most() - before);
  }

  private static Bar bar(Figure figure, double least, double width) {
    double zero = -least / width * 100;
    double end = (figure.value() - least) / width * 100;
    return new Bar(
        round(zero),
        round(Math.min(zero, end)),
        round(Math.abs(end - zero)),
        round((figure.least() - least) / width * 100),
        round((figure.most() - least) / width * 100));
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /// Tables of all levels that have more than one row to tell apart.
  List<Table> tables() {
    var tables = new ArrayList<Table>();
    boolean oneProduct = outcome.rows(Level.PRODUCT).size() <= 1;
    for (var level : List.of(Level.REGION, Level.MARKET, Level.PARTNER, Level.PRODUCT)) {
      var rows = outcome.rows(level);
      boolean said = level == Level.REGION && outcome.model() == Model.GSIM && oneProduct;
      if (rows.size() > 1 && !said) {
        tables.add(table(level, rows));
      }
    }
    if (!outcome.rows(Level.LINE).isEmpty()) {
      tables.add(table(Level.LINE, outcome.rows(Level.LINE)));
    }
    return tables;
  }

  private Table table(Level level, List<Row> rows) {
    var measures = OutcomeTree.measures(rows).stream().filter(m -> tells(m, level, rows)).toList();
    boolean products = rows.stream().anyMatch(r -> !r.product().isEmpty());
    boolean line = level == Level.LINE;
    var texts = new ArrayList<String>();
    if (level == Level.PRODUCT) {
      texts.add(words.level(level));
    } else {
      texts.add(
          words.say(
              level == Level.REGION || level == Level.MARKET ? "column.region" : "level.partner"));
      if (line) {
        texts.add(words.say("column.importer"));
      }
      if (products) {
        texts.add(words.say("level.product"));
      }
    }
    var numbers = new ArrayList<String>();
    if (line) {
      numbers.add(words.say("column.before"));
      numbers.add(words.say("column.after"));
    }
    measures.forEach(m -> numbers.add(words.measure(m)));
    var lines =
        rows.stream().limit(MOST_ROWS).map(r -> line(r, level, products, measures)).toList();
    return new Table(
        "table-" + level.code(),
        words.say("heading." + level.code()),
        texts,
        numbers,
        lines,
        rows.size() - lines.size());
  }

  /// What is zero in all rows, such as a price effect with endless supply, is left to the download.
  private static boolean tells(Measure measure, Level level, List<Row> rows) {
    if (level == Level.LINE && measure == Measure.REVENUE_BEFORE) {
      return false;
    }
    return rows.stream()
        .map(r -> r.figure(measure))
        .anyMatch(f -> f != null && (f.least() != 0 || f.most() != 0));
  }

  private Line line(Row row, Level level, boolean products, List<Measure> measures) {
    var texts = new ArrayList<String>();
    var product = row.product().isEmpty() ? words.say("all-products") : row.product();
    switch (level) {
      case PRODUCT -> texts.add(product);
      case PARTNER -> texts.add(names.apply(row.partner()));
      case REGION, TOTAL -> texts.add(names.apply(row.region()));
      case MARKET -> {
        texts.add(names.apply(row.region()));
        if (products) {
          texts.add(product);
        }
      }
      case LINE -> {
        texts.add(names.apply(row.partner()));
        texts.add(names.apply(row.region()));
        if (products) {
          texts.add(product);
        }
      }
    }
    var cells = new ArrayList<Cell>();
    if (row.before() != null && row.after() != null) {
      cells.add(new Cell(words.number(row.before()), null));
      cells.add(new Cell(words.number(row.after()), null));
    }
    for (var measure : measures) {
      var figure = row.figure(measure);
      cells.add(figure == null ? new Cell("", null) : cell(measure, figure));
    }
    return new Line(texts, cells, null);
  }

  private Cell cell(Measure measure, Figure figure) {
    var text = words.figure(measure, figure.value());
    var least = words.figure(measure, figure.least());
    var most = words.figure(measure, figure.most());
    return new Cell(text, least.equals(most) ? null : words.say("range", least, most));
  }

  /// The totals with each choice of elasticities.
  Table variants() {
    var first = outcome.variants().getFirst();
    var measures =
        first.totals().keySet().stream()
            .filter(m -> m != Measure.TRADE_BEFORE && m != Measure.REVENUE_BEFORE)
            .filter(m ->
                outcome.variants().stream()
                    .anyMatch(v -> Math.abs(v.totals().getOrDefault(m, 0.0)) > 1e-9))
            .toList();
    var numbers = new ArrayList<String>();
    numbers.add(words.say("column.demand"));
    numbers.add(words.say("column.substitution"));
    numbers.add(words.say("column.supply"));
    measures.forEach(m -> numbers.add(words.measure(m)));
    var lines = new ArrayList<Line>();
    for (var variant : outcome.variants()) {
      var cells = new ArrayList<Cell>();
      cells.add(new Cell(words.number(variant.elasticities().demand()), null));
      cells.add(new Cell(words.number(variant.elasticities().substitution()), null));
      cells.add(new Cell(words.number(variant.elasticities().supply()), null));
      for (var measure : measures) {
        var value = variant.totals().get(measure);
        cells.add(new Cell(value == null ? "" : words.figure(measure, value), null));
      }
      lines.add(new Line(List.of(words.variant(variant.code())), cells, null));
    }
    return new Table(
        "variants",
        words.say("variants-heading"),
        List.of(words.say("column.elasticities")),
        numbers,
        lines,
        0);
  }
}
