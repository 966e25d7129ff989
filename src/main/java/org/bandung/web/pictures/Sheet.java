package org.bandung.web.pictures;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Answer.Cell;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.counting.Question;
import org.bandung.web.figures.FigureWords;
import org.bandung.web.pictures.Picture.Figure;
import org.bandung.web.pictures.Picture.Look;
import org.jspecify.annotations.Nullable;

/// Asks for the figures of one picture and gives them names and doors.
///
/// Figures of several codes together are asked for, not added up: an initiative of two of them
/// counts once.
///
/// @param question without rows and columns
record Sheet(Question question, Function<Question, Optional<Answer>> figures, FigureWords words) {

  /// Figures below this are short as they are.
  private static final int SHORT = 10_000;

  /// The figures of all codes.
  Answer over(Dimension rows, @Nullable Dimension columns) {
    return over(question, rows, columns);
  }

  private Answer over(Question asked, Dimension rows, @Nullable Dimension columns) {
    return ask(
        new Question(
            asked.measure(),
            asked.in(),
            Optional.of(rows),
            Optional.ofNullable(columns),
            asked.filters(),
            asked.scope(),
            asked.prices()));
  }

  private Answer ask(Question asked) {
    return figures
        .apply(asked)
        .orElseThrow(() -> new IllegalStateException("too large for a picture: " + asked));
  }

  private Question of(Dimension dimension, Group group) {
    return question.where(dimension, group.codes().toArray(String[]::new));
  }

  /// Each group's own figure.
  List<Figure> alone(Answer table, Dimension dimension, List<Group> groups, boolean rows) {
    return groups.stream()
        .map(g -> {
          var narrowed = of(dimension, g);
          var totals = rows ? table.rowTotals() : table.columnTotals();
          var cell =
              g.single() ? totals.getOrDefault(g.code(), Cell.NONE) : ask(narrowed.total()).total();
          return figure(cell, narrowed);
        })
        .toList();
  }

  /// Asks for figures where two sets of groups cross.
  ///
  /// @param table of all codes of both
  Crossing crossing(
      Answer table, Dimension rows, List<Group> down, Dimension columns, List<Group> across) {
    var others = down.stream().filter(g -> !g.single()).findFirst();
    var otherColumns = across.stream().filter(g -> !g.single()).findFirst();
    return new Crossing(
        this,
        table,
        rows,
        columns,
        others.map(g -> over(of(rows, g), columns, null)).orElse(null),
        otherColumns.map(g -> over(of(columns, g), rows, null)).orElse(null));
  }

  /// Two dimensions crossed.
  ///
  /// @param belowAll other rows together, by column
  /// @param besideAll other columns together, by row
  record Crossing(
      Sheet sheet,
      Answer table,
      Dimension rows,
      Dimension columns,
      @Nullable Answer belowAll,
      @Nullable Answer besideAll) {

    Figure at(Group row, Group column) {
      var narrowed = sheet.of(rows, row).where(columns, column.codes().toArray(String[]::new));
      return sheet.figure(cell(row, column, narrowed), narrowed);
    }

    private Cell cell(Group row, Group column, Question narrowed) {
      if (row.single() && column.single()) {
        return table.at(row.code(), column.code());
      }
      if (column.single() && belowAll != null) {
        return belowAll.at(column.code());
      }
      if (row.single() && besideAll != null) {
        return besideAll.at(row.code());
      }
      return sheet.ask(narrowed.total()).total();
    }
  }

  /// A figure with the door to the records of a question's total.
  Figure figure(Cell cell, Question behind) {
    if (cell.equals(Cell.NONE)) {
      return Figure.NONE;
    }
    double value = question.measure().figure(cell).map(Number::doubleValue).orElse(0.0);
    var door = words.door(cell, question, behind);
    var text = door.figure();
    var brief = text == null || Math.abs(value) < SHORT ? text : words.brief(value);
    return Figure.of(value, door, brief);
  }

  String name(Dimension dimension, Group group) {
    return group.look() == Look.OTHERS
        ? words.text(
            dimension == Dimension.YEAR ? "pictures.earlier" : "pictures.others",
            group.codes().size())
        : words.code(dimension, group.code());
  }

  /// A mark as it is read out: "Meridia: 12", with how many report no figure.
  String told(String name, Figure figure) {
    var text = figure.text() == null ? words.text("not-reported") : figure.text();
    return withMissing(words.text("pictures.mark", name, text), figure);
  }

  String told(String key, String from, String to, Figure figure) {
    var text = figure.text() == null ? words.text("not-reported") : figure.text();
    return withMissing(words.text(key, from, to, text), figure);
  }

  private String withMissing(String told, Figure figure) {
    return figure.missing() > 0
        ? told + " – " + words.text("figures.missing", figure.missing())
        : told;
  }

  boolean whole() {
    return question.measure().unit() == Measure.Unit.NUMBER;
  }
}
