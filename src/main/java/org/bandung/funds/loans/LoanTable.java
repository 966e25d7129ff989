package org.bandung.funds.loans;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.funds.loans.LoanEvent.Recorded;
import org.bandung.store.Database;
import org.bandung.store.EventJson;
import org.bandung.store.EventLog;

/// SQL of loans, and their events as JSON.
final class LoanTable {

  private static final EventLog.Names NAMES =
      new EventLog.Names(
          "funds_loan", "funds_loan_event", "funds_loan_command", "loan_id", "party");

  private static final EventJson JSON =
      EventJson.of(
              Map.ofEntries(
                  Map.entry("proposed", LoanEvent.Proposed.class),
                  Map.entry("agreed", LoanEvent.Agreed.class),
                  Map.entry("refused", LoanEvent.Refused.class),
                  Map.entry("stated", LoanEvent.Stated.class),
                  Map.entry("withdrawn", LoanEvent.Withdrawn.class),
                  Map.entry("change-proposed", LoanEvent.ChangeProposed.class),
                  Map.entry("change-agreed", LoanEvent.ChangeAgreed.class),
                  Map.entry("change-refused", LoanEvent.ChangeRefused.class)),
              LoanEvent.class)
          .with(
              Map.of(
                  "rescheduled", DebtChange.Rescheduled.class,
                  "forgiven", DebtChange.Forgiven.class,
                  "swapped", DebtChange.Swapped.class),
              DebtChange.class);

  private final Database database;
  private final EventLog log;

  LoanTable(Database database) {
    this.database = database;
    this.log = new EventLog(database, NAMES);
  }

  static String json(Object value) {
    return JSON.write(value);
  }

  /// Makes the row that deeds take their turn at.
  ///
  /// @return whether it was not there
  boolean begin(String id, LoanPlan plan, Instant now) {
    return database
            .sql()
            .sql(
                """
                insert into funds_loan (id, creditor, debtor, opened_at, changed_at)
                values (:id, :creditor, :debtor, :now, :now)
                on conflict do nothing
                """)
            .param("id", id)
            .param("creditor", plan.creditor())
            .param("debtor", plan.debtor())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  boolean lock(String id) {
    return log.lock(id);
  }

  List<Recorded> events(String id) {
    return log.read(id, LoanTable::recorded);
  }

  List<LoanFile> files(List<String> ids) {
    return log.read(ids, LoanTable::recorded).values().stream().map(LoanFile::fold).toList();
  }

  private static Recorded recorded(EventLog.Row row) {
    return new Recorded(
        row.sequence(),
        row.at(),
        row.party(),
        row.person(),
        JSON.read(row.event(), LoanEvent.class));
  }

  void append(String id, List<Recorded> events) {
    log.append(
        id,
        events.stream()
            .map(
                e -> new EventLog.Row(e.sequence(), e.at(), e.party(), e.person(), json(e.event())))
            .toList());
    database
        .sql()
        .sql("update funds_loan set changed_at = :now where id = :id")
        .param("now", events.getLast().at().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  Optional<EventLog.Kept> command(String id, String party, String key) {
    return log.command(id, party, key);
  }

  void keep(String id, String party, String key, EventLog.Kept kept) {
    log.keep(id, party, key, kept);
  }

  /// Loans of these bodies, the last changed first.
  List<String> of(Collection<String> bodies, int limit) {
    return database
        .sql()
        .sql(
            """
            select id from funds_loan
            where creditor = any(:bodies) or debtor = any(:bodies)
            order by changed_at desc, id
            limit :limit
            """)
        .param("bodies", bodies.toArray(String[]::new))
        .param("limit", limit)
        .query(String.class)
        .list();
  }
}
