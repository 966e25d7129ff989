package org.bandung.collection;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import org.bandung.store.Database;
import org.bandung.store.Recurring;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Reminds by each round's schedule whoever has not answered. Each occasion passes once, however
/// often this looks; where several passed while nobody looked, the last one counts for all.
@Component
class RoundReminders implements Recurring {

  private static final Duration LOOK = Duration.ofHours(1);
  private static final int FARTHEST = 400;

  private final Database database;
  private final RoundTable table;
  private final RoundDesk desk;
  private final Clock clock;

  @Autowired
  RoundReminders(Database database, RoundDesk desk) {
    this(database, desk, Clock.systemUTC());
  }

  RoundReminders(Database database, RoundDesk desk, Clock clock) {
    this.database = database;
    this.table = new RoundTable(database);
    this.desk = desk;
    this.clock = clock;
  }

  /// The occasion of the schedule that is due for an institution on a day: the last one that has
  /// come since the institution was invited and is later than every one that passed. Empty if there
  /// is none.
  static Optional<Integer> occasion(Round r, String institution, LocalDate today) {
    var a = r.asked().get(institution);
    if (a == null || r.state() != Round.State.OPEN || !a.standing().answers()) {
      return Optional.empty();
    }
    var invited = a.invited().atOffset(ZoneOffset.UTC).toLocalDate();
    int passed = a.occasions().isEmpty() ? Integer.MIN_VALUE : Collections.max(a.occasions());
    return r.plan().reminders().stream()
        .filter(days -> days > passed && !today.isBefore(r.due().plusDays(days)))
        .filter(days -> r.due().plusDays(days).isAfter(invited))
        .max(Comparator.naturalOrder());
  }

  /// Reminds whoever is to be reminded now, each in a transaction of its own.
  ///
  /// @return how many were
  int remind() {
    var today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    int reminded = 0;
    var due =
        database.reading(() -> table.due(today.minusDays(FARTHEST), today.plusDays(FARTHEST)));
    for (var id : due) {
      var round = desk.round(id);
      if (round.isPresent()) {
        for (var institution : round.get().asked().keySet()) {
          reminded += desk.remind(id, institution) ? 1 : 0;
        }
      }
    }
    return reminded;
  }

  @Override
  public String name() {
    return "collection-reminders";
  }

  @Override
  public Duration every() {
    return LOOK;
  }

  @Override
  public void round() {
    remind();
  }
}
