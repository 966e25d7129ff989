package org.bandung.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Does what recurs while a server lives, each on its own thread. The first round waits a little,
/// so that the first page of a server has the processors to itself.
final class Rounds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration FIRST = Duration.ofSeconds(30);

  private final List<Recurring> recurring;
  private final boolean inServer;
  private volatile boolean running;

  Rounds(List<Recurring> recurring, boolean inServer) {
    this.recurring = recurring;
    this.inServer = inServer;
  }

  @Override
  public boolean isAutoStartup() {
    return inServer;
  }

  @Override
  public void start() {
    running = true;
    for (var one : recurring) {
      Thread.ofVirtual().name(one.name()).start(() -> walk(one));
    }
  }

  private void walk(Recurring one) {
    var rest = one.every().compareTo(FIRST) < 0 ? one.every() : FIRST;
    try {
      while (running) {
        TimeUnit.NANOSECONDS.sleep(rest.toNanos());
        rest = one.every();
        if (running) {
          round(one);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round(Recurring one) {
    try {
      one.round();
    } catch (RuntimeException e) {
      if (running) {
        LOG.warn("{} waits for the next round: {}", one.name(), e.toString());
      }
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
