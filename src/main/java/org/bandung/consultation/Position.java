package org.bandung.consultation;

/// What a party says of one version. Silence is none of these.
public sealed interface Position {

  /// It takes the version as its own word.
  record Accepts() implements Position {}

  /// It cannot take this version, and says why.
  record Objects(String reason) implements Position {}

  /// It expressly takes no position.
  record Abstains() implements Position {}
}
