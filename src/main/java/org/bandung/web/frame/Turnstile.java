package org.bandung.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets so many requests be worked on at once; others wait their turn, and who would wait too long
/// is told to come back.
///
/// A thread costs nothing here, so a crowd would otherwise be let in whole: thousands begun and
/// none ended fill the memory, and all of them fail for want of a connection to the database.
@Component
final class Turnstile extends OncePerRequestFilter {

  private static final int AT_ONCE = 100;
  private static final int WAITING = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Semaphore places;
  private final int waiting;
  private final Duration patience;

  @Autowired
  Turnstile() {
    this(AT_ONCE, WAITING, PATIENCE);
  }

  Turnstile(int atOnce, int waiting, Duration patience) {
    this.places = new Semaphore(atOnce, true);
    this.waiting = waiting;
    this.patience = patience;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!admitted()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(patience.toSeconds()));
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.release();
    }
  }

  private boolean admitted() {
    try {
      return places.getQueueLength() < waiting
          && places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
