package org.bandung.funds.rules;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// What an expression comes to, as far as it can be told.
public sealed interface Told {

  /// It can be told.
  record Known(Value value) implements Told {}

  /// It cannot be told yet.
  ///
  /// @param facts names of the facts nobody told
  /// @param because why told facts do not suffice: `currency` (amounts in different currencies),
  ///   `zero` (a ratio to nothing)
  record Unknown(Set<String> facts, Set<String> because) implements Told {
    public Unknown {
      facts = Collections.unmodifiableSet(new TreeSet<>(facts));
      because = Collections.unmodifiableSet(new TreeSet<>(because));
    }
  }
}
