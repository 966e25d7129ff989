package org.bandung.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/// The one entrance to letters: they are written down here, and the server carries them out.
@Service
public class Post implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Post.class);

  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 10;

  private final Database database;
  private final LetterTable table;
  private final Optional<MailServer> server;
  private final boolean serving;
  private final Clock clock;
  private volatile @Nullable Thread carrier;

  @Autowired
  Post(Database database, PostSettings settings, ApplicationContext application) {
    this(
        database,
        settings.server().map(s -> new MailServer(s, settings.from())),
        application instanceof WebServerApplicationContext,
        Clock.systemUTC());
  }

  Post(Database database, Optional<MailServer> server, boolean serving, Clock clock) {
    this.database = database;
    this.table = new LetterTable(database);
    this.server = server;
    this.serving = serving;
    this.clock = clock;
  }

  /// Whether letters leave at all; if not, links must be handed over by other means.
  public boolean leaves() {
    return server.isPresent();
  }

  /// Writes a letter down; call it inside the transaction of the deed it tells of.
  public void send(Letter letter) {
    if (server.isPresent()) {
      table.insert(letter, clock.instant());
    }
  }

  /// Sends what is due, one letter at a time; a letter may arrive twice if the server dies between
  /// sending and noting it, but none is lost.
  ///
  /// @return how many left
  int carry() {
    int sent = 0;
    while (server.isPresent() && database.inTransaction(this::carryOne)) {
      sent++;
    }
    return sent;
  }

  /// @return whether one was sent
  private boolean carryOne() {
    var due = table.lockDue(clock.instant());
    if (due.isEmpty()) {
      return false;
    }
    var letter = due.get();
    try {
      server.orElseThrow().deliver(letter.letter());
      table.sent(letter.id(), clock.instant());
      return true;
    } catch (MailServer.Undelivered e) {
      table.failed(letter.id(), next(letter.attempts()), e.getClass().getSimpleName());
      LOG.warn("A letter could not be sent (attempt {}): {}", letter.attempts() + 1, e.reason());
      return false;
    }
  }

  /// Half a minute, doubled each time, at most some eight hours.
  private Instant next(int attempts) {
    return clock.instant().plus(FIRST_WAIT.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS)));
  }

  @Override
  public void start() {
    if (serving && server.isPresent()) {
      carrier = Thread.ofVirtual().name("post").start(this::carryOn);
    }
  }

  private void carryOn() {
    while (carrier != null && !Thread.currentThread().isInterrupted()) {
      try {
        carry();
      } catch (RuntimeException e) {
        LOG.warn("Letters wait: {}", e.toString());
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  @Override
  public void stop() {
    var running = carrier;
    carrier = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return carrier != null;
  }
}
