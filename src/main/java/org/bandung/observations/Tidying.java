package org.bandung.observations;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.bandung.store.Recurring;
import org.springframework.stereotype.Component;

/// A server clears away what a process left that ended too early, and writes again what large years
/// lack.
@Component
final class Tidying implements Recurring {

  private final Observations observations;

  Tidying(Observations observations) {
    this.observations = observations;
  }

  @Override
  public String name() {
    return "tidy observations";
  }

  @Override
  public Duration every() {
    return Duration.ofDays(1);
  }

  /// On a thread of its own: the engine is native code, and in it a virtual thread would keep one of
  /// the few that carry them all, for as long as it takes to sort a year.
  @Override
  public void round() {
    var task = new FutureTask<>(observations::tidy, true);
    Thread.ofPlatform().daemon().name(name()).start(task);
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
