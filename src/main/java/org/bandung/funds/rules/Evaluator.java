package org.bandung.funds.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.funds.rules.Told.Known;
import org.bandung.funds.rules.Told.Unknown;
import org.bandung.funds.rules.Value.Amount;
import org.bandung.funds.rules.Value.Codes;
import org.bandung.funds.rules.Value.Numeral;

/// What an expression comes to, in Kleene's strong logic of three values: `no and unknown` is no,
/// `yes or unknown` is yes, everything else with an unknown part is unknown. Telling more therefore
/// never makes unknown again what was known.
final class Evaluator {

  private Evaluator() {}

  static Told value(Node node, Facts facts) {
    return switch (node) {
      case Node.Literal(var value) -> new Known(value);
      case Node.Fact(var name, var type) ->
          facts
              .find(name)
              .<Told>map(Known::new)
              .orElseGet(() -> new Unknown(Set.of(name), Set.of()));
      case Node.Not(var of) -> not(value(of, facts));
      case Node.Junction j -> junction(j, facts);
      case Node.Choice c -> choice(c, facts);
      case Node.Applied a -> applied(a, facts);
    };
  }

  private static boolean yes(Value value) {
    return value instanceof Value.Flag(var yes) && yes;
  }

  private static Told not(Told of) {
    return of instanceof Known(var v) ? new Known(new Value.Flag(!yes(v))) : of;
  }

  /// What is met decides (`no` for and, `yes` for or), whatever the other side is.
  private static Told junction(Node.Junction j, Facts facts) {
    var left = value(j.left(), facts);
    if (left instanceof Known(var v) && yes(v) != j.and()) {
      return left;
    }
    var right = value(j.right(), facts);
    if (right instanceof Known(var v) && yes(v) != j.and()) {
      return right;
    }
    if (left instanceof Unknown a) {
      return right instanceof Unknown b ? both(List.of(a, b)) : a;
    }
    return right;
  }

  private static Told choice(Node.Choice c, Facts facts) {
    var condition = value(c.condition(), facts);
    return condition instanceof Known(var v)
        ? value(yes(v) ? c.then() : c.otherwise(), facts)
        : condition;
  }

  private static Unknown both(List<Unknown> all) {
    var facts = new TreeSet<String>();
    var because = new TreeSet<String>();
    for (var unknown : all) {
      facts.addAll(unknown.facts());
      because.addAll(unknown.because());
    }
    return new Unknown(facts, because);
  }

  private static Told applied(Node.Applied a, Facts facts) {
    var known = new ArrayList<Value>();
    var unknown = new ArrayList<Unknown>();
    for (var part : a.parts()) {
      switch (value(part, facts)) {
        case Known(var value) -> known.add(value);
        case Unknown u -> unknown.add(u);
      }
    }
    if (!unknown.isEmpty()) {
      return both(unknown);
    }
    return known.size() == 1
        ? new Known(of(a.word(), known.getFirst()))
        : of(a.word(), known.get(0), known.get(1));
  }

  private static Value of(String word, Value only) {
    return switch (only) {
      case Codes(var codes) when word.equals("count") -> Value.of(codes.size());
      case Numeral(var number) -> new Numeral(number.negate());
      case Amount(var amount, var currency) -> new Amount(amount.negate(), currency);
      default -> throw new IllegalStateException("not checked: " + word);
    };
  }

  private static Told of(String word, Value left, Value right) {
    if (left instanceof Amount(var a, var currency) && right instanceof Amount(var b, var other)) {
      return currency.equals(other)
          ? amounts(word, a, b, currency)
          : new Unknown(Set.of(), Set.of("currency"));
    }
    if (left instanceof Numeral(var a) && right instanceof Numeral(var b)) {
      return word.equals("ratio") ? ratio(a, b) : new Known(numbers(word, a, b));
    }
    if (left instanceof Numeral(var factor) && right instanceof Amount(var b, var currency)) {
      return new Known(new Amount(factor.multiply(b), currency));
    }
    if (left instanceof Amount(var a, var currency) && right instanceof Numeral(var divisor)) {
      return new Known(new Amount(a.divide(divisor, MathContext.DECIMAL128), currency));
    }
    return new Known(others(word, left, right));
  }

  private static Told amounts(String word, BigDecimal a, BigDecimal b, String currency) {
    return switch (word) {
      case "ratio" -> ratio(a, b);
      case "+", "-", "least", "most" ->
          new Known(new Amount(((Numeral) numbers(word, a, b)).number(), currency));
      default -> new Known(numbers(word, a, b));
    };
  }

  private static Told ratio(BigDecimal a, BigDecimal b) {
    return b.signum() == 0
        ? new Unknown(Set.of(), Set.of("zero"))
        : new Known(new Numeral(a.divide(b, MathContext.DECIMAL128)));
  }

  private static Value numbers(String word, BigDecimal a, BigDecimal b) {
    return switch (word) {
      case "+" -> new Numeral(a.add(b));
      case "-" -> new Numeral(a.subtract(b));
      case "*" -> new Numeral(a.multiply(b));
      case "/" -> new Numeral(a.divide(b, MathContext.DECIMAL128));
      case "least" -> new Numeral(a.min(b));
      case "most" -> new Numeral(a.max(b));
      default -> Value.of(ordered(word, a.compareTo(b)));
    };
  }

  private static boolean ordered(String word, int sign) {
    return switch (word) {
      case "=" -> sign == 0;
      case "!=" -> sign != 0;
      case "<" -> sign < 0;
      case "<=" -> sign <= 0;
      case ">" -> sign > 0;
      case ">=" -> sign >= 0;
      default -> throw new IllegalStateException("not checked: " + word);
    };
  }

  private static Value others(String word, Value left, Value right) {
    return switch (left) {
      case Codes(var codes) when right instanceof Codes(var others) -> sets(word, codes, others);
      case Value.Text(var text) when right instanceof Codes(var codes) ->
          Value.of(codes.contains(text));
      case Value.Day(var day) when right instanceof Value.Text(var zone) ->
          new Value.Moment(
              word.equals("start_of")
                  ? Times.startOf(day, ZoneId.of(zone))
                  : Times.endOf(day, ZoneId.of(zone)));
      case Value.Day(var day) when right instanceof Value.Day(var other) ->
          Value.of(ordered(word, day.compareTo(other)));
      case Value.Moment(var at) when right instanceof Value.Moment(var other) ->
          Value.of(ordered(word, at.compareTo(other)));
      default -> Value.of(left.equals(right) == word.equals("="));
    };
  }

  private static Value sets(String word, Set<String> left, Set<String> right) {
    var result = new TreeSet<>(left);
    switch (word) {
      case "within" -> {
        return Value.of(right.containsAll(left));
      }
      case "common" -> result.retainAll(right);
      case "without" -> result.removeAll(right);
      case "together" -> result.addAll(right);
      default -> throw new IllegalStateException("not checked: " + word);
    }
    return new Codes(result);
  }
}
