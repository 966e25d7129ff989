package org.bandung.access;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Compares passwords, a few at a time: one takes a processor for a good while, and nobody holds a
/// connection to the database meanwhile.
final class PasswordComparison {

  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final PasswordEncoder passwords;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  PasswordComparison(PasswordEncoder passwords) {
    this.passwords = passwords;
  }

  /// More people sign in than there are processors for; whoever it is tries again.
  static final class TooManyAtOnce extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyAtOnce() {
      super("too many sign in at once");
    }
  }

  /// Whether a password is the right one; for nobody it takes as long.
  ///
  /// @throws TooManyAtOnce if others were compared for longer than anybody should wait
  boolean right(String password, Optional<String> encoded) {
    enter();
    try {
      if (encoded.isEmpty()) {
        passwords.encode(password);
        return false;
      }
      return passwords.matches(password, encoded.get());
    } finally {
      places.release();
    }
  }

  private void enter() {
    try {
      if (places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new TooManyAtOnce();
  }
}
