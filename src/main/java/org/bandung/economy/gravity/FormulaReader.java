package org.bandung.economy.gravity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bandung.kernel.Closest;

/// Reads a formula:
///
/// ```
/// formula    = and { "or" and } ;  and = not { "and" not } ;  not = [ "not" ] comparison
/// comparison = sum [ ( "==" | "!=" | "<" | "<=" | ">" | ">=" ) sum | "in" "(" list ")" ]
/// sum        = product { ( "+" | "-" ) product } ;  product = sign { ( "*" | "/" ) sign }
/// sign       = [ "-" ] atom
/// column     = name | "`" any name "`"
/// atom       = number | "text" | column | "(" formula ")" | function "(" list ")"
///            | aggregate "(" formula ")" [ "by" column { "," column } ]
/// ```
final class FormulaReader {

  static final int LONGEST = 1000;

  private static final int DEEPEST = 40;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:([0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)|([\\p{L}_][\\p{L}\\p{N}_.]*)"
              + "|\"([^\"]*)\"|'([^']*)'|(==|!=|<=|>=|[-+*/<>(),])|`([^`]+)`)");
  private static final Set<String> WORDS = Set.of("and", "or", "not", "in", "by");

  private record Token(Kind kind, String text, int at) {}

  private enum Kind {
    NUMBER,
    WORD,
    NAME,
    TEXT,
    SIGN,
    END
  }

  private final String pointer;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int depth;

  private FormulaReader(String text, String pointer) {
    this.pointer = pointer;
    var matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.stripTrailing().length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw new Fault.Found(pointer, "formula-character", text.substring(end).strip(), end + 1);
      }
      tokens.add(token(matcher, end));
      end = matcher.end();
    }
    tokens.add(new Token(Kind.END, "", text.length()));
  }

  private static Token token(java.util.regex.Matcher matcher, int at) {
    if (matcher.group(1) != null) {
      return new Token(Kind.NUMBER, matcher.group(1), at);
    }
    if (matcher.group(2) != null) {
      return new Token(Kind.WORD, matcher.group(2), at);
    }
    if (matcher.group(5) != null) {
      return new Token(Kind.SIGN, matcher.group(5), at);
    }
    if (matcher.group(6) != null) {
      return new Token(Kind.NAME, matcher.group(6), at);
    }
    var text = matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
    return new Token(Kind.TEXT, text, at);
  }

  /// Reads a formula.
  ///
  /// @param pointer where it stands in the specification
  /// @throws Fault.Found where it cannot be read
  static Formula read(String text, String pointer) {
    if (text.isBlank()) {
      throw new Fault.Found(pointer, "formula-empty");
    }
    if (text.length() > LONGEST) {
      throw new Fault.Found(pointer, "too-long", LONGEST);
    }
    var reader = new FormulaReader(text, pointer);
    var formula = reader.either();
    if (reader.peek().kind() != Kind.END) {
      throw reader.unexpected();
    }
    return formula;
  }

  private Token peek() {
    return tokens.get(at);
  }

  private boolean next(String sign) {
    var token = peek();
    if ((token.kind() == Kind.SIGN || token.kind() == Kind.WORD) && token.text().equals(sign)) {
      at++;
      return true;
    }
    return false;
  }

  private void require(String sign) {
    if (!next(sign)) {
      throw new Fault.Found(pointer, "formula-expected", sign, peek().at() + 1);
    }
  }

  private Fault.Found unexpected() {
    var token = peek();
    return token.kind() == Kind.END
        ? new Fault.Found(pointer, "formula-ends")
        : new Fault.Found(pointer, "formula-unexpected", token.text(), token.at() + 1);
  }

  private Formula either() {
    if (++depth > DEEPEST) {
      throw new Fault.Found(pointer, "formula-deep", DEEPEST);
    }
    var left = both();
    while (next("or")) {
      left = new Formula.Binary("or", left, both());
    }
    depth--;
    return left;
  }

  private Formula both() {
    var left = negated();
    while (next("and")) {
      left = new Formula.Binary("and", left, negated());
    }
    return left;
  }

  private Formula negated() {
    return next("not") ? new Formula.Unary("not", comparison()) : comparison();
  }

  private Formula comparison() {
    var left = sum();
    for (var sign : List.of("==", "!=", "<=", ">=", "<", ">")) {
      if (next(sign)) {
        return new Formula.Binary(sign, left, sum());
      }
    }
    return next("in") ? new Formula.Among(left, list()) : left;
  }

  private List<Formula> list() {
    require("(");
    var values = new ArrayList<Formula>();
    do {
      values.add(either());
    } while (next(","));
    require(")");
    return values;
  }

  private Formula sum() {
    var left = product();
    while (true) {
      if (next("+")) {
        left = new Formula.Binary("+", left, product());
      } else if (next("-")) {
        left = new Formula.Binary("-", left, product());
      } else {
        return left;
      }
    }
  }

  private Formula product() {
    var left = signed();
    while (true) {
      if (next("*")) {
        left = new Formula.Binary("*", left, signed());
      } else if (next("/")) {
        left = new Formula.Binary("/", left, signed());
      } else {
        return left;
      }
    }
  }

  private Formula signed() {
    return next("-") ? new Formula.Unary("-", atom()) : atom();
  }

  private Formula atom() {
    var token = peek();
    at++;
    return switch (token.kind()) {
      case NUMBER -> new Formula.Number(Double.parseDouble(token.text()));
      case TEXT -> new Formula.Text(token.text());
      case NAME -> new Formula.Name(token.text());
      case WORD -> word(token);
      case SIGN -> {
        if (!token.text().equals("(")) {
          at--;
          throw unexpected();
        }
        var inner = either();
        require(")");
        yield inner;
      }
      case END -> {
        at--;
        throw unexpected();
      }
    };
  }

  private Formula word(Token token) {
    var word = token.text();
    if (WORDS.contains(word)) {
      at--;
      throw unexpected();
    }
    boolean call = peek().kind() == Kind.SIGN && peek().text().equals("(");
    if (!call) {
      return new Formula.Name(word);
    }
    if (Formula.AGGREGATES.contains(word)) {
      return aggregate(word);
    }
    if (!Formula.FUNCTIONS.contains(word)) {
      var known = new ArrayList<>(Formula.FUNCTIONS);
      known.addAll(Formula.AGGREGATES);
      known.sort(null);
      var closest = Closest.to(word, known).orElse(String.join(", ", known));
      throw new Fault.Found(pointer, "formula-function", word, closest);
    }
    var arguments = list();
    int wanted = word.equals("if") ? 3 : 1;
    if (arguments.size() != wanted) {
      throw new Fault.Found(pointer, "formula-arguments", word, wanted);
    }
    return new Formula.Call(word, arguments);
  }

  private Formula aggregate(String function) {
    require("(");
    var of = either();
    require(")");
    var by = new ArrayList<String>();
    if (next("by")) {
      do {
        var token = peek();
        boolean word = token.kind() == Kind.WORD && !WORDS.contains(token.text());
        if (!word && token.kind() != Kind.NAME) {
          throw unexpected();
        }
        by.add(token.text());
        at++;
      } while (next(","));
    }
    return new Formula.Aggregate(function, of, by);
  }
}
