package org.bandung.funds.rules;

import static org.bandung.funds.rules.ValueType.DAY;
import static org.bandung.funds.rules.ValueType.FLAG;
import static org.bandung.funds.rules.ValueType.MOMENT;
import static org.bandung.funds.rules.ValueType.MONEY;
import static org.bandung.funds.rules.ValueType.NUMBER;
import static org.bandung.funds.rules.ValueType.SET;
import static org.bandung.funds.rules.ValueType.TEXT;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.funds.rules.Lexer.Token;
import org.bandung.funds.rules.Lexer.Unfit;

/// What can stand beside what.
final class Typing {

  private static final Set<String> COMPARISONS =
      Set.of("=", "!=", "<", "<=", ">", ">=", "in", "within");
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private Typing() {}

  static boolean compares(String word) {
    return COMPARISONS.contains(word);
  }

  static boolean currency(String code) {
    return CURRENCIES.contains(code);
  }

  static void need(Token at, ValueType wanted, Node... parts) throws Unfit {
    for (var part : parts) {
      if (part.type() != wanted) {
        throw wrong(at, wanted.code(), part);
      }
    }
  }

  private static Unfit wrong(Token at, String wanted, Node part) {
    return new Unfit(at.at(), "operand", at.text(), wanted, part.type().code());
  }

  static Node compare(Token operator, Node left, Node right) throws Unfit {
    switch (operator.text()) {
      case "in" -> {
        need(operator, TEXT, left);
        need(operator, SET, right);
      }
      case "within" -> need(operator, SET, left, right);
      case "=", "!=" -> {
        same(operator, left, right);
        if (left.type() == SET) {
          throw new Unfit(operator.at(), "sets");
        }
      }
      default -> {
        same(operator, left, right);
        if (!Set.of(NUMBER, MONEY, DAY, MOMENT).contains(left.type())) {
          throw wrong(operator, "number, money, day, moment", left);
        }
      }
    }
    return new Node.Applied(operator.text(), List.of(left, right), FLAG);
  }

  private static void same(Token operator, Node left, Node right) throws Unfit {
    if (left.type() == right.type()) {
      return;
    }
    if (Set.of(left.type(), right.type()).equals(Set.of(DAY, MOMENT))) {
      throw new Unfit(operator.at(), "day-with-moment");
    }
    throw wrong(operator, left.type().code(), right);
  }

  static Node add(Token operator, Node left, Node right) throws Unfit {
    if (left.type() != NUMBER && left.type() != MONEY) {
      throw wrong(operator, "number, money", left);
    }
    need(operator, left.type(), right);
    return new Node.Applied(operator.text(), List.of(left, right), left.type());
  }

  static Node negate(Token operator, Node of) throws Unfit {
    if (of.type() != NUMBER && of.type() != MONEY) {
      throw wrong(operator, "number, money", of);
    }
    return new Node.Applied("negative", List.of(of), of.type());
  }

  static Node multiply(Token operator, Node left, Node right) throws Unfit {
    if (left.type() == MONEY) {
      need(operator, NUMBER, right);
      return new Node.Applied("*", List.of(right, left), MONEY);
    }
    need(operator, NUMBER, left);
    if (right.type() != MONEY) {
      need(operator, NUMBER, right);
    }
    return new Node.Applied("*", List.of(left, right), right.type());
  }

  /// Only by a number that stands in the rule: nothing is ever divided by what may be zero.
  static Node divide(Token operator, Node left, Node right) throws Unfit {
    if (left.type() != NUMBER && left.type() != MONEY) {
      throw wrong(operator, "number, money", left);
    }
    if (!(right instanceof Node.Literal(Value.Numeral(var number))) || number.signum() == 0) {
      throw new Unfit(operator.at(), "division");
    }
    return new Node.Applied("/", List.of(left, right), left.type());
  }

  static Node apply(Token name, List<Node> parts) throws Unfit {
    switch (name.text()) {
      case "count" -> {
        taking(name, parts, 1);
        need(name, SET, parts.getFirst());
        return new Node.Applied("count", parts, NUMBER);
      }
      case "common", "without", "together" -> {
        taking(name, parts, 2);
        need(name, SET, parts.get(0), parts.get(1));
        return new Node.Applied(name.text(), parts, SET);
      }
      case "least", "most", "ratio" -> {
        taking(name, parts, 2);
        var pair = add(name, parts.get(0), parts.get(1)).type();
        return new Node.Applied(name.text(), parts, name.text().equals("ratio") ? NUMBER : pair);
      }
      case "start_of", "end_of" -> {
        return day(name, parts);
      }
      case "if" -> {
        taking(name, parts, 3);
        need(name, FLAG, parts.getFirst());
        need(name, parts.get(1).type(), parts.get(2));
        return new Node.Choice(parts.get(0), parts.get(1), parts.get(2));
      }
      default -> throw new Unfit(name.at(), "unknown-function", name.text());
    }
  }

  private static Node day(Token name, List<Node> parts) throws Unfit {
    taking(name, parts, 2);
    need(name, DAY, parts.getFirst());
    if (!(parts.get(1) instanceof Node.Literal(Value.Text(var zone)))) {
      throw new Unfit(name.at(), "zone-literal", name.text());
    }
    Times.zone(zone, name.at());
    return new Node.Applied(name.text(), parts, MOMENT);
  }

  private static void taking(Token name, List<Node> parts, int count) throws Unfit {
    if (parts.size() != count) {
      throw new Unfit(
          name.at(),
          "arguments",
          name.text(),
          Integer.toString(count),
          Integer.toString(parts.size()));
    }
  }
}
