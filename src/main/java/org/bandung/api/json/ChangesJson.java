package org.bandung.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What changed after a place, for whoever keeps a copy.
///
/// @param next where to go on from; always given, so that a copy can be kept up to date
/// @param caughtUp nothing more could be told when this was asked
public record ChangesJson(List<ChangeJson> items, String next, boolean caughtUp) {

  /// What a thing is now; a page tells it once, however often it changed.
  ///
  /// @param kind `initiative` or `organisation`
  /// @param state `changed` (read it again), `withdrawn` (its last word stays readable), `merged`
  ///   (it is part of another one now), `gone` (give up the copy)
  /// @param href where it can be read; null when it is gone
  /// @param into the id of what it was merged into
  /// @param since the moment from which it has been so, if the facts know
  public record ChangeJson(
      String kind,
      String id,
      String state,
      @Nullable String href,
      @Nullable String into,
      @Nullable String since) {}
}
