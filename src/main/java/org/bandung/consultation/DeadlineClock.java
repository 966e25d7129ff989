package org.bandung.consultation;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks, while the server runs, which deadlines have gone by; they are written down and told.
@Component
final class DeadlineClock implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DeadlineClock.class);
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final Consultations consultations;
  private final boolean serving;
  private volatile @Nullable Thread running;

  DeadlineClock(Consultations consultations, ApplicationContext application) {
    this.consultations = consultations;
    this.serving = application instanceof WebServerApplicationContext;
  }

  @Override
  public void start() {
    if (serving) {
      running = Thread.ofVirtual().name("deadlines").start(this::look);
    }
  }

  private void look() {
    while (running != null && !Thread.currentThread().isInterrupted()) {
      try {
        consultations.lapseDeadlines();
      } catch (RuntimeException e) {
        // Nothing is lost: a deadline stays gone by until it is written down.
        LOG.warn("Deadlines wait: {}", e.toString());
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  @Override
  public void stop() {
    var thread = running;
    running = null;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }
}
