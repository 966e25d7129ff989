package org.bandung.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param next the cursor of the page after this one; null when this is the last
record Listed<T>(List<T> items, @Nullable String next) {

  /// The same page with each item rendered.
  <R> Listed<R> map(Function<T, R> rendering) {
    return new Listed<>(items.stream().map(rendering).toList(), next);
  }
}
