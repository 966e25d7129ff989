package org.bandung.statistics.doubts;

/// Tells the figures which initiatives may be one.
@FunctionalInterface
public interface UnsurePairs {

  /// As it is known now.
  Ties now();
}
