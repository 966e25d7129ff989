package org.bandung.statistics.doubts;

import java.util.List;
import java.util.Optional;

/// Proposes initiatives that may be one; implemented above the figures, which know nothing of how
/// proposals are made.
@FunctionalInterface
public interface PairSource {

  /// What is proposed now, whether decided or not; the same list until it changes. Empty if nobody
  /// has looked yet, or there is too much to look at.
  Optional<List<UnsurePair>> proposed();
}
