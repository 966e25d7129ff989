package org.bandung.statistics.counting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is counted or added up.
public enum Measure {
  /// Initiatives, each once.
  INITIATIVES(Unit.NUMBER),
  /// What was promised in binding form.
  COMMITTED(Unit.MONEY, "commitment"),
  /// What was put in: paid, spent, or stated by partners as given.
  GIVEN(Unit.MONEY, "disbursement", "expenditure", "contribution"),
  /// What was set aside.
  BUDGETED(Unit.MONEY, "budget"),
  /// A quantity in one unit that was put in.
  QUANTITY(Unit.QUANTITY, "contribution", "disbursement", "expenditure", "unspecified"),
  /// Mean number of days from the first to the last.
  DURATION(Unit.DAYS),
  /// Mean number of days from the planned to the actual start.
  DELAY(Unit.DAYS);

  /// In what it is told.
  public enum Unit {
    NUMBER,
    /// The smallest unit of a currency.
    MONEY,
    /// Thousandths of a unit of quantity.
    QUANTITY,
    /// A mean of days.
    DAYS
  }

  private final Unit unit;
  private final List<String> kinds;

  Measure(Unit unit, String... kinds) {
    this.unit = unit;
    this.kinds = List.of(kinds);
  }

  public Unit unit() {
    return unit;
  }

  /// The kinds of contributions that are added up; none if initiatives are counted.
  public List<String> kinds() {
    return kinds;
  }

  /// A figure as it is told: a number, an amount, a quantity, a mean; empty if nobody reported it.
  public Optional<BigDecimal> figure(Answer.Cell cell) {
    return cell.reported() ? Optional.of(told(cell.value(), cell.records())) : Optional.empty();
  }

  /// What the figure is at least, if some of what it counts is one; empty as [#figure] is.
  public Optional<BigDecimal> least(Answer.Cell cell) {
    return bound(cell, cell.least());
  }

  /// What the figure is at most.
  public Optional<BigDecimal> most(Answer.Cell cell) {
    return bound(cell, cell.most());
  }

  /// A mean has no bounds, nor has what nobody looked at.
  private Optional<BigDecimal> bound(Answer.Cell cell, long value) {
    return cell.reported() && cell.bounded() && unit != Unit.DAYS
        ? Optional.of(told(value, cell.records()))
        : Optional.empty();
  }

  private BigDecimal told(long number, int records) {
    var value = BigDecimal.valueOf(number);
    return switch (unit) {
      case NUMBER -> value;
      case MONEY -> value.movePointLeft(2);
      case QUANTITY -> plain(value.movePointLeft(3));
      case DAYS -> value.divide(BigDecimal.valueOf(records), 1, RoundingMode.HALF_EVEN);
    };
  }

  private static BigDecimal plain(BigDecimal value) {
    var stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  boolean ofFlows() {
    return !kinds.isEmpty();
  }

  /// The name of the parameter in every door.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The measure of that name.
  public static Optional<Measure> named(String word) {
    for (var measure : values()) {
      if (measure.word().equals(word)) {
        return Optional.of(measure);
      }
    }
    return Optional.empty();
  }
}
