package org.bandung.registry;

import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.Reader;

/// Counts the tags of lists faster than the facts can, while what it counts is what the facts are.
///
/// A reading of the facts, such as the text index, may be one; where there is none, or while it
/// lags behind, the facts are counted themselves.
public interface TagCounter {

  /// How many initiatives of a list there are, and how many carry each tag.
  record Counted(long total, Map<String, Long> tags) {}

  /// The counts of now; empty if a change is not counted yet.
  Optional<Counted> count(Reader reader, InitiativePage.Narrowing narrowing);
}
