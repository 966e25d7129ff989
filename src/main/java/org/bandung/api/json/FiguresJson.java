package org.bandung.api.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bandung.reference.money.Deflator;
import org.bandung.statistics.FigureNames;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Question;
import org.jspecify.annotations.Nullable;

/// A table of figures: what was asked, by which rule it is counted, and the figures.
///
/// @param question the parameters that ask it again
/// @param measure what is counted, in words
/// @param rule how it is counted
/// @param columns totals by column
/// @param prices by what amounts are told in prices of one year; null if they are those of their
///   time
public record FiguresJson(
    Map<String, String> question,
    String measure,
    String rule,
    Figure total,
    Coverage coverage,
    List<Row> rows,
    List<Column> columns,
    @Nullable Prices prices) {

  /// Constant prices.
  ///
  /// @param deflator the index they are told by; null if none is known here: then no amount is
  public record Prices(int year, @Nullable String deflator, @Nullable String source) {

    static Prices of(Question.Prices asked, Optional<Deflator> deflator) {
      return new Prices(
          asked.year(),
          deflator.map(Deflator::name).orElse(null),
          deflator.map(Deflator::source).orElse(null));
    }
  }

  /// A figure.
  ///
  /// @param value exact, as text; null if nobody reported: not reported is not zero
  /// @param initiatives how many stand behind it
  /// @param withoutFigure how many belong here but report none
  /// @param atLeast what it is at least, while nobody knows whether some initiatives are one; null
  ///   if nobody reported, of means, and where bounds are not known
  public record Figure(
      @Nullable String value,
      int initiatives,
      int withoutFigure,
      @Nullable String atLeast,
      @Nullable String atMost) {}

  /// A row with its cells by column.
  public record Row(String code, @Nullable String name, Figure total, List<Column> cells) {}

  /// A figure by a code of the second dimension.
  public record Column(String code, @Nullable String name, Figure figure) {}

  /// What stands behind all figures.
  ///
  /// @param notConverted contributions whose currency could not be brought into the one asked for
  /// @param unsureGroups groups of initiatives that may each be one, with any in what was asked
  /// @param bounds `known`, `too-wide` or `not-looked-at`: then no figure has bounds, and some
  ///   initiatives may count twice
  public record Coverage(
      int considered, int withoutFigure, int notConverted, int unsureGroups, String bounds) {}

  /// The answer in the order of codes.
  public static FiguresJson render(Answer answer, FigureNames names, Optional<Deflator> deflator) {
    var question = answer.question();
    var columns = sorted(answer.columns());
    var coverage = answer.coverage();
    return new FiguresJson(
        QuestionText.parameters(question),
        names.measure(question.measure()),
        names.rule(question.measure()),
        figure(question, answer.total()),
        new Coverage(
            coverage.considered(),
            coverage.withoutFigure(),
            coverage.notConverted(),
            answer.doubt().groups(),
            answer.doubt().bounds().code()),
        question
            .rows()
            .map(d -> sorted(answer.rows()).stream().map(r -> row(answer, names, d, r)).toList())
            .orElse(List.of()),
        question
            .columns()
            .map(d ->
                columns.stream()
                    .map(c ->
                        column(
                            question,
                            names,
                            d,
                            c,
                            answer.columnTotals().getOrDefault(c, Cell.NONE)))
                    .toList())
            .orElse(List.of()),
        question.prices().map(p -> Prices.of(p, deflator)).orElse(null));
  }

  private static List<String> sorted(List<String> codes) {
    return codes.stream().sorted().toList();
  }

  private static Row row(Answer answer, FigureNames names, Dimension dimension, String code) {
    var question = answer.question();
    var cells = answer.cells().getOrDefault(code, Map.of());
    return new Row(
        QuestionText.written(code),
        names.code(dimension, code),
        figure(question, answer.at(code)),
        question
            .columns()
            .map(d ->
                new TreeSet<>(cells.keySet())
                    .stream().map(c -> column(question, names, d, c, answer.at(code, c))).toList())
            .orElse(List.of()));
  }

  private static Column column(
      Question question, FigureNames names, Dimension dimension, String code, Cell cell) {
    return new Column(
        QuestionText.written(code), names.code(dimension, code), figure(question, cell));
  }

  private static Figure figure(Question question, Cell cell) {
    return new Figure(
        question.measure().figure(cell).map(BigDecimal::toPlainString).orElse(null),
        cell.records(),
        cell.missing(),
        question.measure().least(cell).map(BigDecimal::toPlainString).orElse(null),
        question.measure().most(cell).map(BigDecimal::toPlainString).orElse(null));
  }
}
