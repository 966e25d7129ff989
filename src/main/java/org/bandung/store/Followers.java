package org.bandung.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Runs the followers of the change log while the server lives: each on its own thread, a few times
/// a second and at once while there is more.
final class Followers implements SmartLifecycle, Readiness {

  private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
  private static final int AT_ONCE = 2_000;

  /// What changes is to be seen within a second.
  private static final long POLL_MILLIS = 300;

  private final ChangeLog log;
  private final List<ChangeFollower> followers;

  private final boolean inServer;
  private final Map<String, ChangeLog.Cursor> reached = new ConcurrentHashMap<>();
  private volatile ChangeLog.Cursor headAtStart = ChangeLog.Cursor.START;
  private volatile boolean running;

  /// @param inServer whether to start with the application; a command leaves its changes to a
  ///   server
  Followers(ChangeLog log, List<ChangeFollower> followers, boolean inServer) {
    this.log = log;
    this.followers = followers;
    this.inServer = inServer;
  }

  @Override
  public boolean isAutoStartup() {
    return inServer;
  }

  @Override
  public void start() {
    headAtStart = log.head();
    running = true;
    for (var follower : followers) {
      Thread.ofVirtual().name("follow " + follower.name()).start(() -> run(follower));
    }
  }

  private void run(ChangeFollower follower) {
    while (running) {
      try {
        while (running && step(follower)) {
          // more is waiting
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (running) {
          LOG.warn("{} could not follow the changes and tries again", follower.name(), e);
          rest();
        }
      }
    }
  }

  private static void rest() {
    try {
      TimeUnit.SECONDS.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// One batch; says whether there may be more.
  private boolean step(ChangeFollower follower) {
    var more = log.follow(follower, AT_ONCE);
    reached.put(follower.name(), more.reached());
    return more.waiting();
  }

  @Override
  public boolean ready() {
    return running
        && followers.stream()
            .allMatch(f ->
                reached.getOrDefault(f.name(), new ChangeLog.Cursor(-1, -1)).compareTo(headAtStart)
                    >= 0);
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
