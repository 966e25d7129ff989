package org.bandung.exchange.standard;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.Configuration;
import net.sf.saxon.om.NodeInfo;
import org.bandung.exchange.standard.IatiRuleXPath.Test;

/// The simple conditions of the rules, such as `count(sector) > 1 and not(recipient-region)`, with
/// the meaning of XPath 1.0 and without a general XPath engine, which keeps all others.
final class IatiRuleTest {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<comparison>!=|>=|<=|=|<|>)|(?<plus>\\+)|(?<open>(?<function>count|not|number)?\\()"
              + "|(?<close>\\))|(?<number>\\d+(?:\\.\\d+)?)|'(?<text>[^']*)'"
              + "|(?<word>or|and)(?=\\s)|(?<path>(?:[@.\\w:/-]|\\[[^\\[\\]]*\\])+))\\s*");

  /// A value of XPath 1.0; the one of its four forms that it has.
  private sealed interface Value {
    record Nodes(IatiRulePath path) implements Value {}

    record Numeric(Number number) implements Value {}

    record Text(String text) implements Value {}

    record Truth(Test test) implements Value {}
  }

  private interface Number {
    double of(NodeInfo context, String group);
  }

  private static final class NotSimple extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotSimple() {
      super(null, null, false, false);
    }
  }

  private final Matcher matcher;
  private final int length;
  private final Configuration configuration;
  private boolean token;

  private IatiRuleTest(String xpath, Configuration configuration) {
    this.matcher = TOKEN.matcher(xpath);
    this.length = xpath.length();
    this.configuration = configuration;
    advance(0);
  }

  /// The condition, or empty if it is not one of the simple ones.
  static Optional<Test> parse(String xpath, Configuration configuration) {
    try {
      var parser = new IatiRuleTest(xpath.strip(), configuration);
      var test = truth(parser.any());
      return parser.token ? Optional.empty() : Optional.of(test);
    } catch (NotSimple e) {
      return Optional.empty();
    }
  }

  private void advance(int from) {
    matcher.region(from, length);
    token = from < length && matcher.lookingAt();
    if (from < length && !token) {
      throw new NotSimple();
    }
  }

  private boolean at(String kind) {
    return token && matcher.group(kind) != null;
  }

  private String take(String kind) {
    if (!at(kind)) {
      throw new NotSimple();
    }
    var text = matcher.group(kind);
    advance(matcher.end());
    return text;
  }

  private Value any() {
    var left = all();
    while (at("word") && matcher.group("word").equals("or")) {
      take("word");
      var one = truth(left);
      var other = truth(all());
      left = new Value.Truth((node, group) -> one.of(node, group) || other.of(node, group));
    }
    return left;
  }

  private Value all() {
    var left = comparison();
    while (at("word") && matcher.group("word").equals("and")) {
      take("word");
      var one = truth(left);
      var other = truth(comparison());
      left = new Value.Truth((node, group) -> one.of(node, group) && other.of(node, group));
    }
    return left;
  }

  private Value comparison() {
    var left = sum();
    if (!at("comparison")) {
      return left;
    }
    var operator = take("comparison");
    return new Value.Truth(IatiRuleTest.compare(left, operator, sum()));
  }

  private Value sum() {
    var left = primary();
    while (at("plus")) {
      take("plus");
      var one = number(left);
      var other = number(primary());
      left = new Value.Numeric((node, group) -> one.of(node, group) + other.of(node, group));
    }
    return left;
  }

  private Value primary() {
    if (at("open")) {
      var function = matcher.group("function");
      take("open");
      var inner = any();
      take("close");
      return function == null ? inner : apply(function, inner);
    }
    if (at("number")) {
      double constant = Double.parseDouble(take("number"));
      return new Value.Numeric((node, group) -> constant);
    }
    if (at("text")) {
      return new Value.Text(take("text"));
    }
    return new Value.Nodes(
        IatiRulePath.parse(take("path"), configuration).orElseThrow(NotSimple::new));
  }

  private static Value apply(String function, Value argument) {
    return switch (function) {
      case "not" -> {
        var test = truth(argument);
        yield new Value.Truth((node, group) -> !test.of(node, group));
      }
      case "number" -> new Value.Numeric(number(argument));
      default -> {
        if (!(argument instanceof Value.Nodes(var path))) {
          throw new NotSimple();
        }
        yield new Value.Numeric((node, group) -> path.select(node, group).size());
      }
    };
  }

  private static Test truth(Value value) {
    return switch (value) {
      case Value.Nodes(var path) -> (node, group) -> !path.select(node, group).isEmpty();
      case Value.Truth(var test) -> test;
      case Value.Numeric n -> throw new NotSimple();
      case Value.Text t -> throw new NotSimple();
    };
  }

  private static Number number(Value value) {
    return switch (value) {
      case Value.Nodes(var path) ->
          (node, group) -> {
            var nodes = path.select(node, group);
            return nodes.isEmpty() ? Double.NaN : number(nodes.getFirst().getStringValue());
          };
      case Value.Numeric(var number) -> number;
      case Value.Text(var text) -> (node, group) -> number(text);
      case Value.Truth t -> throw new NotSimple();
    };
  }

  private static final Pattern NUMBER = Pattern.compile("-?(?:\\d+(?:\\.\\d*)?|\\.\\d+)");

  /// What XPath 1.0 reads as a number; everything else is NaN.
  private static double number(String text) {
    var trimmed = text.strip();
    return NUMBER.matcher(trimmed).matches() ? Double.parseDouble(trimmed) : Double.NaN;
  }

  /// A set of nodes compares true when any of its nodes does.
  private static Test compare(Value left, String operator, Value right) {
    var compared = operator(operator);
    if (right instanceof Value.Nodes(var path) && left instanceof Value.Numeric(var number)) {
      return (node, group) ->
          any(
              path.select(node, group),
              number.of(node, group),
              (n, c) -> compared.applyAsDouble(c, n));
    }
    if (left instanceof Value.Nodes(var path) && right instanceof Value.Numeric(var number)) {
      return (node, group) -> any(path.select(node, group), number.of(node, group), compared);
    }
    if (left instanceof Value.Nodes(var path) && right instanceof Value.Text(var text)) {
      return texts(path, operator, text);
    }
    if (left instanceof Value.Numeric(var one) && right instanceof Value.Numeric(var other)) {
      return (node, group) ->
          compared.applyAsDouble(one.of(node, group), other.of(node, group)) != 0;
    }
    throw new NotSimple();
  }

  private static Test texts(IatiRulePath path, String operator, String text) {
    boolean equal = operator.equals("=");
    if (!equal && !operator.equals("!=")) {
      throw new NotSimple();
    }
    return (node, group) ->
        path.select(node, group).stream().anyMatch(n -> n.getStringValue().equals(text) == equal);
  }

  private static boolean any(List<NodeInfo> nodes, double number, DoubleBinaryOperator compared) {
    for (var node : nodes) {
      if (compared.applyAsDouble(number(node.getStringValue()), number) != 0) {
        return true;
      }
    }
    return false;
  }

  private static DoubleBinaryOperator operator(String operator) {
    return switch (operator) {
      case "=" -> (a, b) -> a == b ? 1 : 0;
      case "!=" -> (a, b) -> a != b ? 1 : 0;
      case ">" -> (a, b) -> a > b ? 1 : 0;
      case "<" -> (a, b) -> a < b ? 1 : 0;
      case ">=" -> (a, b) -> a >= b ? 1 : 0;
      default -> (a, b) -> a <= b ? 1 : 0;
    };
  }
}
