package org.bandung.economy.gravity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.bandung.economy.gravity.Columns.Column;
import org.bandung.economy.gravity.Formula.Aggregate;
import org.bandung.economy.gravity.Formula.Among;
import org.bandung.economy.gravity.Formula.Binary;
import org.bandung.economy.gravity.Formula.Call;
import org.bandung.economy.gravity.Formula.Name;
import org.bandung.economy.gravity.Formula.Number;
import org.bandung.economy.gravity.Formula.Text;
import org.bandung.economy.gravity.Formula.Unary;
import org.bandung.economy.gravity.solve.Groups;

/// Values of formulas for every row of some columns. What is missing makes what is made of it
/// missing, sums too: not reported is not zero.
final class Calculation {

  private final Columns columns;
  private final String exporter;
  private final String importer;

  Calculation(Columns columns, String exporter, String importer) {
    this.columns = columns;
    this.exporter = exporter;
    this.importer = importer;
  }

  /// Whether a name needs no column.
  static boolean builtIn(String name) {
    return name.equals("border") || name.equals("domestic");
  }

  /// Numbers for all rows.
  double[] numbers(Formula formula, String pointer) {
    return switch (formula) {
      case Number(var value) -> constant(value);
      case Text text -> throw new Fault.Found(pointer, "formula-text", text.value());
      case Name(var name) -> named(name, pointer);
      case Unary(var operator, var of) ->
          operator.equals("-")
              ? each(numbers(of, pointer), v -> -v)
              : each(numbers(of, pointer), v -> Double.isNaN(v) ? v : truth(v == 0));
      case Binary binary -> binary(binary, pointer);
      case Among(var of, var values) -> among(of, values, pointer);
      case Call(var function, var arguments) -> call(function, arguments, pointer);
      case Aggregate aggregate -> aggregate(aggregate, pointer);
    };
  }

  /// Rows that share all values of some formulas, each a column or something calculated.
  Groups groups(List<Formula> formulas, String pointer) {
    Optional<Groups> groups = Optional.empty();
    for (var formula : formulas) {
      var own = group(formula, pointer);
      groups = Optional.of(groups.map(g -> g.and(own)).orElse(own));
    }
    return groups.orElseGet(() -> Groups.of(new int[columns.rows()]));
  }

  private Groups group(Formula formula, String pointer) {
    if (formula instanceof Name(var name)
        && columns.find(name).orElse(null) instanceof Column.Texts(var codes, var texts)) {
      return Groups.of(codes);
    }
    return Groups.of(numbers(formula, pointer));
  }

  private double[] constant(double value) {
    var values = new double[columns.rows()];
    Arrays.fill(values, value);
    return values;
  }

  private double[] named(String name, String pointer) {
    var column = columns.find(name);
    if (column.isEmpty() && builtIn(name)) {
      var same = same(new Name(exporter), new Name(importer), pointer);
      return name.equals("domestic") ? same : each(same, v -> 1 - v);
    }
    return switch (column.orElseThrow(() -> new Fault.Found(pointer, "no-name", name))) {
      case Column.Numbers(var values) -> values;
      case Column.Texts texts ->
          throw new Fault.Found(pointer, "not-numbers", name, example(texts));
    };
  }

  private static String example(Column.Texts texts) {
    return texts.texts().stream()
        .filter(t -> !t.isEmpty() && !t.matches("[-+0-9.eE]+"))
        .findFirst()
        .orElse("");
  }

  private static double[] each(double[] values, DoubleUnaryOperator operator) {
    return Arrays.stream(values).map(operator).toArray();
  }

  private static double truth(boolean value) {
    return value ? 1 : 0;
  }

  private double[] binary(Binary binary, String pointer) {
    var operator = binary.operator();
    if ((operator.equals("==") || operator.equals("!="))
        && (textual(binary.left()) || textual(binary.right()))) {
      var same = same(binary.left(), binary.right(), pointer);
      return operator.equals("==") ? same : each(same, v -> 1 - v);
    }
    var left = numbers(binary.left(), pointer);
    var right = numbers(binary.right(), pointer);
    var result = new double[left.length];
    var apply = operator(operator);
    for (int i = 0; i < result.length; i++) {
      boolean missing = Double.isNaN(left[i]) || Double.isNaN(right[i]);
      result[i] = missing ? Double.NaN : apply.applyAsDouble(left[i], right[i]);
    }
    return result;
  }

