package org.bandung.access.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;

/// How often in a row somebody was wrong about an account. Tries from a browser in which its owner
/// signed in before are counted in that browser's own counter, all others together: a stranger who
/// fails on purpose closes the door to strangers only.
public final class Guesses {

  private static final int MOST_FAILURES = 5;
  private static final int MOST_DOUBLINGS = 6;
  private static final Duration LOCK = Duration.ofMinutes(15);

  /// How long after the last closure strangers' failures are forgotten when the owner comes in by a
  /// browser of hers: a slip of her own on another machine must not meet years of others' failures.
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final CounterTable table;

  /// Counts in the tables of the module.
  public Guesses(Database database) {
    this.table = new CounterTable(database);
  }

  /// Where a try is counted.
  ///
  /// @param device hash of the mark of the browser it came from; none for strangers' browsers
  public record Counter(
      String account, byte @Nullable [] device, int failures, @Nullable Instant lockedUntil) {

    /// Until when no try is looked at, if that is later than now.
    public Optional<Instant> closed(Instant now) {
      return Optional.ofNullable(lockedUntil).filter(until -> until.isAfter(now));
    }
  }

  /// The counter of a try; call it while the account is locked against others.
  ///
  /// @param marks what the browser shows of having been here before; those of other accounts, or
  ///   made up, count for nothing
  public Counter counter(String account, List<String> marks, Instant now) {
    return table
        .device(account, marks.stream().map(KnownBrowsers::hash).toList(), now)
        .orElseGet(() -> table.strangers(account));
  }

  /// Counts a wrong try. A failure never shortens a closure, and every fifth closes for longer than
  /// the one before.
  ///
  /// @return until when the door is closed, if this try closed it
  public Optional<Instant> failed(Counter counter, Instant now) {
    int failures = counter.failures() + 1;
    if (failures % MOST_FAILURES != 0) {
      table.set(new Counter(counter.account(), counter.device(), failures, counter.lockedUntil()));
      return Optional.empty();
    }
    long times = 1L << Math.min(MOST_DOUBLINGS, failures / MOST_FAILURES - 1);
    var until = now.plus(LOCK.multipliedBy(times));
    table.set(new Counter(counter.account(), counter.device(), failures, until));
    return Optional.of(until);
  }

  /// Begins to count anew after a right try.
  public void succeeded(Counter counter, Instant now) {
    table.set(new Counter(counter.account(), counter.device(), 0, null));
    if (counter.device() != null) {
      table.forgetStrangers(counter.account(), now.minus(REMEMBERED));
    }
  }
}
