package org.bandung.economy.gravity;

import java.util.List;
import java.util.Set;

/// What a specification may calculate from its columns: a small language without loops, names or
/// effects of its own.
sealed interface Formula {
  record Number(double value) implements Formula {}

  record Text(String value) implements Formula {}

  /// A column, or `border` (1 where exporter and importer differ) or `domestic` (1 where not).
  record Name(String name) implements Formula {}

  /// @param operator `-` or `not`
  record Unary(String operator, Formula of) implements Formula {}

  record Binary(String operator, Formula left, Formula right) implements Formula {}

  /// Whether a column's value is one of a list.
  record Among(Formula of, List<Formula> values) implements Formula {
    public Among {
      values = List.copyOf(values);
    }
  }

  record Call(String function, List<Formula> arguments) implements Formula {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// A figure of all rows that share the values of some columns, given to each of those rows.
  ///
  /// @param by no column for one figure of all rows
  record Aggregate(String function, Formula of, List<String> by) implements Formula {
    public Aggregate {
      by = List.copyOf(by);
    }
  }

  Set<String> AGGREGATES = Set.of("sum", "mean", "min", "max", "count");
  Set<String> FUNCTIONS = Set.of("log", "exp", "sqrt", "abs", "asinh", "if");

  /// The columns it reads.
  default void names(Set<String> into) {
    switch (this) {
      case Number number -> {}
      case Text text -> {}
      case Name(var name) -> into.add(name);
      case Unary(var operator, var of) -> of.names(into);
      case Binary(var operator, var left, var right) -> {
        left.names(into);
        right.names(into);
      }
      case Among(var of, var values) -> of.names(into);
      case Call(var function, var arguments) -> arguments.forEach(a -> a.names(into));
      case Aggregate(var function, var of, var by) -> {
        of.names(into);
        into.addAll(by);
      }
    }
  }
}
