package org.bandung.funds.grants;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bandung.funds.calls.people.TrackRecord;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What became of an organisation's earlier grants of a fund: those brought to an end, and those
/// whose time is over and which are not closed, as their last report is owed.
@Component
class GrantRecord implements TrackRecord {

  private static final int LIST = 2_000;

  private final Database database;
  private final GrantTable table;
  private final Clock clock;

  @Autowired
  GrantRecord(Database database) {
    this(database, Clock.systemUTC());
  }

  GrantRecord(Database database, Clock clock) {
    this.database = database;
    this.table = new GrantTable(database);
    this.clock = clock;
  }

  @Override
  public Optional<Past> of(String fund, String organisation) {
    var grants =
        database.reading(() -> table.grants(table.ofOrganisation(fund, organisation, LIST)));
    return Optional.of(past(grants, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
  }

  static Past past(List<Grant> grants, LocalDate today) {
    int overdue = 0;
    int completed = 0;
    for (var grant : grants) {
      if (grant.closed()) {
        completed++;
      } else if (grant.until().isBefore(today)) {
        overdue++;
      }
    }
    return new Past(overdue, completed);
  }
}
