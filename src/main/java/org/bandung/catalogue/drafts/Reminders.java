package org.bandung.catalogue.drafts;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bandung.catalogue.Freshness;
import org.bandung.kernel.News;
import org.bandung.store.Database;
import org.bandung.store.Recurring;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Reminds bodies of entries of theirs that nobody has confirmed for long, or that end soon. Each
/// thing is told once, however often this looks.
@Component
class Reminders implements Recurring {

  private static final Duration LOOK = Duration.ofHours(6);
  private static final int DAYS_BEFORE_END = 14;

  private final Database database;
  private final DraftTable table;
  private final ApplicationEventPublisher news;
  private final Clock clock;

  @Autowired
  Reminders(Database database, ApplicationEventPublisher news) {
    this(database, news, Clock.systemUTC());
  }

  Reminders(Database database, ApplicationEventPublisher news, Clock clock) {
    this.database = database;
    this.table = new DraftTable(database);
    this.news = news;
    this.clock = clock;
  }

  /// Tells what is due.
  ///
  /// @return how many were told
  int remind() {
    int told = 0;
    for (var draft : table.released()) {
      for (var due : due(draft, Freshness.day(clock.instant())).entrySet()) {
        told += tell(draft, due.getKey(), due.getValue()) ? 1 : 0;
      }
    }
    return told;
  }

  /// What is to be told of a draft on a day, each with the day that it is about.
  private Map<String, LocalDate> due(Draft draft, LocalDate today) {
    var due = new LinkedHashMap<String, LocalDate>();
    var confirmed = draft.dates().confirmed();
    if (confirmed != null && Freshness.stale(confirmed, today)) {
      due.put("entry.stale", confirmed);
    } else if (confirmed != null && Freshness.soonStale(confirmed, today)) {
      due.put("entry.stale-soon", confirmed);
    }
    table
        .holdsUntil(draft.id())
        .filter(end -> !today.isAfter(end) && !today.isBefore(end.minusDays(DAYS_BEFORE_END)))
        .ifPresent(end -> due.put("entry.ends", end));
    return due;
  }

  private boolean tell(Draft draft, String what, LocalDate day) {
    return database.inTransaction(() -> {
      if (!table.remind(draft.id(), what, day, clock.instant())) {
        return false;
      }
      news.publishEvent(
          new News(
              Set.of(draft.body()),
              "",
              what,
              "/desk/entries/" + draft.id(),
              Map.of(
                  "day", day.toString(),
                  "title", Drafts.title(draft.wording().content().title()))));
      return true;
    });
  }

  @Override
  public String name() {
    return "reminders";
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
