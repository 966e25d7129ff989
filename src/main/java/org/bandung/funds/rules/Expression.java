package org.bandung.funds.rules;

import java.util.Set;
import java.util.TreeSet;
import org.bandung.funds.rules.Lexer.Unfit;

/// A condition, or something to be calculated, that was checked: it has a type, speaks of known
/// facts only, cannot fail and ends soon. There are no loops, no definitions and no calls of code.
///
/// ```text
/// count(countries_developing) >= 3 and matching >= 1.5 * requested
/// now <= @2027-04-30T23:59[Africa/Nairobi]
/// if(count(countries_ldc) > 0, 10, 0)
/// ```
public final class Expression {

  private final String source;
  private final Node node;

  private Expression(String source, Node node) {
    this.source = source;
    this.node = node;
  }

  /// What became of a text that was to be an expression.
  public sealed interface Checked {
    record Sound(Expression expression) implements Checked {}

    record Faulty(ExpressionFault fault) implements Checked {}
  }

  /// Checks a text.
  ///
  /// @param wanted what it must come to
  public static Checked check(String source, ValueType wanted) {
    return check(source, wanted, Vocabulary.SHIPPED);
  }

  static Checked check(String source, ValueType wanted, Vocabulary vocabulary) {
    try {
      return new Checked.Sound(new Expression(source, Parser.parse(source, wanted, vocabulary)));
    } catch (Unfit e) {
      return new Checked.Faulty(e.fault);
    }
  }

  /// Checks a text that may come to anything but must be sound.
  static Checked checkAny(String source) {
    for (var type : ValueType.values()) {
      var checked = check(source, type);
      if (checked instanceof Checked.Sound
          || checked instanceof Checked.Faulty(var fault) && !fault.code().equals("wrong-type")) {
        return checked;
      }
    }
    throw new IllegalStateException("an expression has a type");
  }

  public String source() {
    return source;
  }

  public ValueType type() {
    return node.type();
  }

  /// What it comes to.
  public Told value(Facts facts) {
    return Evaluator.value(node, facts);
  }

  /// The facts it speaks of.
  public Set<String> facts() {
    var names = new TreeSet<String>();
    collect(node, names);
    return names;
  }

  private static void collect(Node node, Set<String> names) {
    switch (node) {
      case Node.Literal l -> {}
      case Node.Fact(var name, var type) -> names.add(name);
      case Node.Not(var of) -> collect(of, names);
      case Node.Junction(var and, var left, var right) -> {
        collect(left, names);
        collect(right, names);
      }
      case Node.Choice(var condition, var then, var otherwise) -> {
        collect(condition, names);
        collect(then, names);
        collect(otherwise, names);
      }
      case Node.Applied a -> a.parts().forEach(p -> collect(p, names));
    }
  }

  @Override
  public String toString() {
    return source;
  }
}
