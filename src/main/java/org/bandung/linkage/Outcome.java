package org.bandung.linkage;

import java.util.Locale;

/// What two statements may be to each other.
public enum Outcome {
  /// They speak of one initiative.
  SAME,
  /// What the left one speaks of is a part of what the right one speaks of.
  PART_OF,
  /// Two initiatives that belong together: a repeat, a sister in another country.
  RELATED,
  /// Two initiatives that have nothing to do with each other.
  DIFFERENT,
  /// The records do not tell; a person may know.
  UNSURE;

  /// The word for programs, such as `part-of`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
