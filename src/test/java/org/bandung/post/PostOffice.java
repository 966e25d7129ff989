package org.bandung.post;

import java.time.Clock;
import java.util.Optional;
import org.bandung.store.Database;

/// Post for tests of others.
public final class PostOffice {

  private PostOffice() {}

  /// Letters are written down and never leave: nothing listens at that port.
  public static Post writingDown(Database database, Clock clock) {
    var nowhere = new PostSettings.Server("localhost", 1, false, null, null);
    return new Post(database, Optional.of(new MailServer(nowhere, "node@example.org")), clock);
  }
}
