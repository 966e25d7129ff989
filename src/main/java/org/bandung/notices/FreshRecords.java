package org.bandung.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bandung.search.Search;
import org.bandung.store.ChangeFollower;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Which records are new or have changed in the last two months: what feeds and alerts are made of.
@Component
final class FreshRecords implements ChangeFollower {

  /// No more are looked at for one question; a large import would fill every letter otherwise.
  static final int MOST = 20_000;

  private static final Duration KEPT = Duration.ofDays(60);

  private final SearchTable table;
  private final Clock clock;

  @Autowired
  FreshRecords(Database database) {
    this.table = new SearchTable(database);
    this.clock = Clock.systemUTC();
  }

  @Override
  public String name() {
    return "notices.fresh";
  }

  @Override
  public void follow(List<ChangeLog.Change> changes) {
    var keys =
        changes.stream()
            .filter(c -> c.kind().equals("initiative") || c.kind().equals("entry"))
            .map(c -> Search.key(c.kind(), c.id()))
            .distinct()
            .toList();
    if (!keys.isEmpty()) {
      var now = clock.instant();
      table.fresh(keys, now);
      table.forgetBefore(now.minus(KEPT));
    }
  }

  Map<String, Instant> since(Instant since) {
    return table.freshSince(since, MOST);
  }
}
