package org.bandung.consultation.accord;

import java.time.Duration;
import org.bandung.store.Recurring;
import org.springframework.stereotype.Component;

/// Looks, while the server runs, whether time has brought agreements into force.
@Component
final class EntryClock implements Recurring {

  private final AgreementMaking making;

  EntryClock(AgreementMaking making) {
    this.making = making;
  }

  @Override
  public String name() {
    return "entries into force";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void round() {
    making.moveOn();
  }
}
