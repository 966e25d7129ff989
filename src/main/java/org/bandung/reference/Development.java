package org.bandung.reference;

/// On which side of a classification of development status a country stands at a date.
public enum Development {
  SOUTH,
  NORTH,
  /// The classification had a third group then ("economies in transition").
  TRANSITION,
  /// The classification does not place it.
  UNKNOWN
}
