package org.bandung.funds.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.funds.rules.Lexer.Kind;
import org.bandung.funds.rules.Lexer.Token;
import org.bandung.funds.rules.Lexer.Unfit;

/// Reads an expression and checks its types in one go: by descent, each level of precedence one
/// method. Length, parts and depth are bounded, so that no text can make it work long.
final class Parser {

  static final int LONGEST = 4_000;
  static final int PARTS = 600;
  static final int DEEPEST = 40;

  private final List<Token> tokens;
  private final Vocabulary vocabulary;
  private int next;
  private int depth;

  private Parser(List<Token> tokens, Vocabulary vocabulary) {
    this.tokens = tokens;
    this.vocabulary = vocabulary;
  }

  static Node parse(String source, ValueType wanted, Vocabulary vocabulary) throws Unfit {
    if (source.length() > LONGEST) {
      throw new Unfit(LONGEST, "too-long", Integer.toString(LONGEST));
    }
    var parser = new Parser(Lexer.tokens(source, PARTS), vocabulary);
    var node = parser.any();
    var rest = parser.peek();
    if (rest.kind() != Kind.END) {
      throw new Unfit(rest.at(), "unexpected", rest.text());
    }
    if (node.type() != wanted) {
      throw new Unfit(1, "wrong-type", wanted.code(), node.type().code());
    }
    return node;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    var token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  private boolean at(String word) {
    var token = peek();
    return token.text().equals(word) && (token.kind() == Kind.MARK || token.kind() == Kind.NAME);
  }

  private Token expect(String mark) throws Unfit {
    if (!at(mark)) {
      throw new Unfit(peek().at(), "expected", mark, peek().text());
    }
    return take();
  }

  private void deeper(Token at) throws Unfit {
    if (++depth > DEEPEST) {
      throw new Unfit(at.at(), "too-deep", Integer.toString(DEEPEST));
    }
  }

  private Node any() throws Unfit {
    deeper(peek());
    var left = both();
    while (at("or")) {
      left = junction(take(), left, both());
    }
    depth--;
    return left;
  }

  private Node both() throws Unfit {
    var left = negated();
    while (at("and")) {
      left = junction(take(), left, negated());
    }
    return left;
  }

  private static Node junction(Token operator, Node left, Node right) throws Unfit {
    Typing.need(operator, ValueType.FLAG, left, right);
    return new Node.Junction(operator.text().equals("and"), left, right);
  }

  private Node negated() throws Unfit {
    if (!at("not")) {
      return compared();
    }
    var operator = take();
    deeper(operator);
    var of = negated();
    depth--;
    Typing.need(operator, ValueType.FLAG, of);
    return new Node.Not(of);
  }

  private Node compared() throws Unfit {
    var left = sum();
    if (!Typing.compares(peek().text()) || peek().kind() == Kind.TEXT) {
      return left;
    }
    var operator = take();
    var compared = Typing.compare(operator, left, sum());
    if (Typing.compares(peek().text()) && peek().kind() != Kind.TEXT) {
      throw new Unfit(peek().at(), "chain", peek().text());
    }
    return compared;
  }

  private Node sum() throws Unfit {
    var left = product();
    while (at("+") || at("-")) {
      left = Typing.add(take(), left, product());
    }
    return left;
  }

  private Node product() throws Unfit {
    var left = primary();
    while (at("*") || at("/")) {
      var operator = take();
      var right = primary();
      left =
          operator.text().equals("*")
              ? Typing.multiply(operator, left, right)
              : Typing.divide(operator, left, right);
    }
    return left;
  }

  private Node primary() throws Unfit {
    var token = take();
    return switch (token.kind()) {
      case NUMBER -> new Node.Literal(new Value.Numeral(new BigDecimal(token.text())));
      case TEXT -> new Node.Literal(new Value.Text(token.text()));
      case TIME -> new Node.Literal(Times.literal(token));
      case CURRENCY -> money(token);
      case NAME -> named(token);
      case MARK -> marked(token);
      case END -> throw new Unfit(token.at(), "unfinished");
    };
  }

  private Node marked(Token token) throws Unfit {
    return switch (token.text()) {
      case "(" -> {
        var inner = any();
        expect(")");
        yield inner;
      }
      case "{" -> set();
      case "-" -> {
        deeper(token);
        var of = primary();
        depth--;
        yield Typing.negate(token, of);
      }
      default -> throw new Unfit(token.at(), "unexpected", token.text());
    };
  }

  private Node set() throws Unfit {
    var codes = new TreeSet<String>();
    do {
      var token = take();
      if (token.kind() != Kind.TEXT) {
        throw new Unfit(token.at(), "set", token.text());
      }
      codes.add(token.text());
    } while (at(",") && take() != null);
    expect("}");
    return new Node.Literal(new Value.Codes(codes));
  }

  private Node money(Token currency) throws Unfit {
    if (!Typing.currency(currency.text())) {
      throw new Unfit(currency.at(), "unknown-currency", currency.text());
    }
    var amount = take();
    if (amount.kind() != Kind.NUMBER) {
      throw new Unfit(amount.at(), "amount", currency.text());
    }
    return new Node.Literal(new Value.Amount(new BigDecimal(amount.text()), currency.text()));
  }

  private static final Set<String> WORDS = Set.of("and", "or", "not", "in", "within");

  private Node named(Token token) throws Unfit {
    var name = token.text();
    if (WORDS.contains(name)) {
      throw new Unfit(token.at(), "unexpected", name);
    }
    if (name.equals("true") || name.equals("false")) {
      return new Node.Literal(new Value.Flag(name.equals("true")));
    }
    if (at("(")) {
      return Typing.apply(token, arguments());
    }
    var type = vocabulary.type(name);
    if (type.isEmpty()) {
      var near = org.bandung.kernel.Closest.to(name, vocabulary.types().keySet());
      throw new Unfit(token.at(), "unknown-name", name, near.orElse("-"));
    }
    return new Node.Fact(name, type.get());
  }

  private List<Node> arguments() throws Unfit {
    expect("(");
    var arguments = new ArrayList<Node>();
    do {
      arguments.add(any());
    } while (at(",") && take() != null);
    expect(")");
    return arguments;
  }
}
