package org.bandung.web.funds;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// How often somebody looked for an account by its address: whoever may appoint people learns
/// whether an address has an account, one at a time, and not by the thousand.
@Component
final class AppointmentTries {

  private static final int IN_AN_HOUR = 20;
  private static final int MOST_ACCOUNTS = 10_000;
  private static final long HOUR = Duration.ofHours(1).toNanos();

  /// @param since when the hour began
  private record Spent(int tries, long since) {}

  private final Map<String, Spent> spent =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Spent> eldest) {
          return size() > MOST_ACCOUNTS;
        }
      };

  /// Takes one of the tries of an hour.
  ///
  /// @return whether there was one
  synchronized boolean take(String account) {
    return take(account, System.nanoTime());
  }

  synchronized boolean take(String account, long now) {
    var before = spent.get(account);
    var hour = before == null || now - before.since() >= HOUR ? new Spent(0, now) : before;
    if (hour.tries() >= IN_AN_HOUR) {
      return false;
    }
    spent.put(account, new Spent(hour.tries() + 1, hour.since()));
    return true;
  }
}