  private static DoubleBinaryOperator operator(String operator) {
    return switch (operator) {
      case "+" -> Double::sum;
      case "-" -> (a, b) -> a - b;
      case "*" -> (a, b) -> a * b;
      case "/" -> (a, b) -> a / b;
      case "==" -> (a, b) -> truth(a == b);
      case "!=" -> (a, b) -> truth(a != b);
      case "<" -> (a, b) -> truth(a < b);
      case "<=" -> (a, b) -> truth(a <= b);
      case ">" -> (a, b) -> truth(a > b);
      case ">=" -> (a, b) -> truth(a >= b);
      case "and" -> (a, b) -> truth(a != 0 && b != 0);
      default -> (a, b) -> truth(a != 0 || b != 0);
    };
  }

  private boolean textual(Formula formula) {
    return formula instanceof Text
        || (formula instanceof Name(var name)
            && columns.find(name).orElse(null) instanceof Column.Texts);
  }

  private double[] same(Formula left, Formula right, String pointer) {
    var result = new double[columns.rows()];
    var one = texts(left, pointer);
    var other = texts(right, pointer);
    for (int i = 0; i < result.length; i++) {
      result[i] = truth(one.at(i).equals(other.at(i)));
    }
    return result;
  }

  private interface Words {
    String at(int row);
  }

  private Words texts(Formula formula, String pointer) {
    return switch (formula) {
      case Text(var value) -> row -> value;
      case Name(var name) when columns.find(name).orElse(null) instanceof Column.Texts texts ->
          texts::text;
      default -> throw new Fault.Found(pointer, "formula-text-number");
    };
  }

  private double[] among(Formula of, List<Formula> values, String pointer) {
    var result = constant(0);
    for (var value : values) {
      var one = binary(new Binary("==", of, value), pointer);
      for (int i = 0; i < result.length; i++) {
        result[i] = result[i] == 1 || one[i] == 1 ? 1 : one[i];
      }
    }
    return result;
  }

  private double[] call(String function, List<Formula> arguments, String pointer) {
    if (function.equals("if")) {
      var test = numbers(arguments.get(0), pointer);
      var then = numbers(arguments.get(1), pointer);
      var otherwise = numbers(arguments.get(2), pointer);
      var result = new double[test.length];
      for (int i = 0; i < result.length; i++) {
        result[i] = Double.isNaN(test[i]) ? Double.NaN : test[i] != 0 ? then[i] : otherwise[i];
      }
      return result;
    }
    DoubleUnaryOperator apply =
        switch (function) {
          case "log" -> Math::log;
          case "exp" -> Math::exp;
          case "sqrt" -> Math::sqrt;
          case "abs" -> Math::abs;
          default -> v -> Math.copySign(Math.log(Math.abs(v) + Math.sqrt(v * v + 1)), v);
        };
    return each(numbers(arguments.getFirst(), pointer), apply);
  }

  private double[] aggregate(Aggregate aggregate, String pointer) {
    var values = numbers(aggregate.of(), pointer);
    var by = aggregate.by().stream().<Formula>map(Name::new).toList();
    var groups = groups(by, pointer);
    var sums = groups.sums(values);
    var sizes = groups.sizes();
    var figures =
        switch (aggregate.function()) {
          case "sum" -> sums;
          case "mean" -> {
            var means = sums.clone();
            Arrays.setAll(means, g -> sums[g] / sizes[g]);
            yield means;
          }
          case "count" -> Arrays.stream(sizes).asDoubleStream().toArray();
          default -> extremes(groups, values, aggregate.function().equals("max"));
        };
    var result = new double[values.length];
    Arrays.setAll(result, i -> figures[groups.of(i)]);
    return result;
  }

  private static double[] extremes(Groups groups, double[] values, boolean most) {
    var extremes = new double[groups.count()];
    Arrays.fill(extremes, most ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    for (int i = 0; i < values.length; i++) {
      int g = groups.of(i);
      extremes[g] = most ? Math.max(extremes[g], values[i]) : Math.min(extremes[g], values[i]);
    }
    return extremes;
  }
}
