package org.bandung.registry.joint;

/// What the counterpart says of a contribution. The names are stored and never change.
public sealed interface Reply {

  /// It is as stated.
  record Confirms() implements Reply {}

  /// It is not.
  ///
  /// @param figure the counterpart's own; not reported if it has none
  record Disputes(Figure figure, String reason) implements Reply {}
}
