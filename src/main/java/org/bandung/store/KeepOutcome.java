package org.bandung.store;

/// What became of a file that was to be kept.
public sealed interface KeepOutcome {

  /// It is kept, now or since before.
  record Kept(StoredFile file) implements KeepOutcome {}

  /// It is not.
  ///
  /// @param why `empty`, `too-large`, `type` (none of the kinds that are kept, or damaged),
  ///   `active` (it could do something where it is opened, or cannot be looked into), `scanner`
  record Refused(String why) implements KeepOutcome {}
}
