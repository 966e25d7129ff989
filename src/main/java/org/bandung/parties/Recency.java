package org.bandung.parties;

import java.time.Instant;
import org.bandung.parties.Parties.OrganisationStatement;
import org.bandung.parties.Parties.Receipt;
import org.bandung.parties.StatementTable.Held;
import org.jspecify.annotations.Nullable;

/// Which of two versions of an organisation statement is its source's last word; the rule is that
/// of initiatives.
final class Recency {

  private Recency() {}

  /// Compares by the publisher's date, then by the file's. Of two versions with equal dates the one
  /// not said before is the newer, so that a file that repeats an id with different content does
  /// not flip on every run.
  static Receipt judge(@Nullable Held held, OrganisationStatement said, boolean saidBefore) {
    if (held == null) {
      return Receipt.CREATED;
    }
    if (held.hash().equals(said.contentHash())) {
      return Receipt.UNCHANGED;
    }
    int order = order(said.lastUpdated(), held.lastUpdated());
    if (order == 0) {
      order = order(said.generated(), held.generated());
    }
    return order < 0 || (order == 0 && saidBefore) ? Receipt.OLDER : Receipt.UPDATED;
  }

  private static int order(@Nullable Instant one, @Nullable Instant other) {
    return one == null || other == null ? 0 : one.compareTo(other);
  }
}
