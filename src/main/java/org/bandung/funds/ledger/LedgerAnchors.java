package org.bandung.funds.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.bandung.access.Audit;
import org.bandung.store.Database;
import org.bandung.store.Recurring;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// Writes the ends of all chains into the log of deeds, so that what was posted up to then can
/// neither be cut off nor written anew without that log telling so.
///
/// Not within the transactions that post: writers of the log take their turn, and would take it in
/// another order than that of books.
@Service
public class LedgerAnchors implements Recurring {

  static final String ACTION = "ledger.anchored";

  private final Database database;
  private final CheckTable table;
  private final Audit audit;
  private final Clock clock;

  @Autowired
  LedgerAnchors(Database database, Audit audit) {
    this(database, audit, Clock.systemUTC());
  }

  LedgerAnchors(Database database, Audit audit, Clock clock) {
    this.database = database;
    this.table = new CheckTable(database);
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "ledger-anchors";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void round() {
    anchor();
  }

  /// Does it now.
  ///
  /// @return how many chains had grown
  public int anchor() {
    return database.inTransaction(() -> {
      int written = 0;
      for (var head : table.unanchored()) {
        if (table.anchor(head, clock.instant())) {
          var detail = Map.of("number", Long.toString(head.number()), "hash", head.hash());
          audit.record(new Audit.Deed(null, null, ACTION, head.book(), detail));
          written++;
        }
      }
      return written;
    });
  }
}
