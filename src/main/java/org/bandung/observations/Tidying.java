package org.bandung.observations;

import java.time.Duration;
import org.bandung.store.Recurring;
import org.springframework.stereotype.Component;

/// A server clears away what a process left that ended too early.
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

  @Override
  public void round() {
    observations.tidy();
  }
}
