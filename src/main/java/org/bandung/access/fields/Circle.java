package org.bandung.access.fields;

import java.util.Locale;

/// Who may see something, from the narrowest to the widest: whoever is in one circle is in every
/// wider one that the same record knows (decision 0009). The words are stored and never change.
public enum Circle {
  /// The people of the body that wrote it.
  ORGANISATION,
  /// Every admitted body of its country.
  COUNTRY,
  /// Those who take part in it.
  PARTIES,
  /// Everybody, once it is released.
  PUBLIC;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether somebody who stands in a circle sees what is for this one: whoever stands as close to
  /// the writer as it is meant for, or closer.
  public boolean reaches(Circle reader) {
    return reader.compareTo(this) <= 0;
  }

  /// The narrower of two.
  public Circle within(Circle other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
