package org.bandung.access;

import java.util.Locale;

/// How the body somebody acts for stands to the body that owns a thing.
public enum Relation {
  /// It is the owner.
  OWN,
  /// It is the owner, and nobody of its country stands above it: an authority, a secretariat, a
  /// multilateral body.
  ABOVE,
  /// The country that the owner belongs to delegated the sectors of the thing to it.
  SECTOR,
  /// It coordinates the country that the owner belongs to.
  COUNTRY,
  /// It is the node, which keeps everybody's records.
  NODE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
