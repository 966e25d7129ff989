package org.bandung.kernel;

import java.util.List;

/// Who asks. Until accounts exist it is everybody, or who runs this node.
public sealed interface Reader {

  /// Somebody of whom nothing is known.
  record Public() implements Reader {}

  /// Who runs this node and types at its terminal.
  record Operator() implements Reader {}

  Reader PUBLIC = new Public();
  Reader OPERATOR = new Operator();

  /// The audiences whose rows this reader may see, as stored in the column `audience`.
  default List<String> audiences() {
    return switch (this) {
      case Public() -> List.of(Audience.PUBLIC.word());
      case Operator() -> List.of(Audience.PUBLIC.word(), Audience.OPERATOR.word());
    };
  }
}
