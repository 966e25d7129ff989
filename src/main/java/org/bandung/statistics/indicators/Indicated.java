package org.bandung.statistics.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import org.jspecify.annotations.Nullable;

/// An indicator calculated over a table.
///
/// @param part what stands above the line
/// @param answer what stands below it, or alone: what the figures open to
public record Indicated(Indicator of, Answer part, Answer answer) implements Told {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public Optional<Indicator> indicator() {
    return Optional.of(of);
  }

  /// The figure above the line; empty where the indicator has one operand only.
  public Optional<BigDecimal> above(@Nullable String row, @Nullable String column) {
    return part.equals(answer) ? Optional.empty() : measured(part, row, column);
  }

  /// The figure below the line, or the operand alone.
  public Optional<BigDecimal> below(@Nullable String row, @Nullable String column) {
    return measured(answer, row, column);
  }

  private static Optional<BigDecimal> measured(
      Answer answer, @Nullable String row, @Nullable String column) {
    return answer.question().measure().figure(Told.at(answer, row, column));
  }

  @Override
  public Optional<BigDecimal> figure(@Nullable String row, @Nullable String column) {
    var base = Told.at(answer, row, column);
    return switch (of.formula()) {
      case Formula.Figure figure -> figure.of().measure().figure(base);
      case Formula.Share share -> share(Told.at(part, row, column), base);
      case Formula.Ratio ratio -> ratio(ratio, Told.at(part, row, column), base);
      case Formula.Mean mean -> by(mean.of().measure(), base, base.records());
      case Formula.Yearly yearly -> by(yearly.of().measure(), base, years(row, column));
    };
  }

  /// Part and whole are of one measure, so that their units fall out. A part to which initiatives
  /// belong of which none reports a figure is not known; one to which none belongs is none.
  private static Optional<BigDecimal> share(Cell above, Cell whole) {
    boolean known = above.reported() || above.missing() == 0;
    return known && whole.reported() && whole.value() != 0
        ? Optional.of(percent(BigDecimal.valueOf(above.value()), BigDecimal.valueOf(whole.value())))
        : Optional.empty();
  }

  private static Optional<BigDecimal> ratio(Formula.Ratio ratio, Cell above, Cell below) {
    return counted(ratio.of().measure(), above)
        .flatMap(a ->
            ratio
                .to()
                .measure()
                .figure(below)
                .filter(b -> b.signum() != 0)
                .map(b -> percent(a, b)));
  }

  /// Where initiatives are counted, none is a figure too.
  private static Optional<BigDecimal> counted(Measure measure, Cell cell) {
    return measure == Measure.INITIATIVES && cell.equals(Cell.NONE)
        ? Optional.of(BigDecimal.ZERO)
        : measure.figure(cell);
  }

  private static BigDecimal percent(BigDecimal above, BigDecimal below) {
    return above.multiply(HUNDRED).divide(below, 1, RoundingMode.HALF_EVEN);
  }

  private static Optional<BigDecimal> by(Measure measure, Cell cell, int number) {
    return number == 0
        ? Optional.empty()
        : measure
            .figure(cell)
            .map(f -> f.divide(BigDecimal.valueOf(number), 2, RoundingMode.HALF_EVEN));
  }

  /// How many years a cell is about: one where it is of one year, else those asked for; none if all
  /// were.
  private int years(@Nullable String row, @Nullable String column) {
    var question = answer.question();
    if (row != null && question.rows().equals(Optional.of(Dimension.YEAR))
        || column != null && question.columns().equals(Optional.of(Dimension.YEAR))) {
      return 1;
    }
    var years = question.filters().get(Dimension.YEAR);
    return years == null ? 0 : years.size();
  }

  /// A quotient has no bounds here; a measure has its own.
  @Override
  public Optional<BigDecimal> least(@Nullable String row, @Nullable String column) {
    return of.formula() instanceof Formula.Figure figure
        ? figure.of().measure().least(Told.at(answer, row, column))
        : Optional.empty();
  }

  @Override
  public Optional<BigDecimal> most(@Nullable String row, @Nullable String column) {
    return of.formula() instanceof Formula.Figure figure
        ? figure.of().measure().most(Told.at(answer, row, column))
        : Optional.empty();
  }

  @Override
  public List<String> rows() {
    return both(part.rows(), answer.rows());
  }

  @Override
  public List<String> columns() {
    return both(part.columns(), answer.columns());
  }

  private static List<String> both(List<String> one, List<String> other) {
    var all = new LinkedHashSet<>(other);
    all.addAll(one);
    return new ArrayList<>(all);
  }
}
