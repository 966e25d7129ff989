package org.bandung.economy.gravity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The columns of a data file that a specification names.
final class Columns {

  /// A column holds numbers or texts; what is missing is not-a-number or the text of no letters.
  sealed interface Column {
    /// @param values one for each row; not copied
    @SuppressWarnings(
        "ArrayRecordComponent") // columns of numbers are what this package counts with
    record Numbers(double[] values) implements Column {}

    /// @param codes position of each row's text among the texts; not copied
    @SuppressWarnings(
        "ArrayRecordComponent") // columns of numbers are what this package counts with
    record Texts(int[] codes, List<String> texts) implements Column {
      public Texts {
        texts = List.copyOf(texts);
      }

      String text(int row) {
        return texts.get(codes[row]);
      }
    }
  }

  private final int rows;
  private final Map<String, Column> columns;

  Columns(int rows, Map<String, Column> columns) {
    this.rows = rows;
    this.columns = Map.copyOf(columns);
  }

  int rows() {
    return rows;
  }

  Set<String> names() {
    return columns.keySet();
  }

  Optional<Column> find(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  /// Some of the rows.
  Columns at(int[] some) {
    var kept = new java.util.HashMap<String, Column>();
    columns.forEach((name, column) ->
        kept.put(
            name,
            switch (column) {
              case Column.Numbers(var values) -> {
                var picked = new double[some.length];
                for (int i = 0; i < some.length; i++) {
                  picked[i] = values[some[i]];
                }
                yield new Column.Numbers(picked);
              }
              case Column.Texts(var codes, var texts) -> {
                var picked = new int[some.length];
                for (int i = 0; i < some.length; i++) {
                  picked[i] = codes[some[i]];
                }
                yield new Column.Texts(picked, texts);
              }
            }));
    return new Columns(some.length, kept);
  }
}
