package org.bandung.economy;

/// On which side of a definition of the South a country stands in a year.
public enum Side {
  SOUTH,
  NORTH,
  /// Neither: a third group of the definition, an aggregate, or a code the definition does not
  /// know.
  OTHER
}
