package org.bandung.registry;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Which of two versions of a statement is its source's last word.
final class Recency {

  private Recency() {}

  /// What is held of the statement.
  record Held(
      String hash, @Nullable Instant lastUpdated, @Nullable Instant generated, boolean withdrawn) {}

  /// Compares by the publisher's date, then by the file's. Of two versions with equal dates the one
  /// not said before is the newer: so a correction without a new date arrives, and a file that
  /// repeats an id with different content does not flip on every run.
  static ImportRun.Outcome judge(Held held, Statement said, BooleanSupplier saidBefore) {
    if (held.hash.equals(said.contentHash())) {
      return held.withdrawn ? ImportRun.Outcome.UPDATED : ImportRun.Outcome.UNCHANGED;
    }
    int order = order(said.lastUpdated(), held.lastUpdated);
    if (order == 0) {
      order = order(said.generated(), held.generated);
    }
    if (order < 0 || (order == 0 && saidBefore.getAsBoolean())) {
      return ImportRun.Outcome.OLDER;
    }
    return ImportRun.Outcome.UPDATED;
  }

  private static int order(@Nullable Instant one, @Nullable Instant other) {
    return one == null || other == null ? 0 : one.compareTo(other);
  }
}
