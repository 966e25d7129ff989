package org.bandung.linkage.engine;

/// The fields that are compared and how many levels of agreement each has, so that the outcome of a
/// comparison is one small number.
///
/// Level 0 of every field means that one side does not report it: that speaks neither for nor
/// against. Level 1 is disagreement, the last level the closest agreement.
public final class Shape {

  /// A table of counts for every pattern must stay small.
  private static final int MOST_PATTERNS = 1 << 22;

  private final int[] levels;
  private final int[] strides;
  private final int patterns;

  /// @param levels for each field the number of its levels, level 0 included; at least 2 each
  public Shape(int... levels) {
    this.levels = levels.clone();
    this.strides = new int[levels.length];
    long size = 1;
    for (int f = 0; f < levels.length; f++) {
      if (levels[f] < 2) {
        throw new IllegalArgumentException("field " + f + " has no level that could differ");
      }
      strides[f] = (int) size;
      size *= levels[f];
      if (size > MOST_PATTERNS) {
        throw new IllegalArgumentException("more than " + MOST_PATTERNS + " patterns");
      }
    }
    this.patterns = (int) size;
  }

  public int fields() {
    return levels.length;
  }

  /// How many levels a field has, level 0 included.
  public int levels(int field) {
    return levels[field];
  }

  /// How many patterns there can be.
  public int patterns() {
    return patterns;
  }

  /// What a level of a field adds to the number of the pattern.
  public int at(int field, int level) {
    return level * strides[field];
  }

  /// The level of a field in a pattern.
  public int level(int pattern, int field) {
    return pattern / strides[field] % levels[field];
  }
}
