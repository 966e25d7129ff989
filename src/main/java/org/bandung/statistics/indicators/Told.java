package org.bandung.statistics.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Question;
import org.jspecify.annotations.Nullable;

/// A table of figures as it is told: of a measure as it was counted, or of an indicator calculated
/// from such.
public interface Told {

  /// What was counted: what the figures open to.
  Answer answer();

  /// The indicator that is told; empty if it is a measure.
  Optional<Indicator> indicator();

  /// A figure; empty if nobody reported it.
  ///
  /// @param row null for all of them
  Optional<BigDecimal> figure(@Nullable String row, @Nullable String column);

  /// What it is at least; empty where it has no bounds.
  Optional<BigDecimal> least(@Nullable String row, @Nullable String column);

  /// What it is at most.
  Optional<BigDecimal> most(@Nullable String row, @Nullable String column);

  /// The question that was counted.
  default Question question() {
    return answer().question();
  }

  /// The codes of the rows.
  default List<String> rows() {
    return answer().rows();
  }

  /// The codes of the columns.
  default List<String> columns() {
    return answer().columns();
  }

  /// What was counted for a figure.
  default Cell cell(@Nullable String row, @Nullable String column) {
    return at(answer(), row, column);
  }

  /// What an answer has at a place.
  static Cell at(Answer answer, @Nullable String row, @Nullable String column) {
    if (row == null) {
      return column == null
          ? answer.total()
          : answer.columnTotals().getOrDefault(column, Cell.NONE);
    }
    return column == null
        ? answer.at(row)
        : answer.cells().getOrDefault(row, Map.of()).getOrDefault(column, Cell.NONE);
  }

  /// Figures as they were counted.
  static Told of(Answer answer) {
    return new Counted(answer);
  }

  /// Figures of a measure.
  record Counted(Answer answer) implements Told {
    @Override
    public Optional<Indicator> indicator() {
      return Optional.empty();
    }

    @Override
    public Optional<BigDecimal> figure(@Nullable String row, @Nullable String column) {
      return question().measure().figure(cell(row, column));
    }

    @Override
    public Optional<BigDecimal> least(@Nullable String row, @Nullable String column) {
      return question().measure().least(cell(row, column));
    }

    @Override
    public Optional<BigDecimal> most(@Nullable String row, @Nullable String column) {
      return question().measure().most(cell(row, column));
    }
  }
}
