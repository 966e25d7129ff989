package org.bandung.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Lets so many requests be worked on at once; others wait their turn, and who would wait too long
/// is told to come back.
///
/// A thread costs nothing here, so a crowd would otherwise be let in whole: thousands begun and
/// none ended fill the memory, and all of them fail for want of a connection to the database.
@Component
@Order(RememberedPages.ORDER + 1)
final class Turnstile extends OncePerRequestFilter {

  private static final int AT_ONCE = 50;
  private static final int WAITING = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ObjectProvider<Dictionary> dictionary;
  private final Semaphore places;
  private final int waiting;
  private final Duration patience;

  /// @param dictionary asked for late, as by [PlainFace]
  @Autowired
  Turnstile(ObjectProvider<Dictionary> dictionary) {
    this(dictionary, AT_ONCE, WAITING, PATIENCE);
  }

  Turnstile(ObjectProvider<Dictionary> dictionary, int atOnce, int waiting, Duration patience) {
    this.dictionary = dictionary;
    this.places = new Semaphore(atOnce, true);
    this.waiting = waiting;
    this.patience = patience;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!admitted()) {
      refuse(request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.release();
    }
  }

  /// Written here and not by the page of errors: a refusal that costs as much as an answer leaves
  /// no time for answers.
  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var busy = HttpStatus.SERVICE_UNAVAILABLE;
    var words = dictionary.getObject().in(VisitResolver.language(request));
    response.setStatus(busy.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(patience.toSeconds()));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, words.language());
    if (request.getRequestURI().startsWith("/api/")) {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(JSON.writeValueAsBytes(Failures.problem(words, busy)));
    } else {
      response.setContentType("text/html;charset=UTF-8");
      var page = PlainFace.Face.page(words, busy.value());
      response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
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
