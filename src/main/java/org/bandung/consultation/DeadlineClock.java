package org.bandung.consultation;

import java.time.Duration;
import org.bandung.store.Recurring;
import org.springframework.stereotype.Component;

/// Looks, while the server runs, which deadlines have gone by; they are written down and told.
@Component
final class DeadlineClock implements Recurring {

  private final Consultations consultations;

  DeadlineClock(Consultations consultations) {
    this.consultations = consultations;
  }

  @Override
  public String name() {
    return "deadlines";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void round() {
    consultations.lapseDeadlines();
  }
}
