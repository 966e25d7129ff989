package org.bandung.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bandung.store.Database;
import org.bandung.store.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// The one entrance to letters: they are written down here, and the server carries them out.
@Service
public class Post implements Recurring {

  private static final Logger LOG = LoggerFactory.getLogger(Post.class);

  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 10;

  private final Database database;
  private final LetterTable table;
  private final Optional<MailServer> server;
  private final Clock clock;

  @Autowired
  Post(Database database, PostSettings settings) {
    this(
        database,
        settings.server().map(s -> new MailServer(s, settings.from())),
        Clock.systemUTC());
  }

  /// Forgets an address: letters to it that still wait are not sent, and no trace is kept of those
  /// that were.
  public void forget(String recipient) {
    table.forget(recipient);
  }

  Post(Database database, Optional<MailServer> server, Clock clock) {
    this.database = database;
    this.table = new LetterTable(database);
    this.server = server;
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
  public String name() {
    return "post";
  }

  @Override
  public Duration every() {
    return LOOK;
  }

  @Override
  public void round() {
    carry();
  }
}
