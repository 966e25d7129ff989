package org.bandung.api.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;
import org.bandung.statistics.FigureNames;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.indicators.Indicated;
import org.bandung.statistics.indicators.Indicator;
import org.jspecify.annotations.Nullable;

/// An indicator of the catalogue.
///
/// @param formula of measures, in the few operations that `docs/counting.md` names
/// @param unit `number`, `money`, `quantity`, `days` or `percent`
/// @param dimensions by which it can be broken down
/// @param rule the rule of counting it rests on
/// @param certainty `confirmed`, `unconfirmed` or `ours`
/// @param source who defines it
/// @param address where its definition was read; null for those of this program
public record DefinedIndicatorJson(
    String code,
    @Nullable String name,
    @Nullable String definition,
    String formula,
    String unit,
    List<String> dimensions,
    String rule,
    String certainty,
    String source,
    @Nullable String address) {

  /// What an indicator comes to.
  ///
  /// @param question the parameters that were asked, of what stands below the line or alone
  public record IndicatorFigures(
      DefinedIndicatorJson indicator,
      Map<String, String> question,
      IndicatorValue total,
      List<IndicatorRow> rows,
      List<IndicatorColumn> columns) {}

  /// A value.
  ///
  /// @param value exact, as text; null if it cannot be told: not reported is not zero
  /// @param above of a quotient, what stands above the line
  /// @param below what stands below the line, or the measure alone
  /// @param initiatives how many stand behind `below`
  /// @param withoutFigure how many belong there but report none
  public record IndicatorValue(
      @Nullable String value,
      @Nullable String above,
      @Nullable String below,
      int initiatives,
      int withoutFigure) {}

  /// A row with its cells by column.
  public record IndicatorRow(
      String code, @Nullable String name, IndicatorValue total, List<IndicatorColumn> cells) {}

  /// A value by a code of the second dimension.
  public record IndicatorColumn(String code, @Nullable String name, IndicatorValue figure) {}

  /// The indicator in a language.
  public static DefinedIndicatorJson render(Indicator indicator, String language) {
    return new DefinedIndicatorJson(
        indicator.code(),
        text(indicator.name(), language),
        text(indicator.definition(), language),
        indicator.written(),
        indicator.unit().code(),
        indicator.dimensions().stream().map(Dimension::word).toList(),
        indicator.rule(),
        indicator.source().certainty().code(),
        indicator.source().name(),
        indicator.source().address().isEmpty() ? null : indicator.source().address());
  }

  private static @Nullable String text(LocalizedText text, String language) {
    return text.in(language).map(s -> s.text()).orElse(null);
  }

  /// Its values in the order of codes.
  public static IndicatorFigures values(Indicated told, String language, FigureNames names) {
    var question = told.question();
    var columns = told.columns().stream().sorted().toList();
    return new IndicatorFigures(
        render(told.of(), language),
        QuestionText.parameters(question),
        value(told, null, null),
        question
            .rows()
            .map(d ->
                told.rows().stream()
                    .sorted()
                    .map(r ->
                        new IndicatorRow(
                            QuestionText.written(r),
                            names.code(d, r),
                            value(told, r, null),
                            cells(told, names, r, columns)))
                    .toList())
            .orElse(List.of()),
        cells(told, names, null, columns));
  }

  private static List<IndicatorColumn> cells(
      Indicated told, FigureNames names, @Nullable String row, List<String> columns) {
    var dimension = told.question().columns();
    return columns.stream()
        .map(c ->
            new IndicatorColumn(
                QuestionText.written(c),
                names.code(dimension.orElseThrow(), c),
                value(told, row, c)))
        .toList();
  }

  private static IndicatorValue value(
      Indicated told, @Nullable String row, @Nullable String column) {
    var cell = told.cell(row, column);
    return new IndicatorValue(
        plain(told.figure(row, column)),
        plain(told.above(row, column)),
        plain(told.below(row, column)),
        cell.records(),
        cell.missing());
  }

  private static @Nullable String plain(Optional<BigDecimal> figure) {
    return figure.map(BigDecimal::toPlainString).orElse(null);
  }
}
