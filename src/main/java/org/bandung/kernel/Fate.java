package org.bandung.kernel;

import java.time.Instant;
import java.util.Optional;

/// What has become of a record of which somebody may hold a copy.
public sealed interface Fate {

  /// It stands, in this state since the moment, if that is known.
  record Current(Optional<Instant> since) implements Fate {}

  /// Its sources took it back; their last word can still be read.
  record Withdrawn(Optional<Instant> since) implements Fate {}

  /// It is now part of another record.
  record Merged(String into) implements Fate {}

  /// The reader might see it once and may not any more. Nothing else is told.
  record Closed() implements Fate {}
}
