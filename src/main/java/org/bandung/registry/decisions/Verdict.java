package org.bandung.registry.decisions;

import java.util.Locale;
import java.util.Optional;

/// What somebody decides of two initiatives. The words are stored and never change.
public enum Verdict {
  /// One and the same: told as one from then on.
  SAME,
  /// The left one is a part of the right one.
  PART_OF,
  /// Two, that have to do with each other: a repeat, a sister.
  RELATED,
  /// Two.
  DIFFERENT,
  /// Nobody can tell now.
  UNSURE,
  /// What was decided before holds no longer.
  UNDONE;

  /// The word for it in forms and tables.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The verdict of that word.
  public static Optional<Verdict> ofCode(String code) {
    for (var verdict : values()) {
      if (verdict.code().equals(code)) {
        return Optional.of(verdict);
      }
    }
    return Optional.empty();
  }
}
