package org.bandung.registry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// Which statements speak of the same initiative by themselves: those with an equal IATI
/// identifier. Everything weaker is a proposal that a person confirms, and comes with `linkage`.
final class Linking {

  /// The scheme of identifiers strong enough to link.
  static final String SCHEME = "iati";

  private Linking() {}

  /// The strong identifiers of a statement, its own first.
  static List<String> strong(Statement statement) {
    var identifiers = new LinkedHashSet<String>();
    if (statement.source().channel().equals(SCHEME)) {
      identifiers.add(normalised(statement.originalId()));
    }
    for (var other : statement.content().identifiers()) {
      if (other.scheme().equals(SCHEME)) {
        identifiers.add(normalised(other.value()));
      }
    }
    return List.copyOf(identifiers);
  }

  static String normalised(String identifier) {
    return identifier.strip().toUpperCase(Locale.ROOT);
  }
}
