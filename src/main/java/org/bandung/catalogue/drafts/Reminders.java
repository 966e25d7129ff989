package org.bandung.catalogue.drafts;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.bandung.catalogue.Freshness;
import org.bandung.kernel.News;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Reminds bodies of entries of theirs that nobody has confirmed for long, or that end soon. Each
/// thing is told once, however often this looks.
@Component
class Reminders implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
  private static final Duration LOOK = Duration.ofHours(6);
  private static final int DAYS_BEFORE_END = 14;

  private final Database database;
  private final DraftTable table;
  private final ApplicationEventPublisher news;
  private final boolean serving;
  private final Clock clock;
  private volatile @Nullable Thread watch;

  @Autowired
  Reminders(Database database, ApplicationEventPublisher news, ApplicationContext application) {
    this(database, news, application instanceof WebServerApplicationContext, Clock.systemUTC());
  }

  Reminders(Database database, ApplicationEventPublisher news, boolean serving, Clock clock) {
    this.database = database;
    this.table = new DraftTable(database);
    this.news = news;
    this.serving = serving;
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
  public void start() {
    if (serving) {
      watch = Thread.ofVirtual().name("reminders").start(this::keepWatch);
    }
  }

  private void keepWatch() {
    while (watch != null && !Thread.currentThread().isInterrupted()) {
      try {
        remind();
      } catch (RuntimeException e) {
        LOG.warn("Reminders wait: {}", e.toString());
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  @Override
  public void stop() {
    var running = watch;
    watch = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return watch != null;
  }
}
