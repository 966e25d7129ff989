package org.bandung.funds.rules;

import java.util.List;

/// A part of an expression whose types were checked.
sealed interface Node {

  ValueType type();

  /// A value that stands in the rule.
  record Literal(Value value) implements Node {
    @Override
    public ValueType type() {
      return value.type();
    }
  }

  /// A fact of the proposal.
  record Fact(String name, ValueType type) implements Node {}

  record Not(Node of) implements Node {
    @Override
    public ValueType type() {
      return ValueType.FLAG;
    }
  }

  record Junction(boolean and, Node left, Node right) implements Node {
    @Override
    public ValueType type() {
      return ValueType.FLAG;
    }
  }

  /// A choice: `if(condition, then, otherwise)`.
  record Choice(Node condition, Node then, Node otherwise) implements Node {
    @Override
    public ValueType type() {
      return then.type();
    }
  }

  /// Anything that needs all its parts.
  ///
  /// @param word operator or function, such as `<=` or `count`
  record Applied(String word, List<Node> parts, ValueType type) implements Node {
    public Applied {
      parts = List.copyOf(parts);
    }
  }
}
