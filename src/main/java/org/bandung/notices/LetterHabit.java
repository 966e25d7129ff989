package org.bandung.notices;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// How often somebody wants letters about what she was told. The words are stored.
public enum LetterHabit {
  NEVER(Duration.ZERO),
  DAILY(Duration.ofDays(1)),
  WEEKLY(Duration.ofDays(7));

  /// A letter may come an hour early, so that one a day does not wander round the clock.
  private static final Duration EARLY = Duration.ofHours(1);

  private final Duration every;

  LetterHabit(Duration every) {
    this.every = every;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The habit of that word.
  public static Optional<LetterHabit> ofCode(String code) {
    for (var habit : values()) {
      if (habit.code().equals(code)) {
        return Optional.of(habit);
      }
    }
    return Optional.empty();
  }

  /// Whether another letter may go now.
  ///
  /// @param since what has passed since the last one
  boolean due(Duration since) {
    return this != NEVER && since.compareTo(every.minus(EARLY)) >= 0;
  }
}
