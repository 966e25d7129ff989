package org.bandung.exchange.sdmx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.counting.Question;
import org.jspecify.annotations.Nullable;

/// A table of figures as SDMX-CSV 2.0: one row for each observation.
///
/// @see <a href="https://github.com/sdmx-twg/sdmx-csv">SDMX-CSV field guide</a>
public final class SdmxTable {

  private final Answer answer;
  private final Question question;
  private final String filter;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();
  private final HashSet<List<@Nullable Object>> told = new HashSet<>();

  private SdmxTable(Answer answer) {
    this.answer = answer;
    this.question = answer.question();
    this.filter =
        QuestionText.parameters(question).entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("&"));
  }

  /// The names of the columns.
  public static List<String> columns() {
    return Sdmx.columns();
  }

  /// The observations, in an order that stays.
  public static List<List<@Nullable Object>> rows(Answer answer) {
    var table = new SdmxTable(answer);
    table.fill();
    return table.rows;
  }

  private void fill() {
    var rowCodes =
        question.rows().isPresent() ? new TreeSet<>(answer.rows()) : new TreeSet<String>();
    var columnCodes =
        question.columns().isPresent() ? new TreeSet<>(answer.columns()) : new TreeSet<String>();
    for (var row : rowCodes) {
      for (var column : columnCodes) {
        add(row, column, answer.at(row, column));
      }
      add(row, null, answer.at(row));
    }
    for (var column : columnCodes) {
      add(null, column, answer.columnTotals().getOrDefault(column, Cell.NONE));
    }
    add(null, null, answer.total());
  }

  private void add(@Nullable String row, @Nullable String column, Cell cell) {
    if (cell.equals(Cell.NONE) && (row != null || column != null)) {
      return;
    }
    var at = new EnumMap<Dimension, String>(Dimension.class);
    question.filters().forEach((d, codes) -> at.put(d, several(d, codes)));
    if (row != null) {
      at.put(question.rows().orElseThrow(), code(question.rows().orElseThrow(), row));
    }
    if (column != null) {
      at.put(question.columns().orElseThrow(), code(question.columns().orElseThrow(), column));
    }
    var cells = new ArrayList<@Nullable Object>();
    cells.addAll(List.of("dataflow", Sdmx.DATAFLOW, "I", measure(question.measure())));
    for (var dimension : Sdmx.dimensions()) {
      cells.add(at.getOrDefault(dimension, Sdmx.TOTAL));
    }
    cells.add(unit());
    cells.add(prices());
    cells.add(records(question.scope()));
    cells.add(question.scope().without().orElse(Sdmx.NOT_APPLICABLE));
    cells.add(selection(at));
    cells.add(at.getOrDefault(Dimension.YEAR, Sdmx.ALL_YEARS));
    // The only code that was asked for and the total are one observation.
    if (told.add(List.copyOf(cells))) {
      observation(cells, cell);
      rows.add(cells);
    }
  }

  /// Not reported is never zero: the cell stays empty, and its status says that the value is
  /// missing.
  private void observation(List<@Nullable Object> cells, Cell cell) {
    var figure = question.measure().figure(cell);
    cells.add(figure.map(BigDecimal::stripTrailingZeros).map(SdmxTable::plain).orElse(null));
    cells.add(figure.isPresent() ? "A" : "O");
    cells.add(cell.records());
    cells.add(cell.missing());
    cells.add(filter);
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  private String unit() {
    return switch (question.measure().unit()) {
      case NUMBER -> "NUMBER";
      case DAYS -> "DAYS";
      case MONEY, QUANTITY -> Sdmx.code(question.in());
    };
  }

  /// The year of the prices, and the deflator where one was named.
  private String prices() {
    return question
        .prices()
        .map(p -> p.year() + p.deflator().map(d -> "_" + Sdmx.code(d)).orElse(""))
        .orElse(Sdmx.NOT_APPLICABLE);
  }

  /// Which records are looked at.
  static String records(Question.Scope scope) {
    var code = (scope.southSouth() ? "S" : "") + (scope.compilations() ? "C" : "");
    return code.isEmpty() ? Sdmx.TOTAL : code;
  }

  /// The filters that the place of an observation does not tell by itself: of several codes, and of
  /// one code where the row or column stands at another.
  private String selection(Map<Dimension, String> at) {
    var told =
        question.filters().entrySet().stream()
            .filter(f ->
                f.getValue().size() != 1
                    || !code(f.getKey(), f.getValue().iterator().next()).equals(at.get(f.getKey())))
            .sorted(Map.Entry.comparingByKey())
            .map(f ->
                f.getKey().word()
                    + "="
                    + f.getValue().stream()
                        .sorted()
                        .map(QuestionText::written)
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining("&"));
    return told.isEmpty() ? Sdmx.NOT_APPLICABLE : Sdmx.code(told);
  }

  static String measure(Measure measure) {
    return measure.word().toUpperCase(java.util.Locale.ROOT);
  }

  private static String code(Dimension dimension, String code) {
    return dimension == Dimension.YEAR ? Sdmx.year(code) : Sdmx.code(code);
  }

  private static String several(Dimension dimension, java.util.Set<String> codes) {
    return codes.size() == 1
        ? code(dimension, codes.iterator().next())
        : dimension == Dimension.YEAR ? span(codes) : Sdmx.SEVERAL;
  }

  /// Several years are told as the span around them; which of them, SELECTION says.
  private static String span(java.util.Set<String> codes) {
    var years =
        codes.stream()
            .filter(c -> c.matches("[0-9]{4}"))
            .mapToInt(Integer::parseInt)
            .summaryStatistics();
    return years.getCount() == 0
        ? Sdmx.ALL_YEARS
        : "%04d-01-01/P%dY".formatted(years.getMin(), years.getMax() - years.getMin() + 1);
  }
}
