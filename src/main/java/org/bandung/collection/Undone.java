package org.bandung.collection;

import java.util.Optional;
import java.util.function.Supplier;

/// Rolls back what was begun where it cannot be done whole.
final class Undone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient RoundOutcome outcome;

  Undone(RoundOutcome outcome) {
    super("undone on purpose", null, false, false);
    this.outcome = outcome;
  }

  /// What became of work that may be undone; a transaction has to lie within it.
  static Optional<RoundOutcome> or(Supplier<Optional<RoundOutcome>> work) {
    try {
      return work.get();
    } catch (Undone undone) {
      return Optional.of(undone.outcome);
    }
  }
}
