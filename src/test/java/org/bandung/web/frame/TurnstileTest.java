package org.bandung.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bandung.reference.InventedWorld;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TurnstileTest {

  private static final SiteSettings SITE = new SiteSettings("triangular", Optional.empty(), false);

  private static Turnstile turnstile(int atOnce, int waiting, Duration patience) {
    var beans = new DefaultListableBeanFactory();
    beans.registerSingleton("dictionary", new Dictionary(InventedWorld.reference(), SITE));
    return new Turnstile(beans.getBeanProvider(Dictionary.class), atOnce, waiting, patience);
  }

  private static MockHttpServletResponse pass(Turnstile turnstile, FilterChain chain)
      throws Exception {
    return pass(turnstile, chain, "/");
  }

  private static MockHttpServletResponse pass(
      Turnstile turnstile, FilterChain chain, String address) throws Exception {
    var response = new MockHttpServletResponse();
    var request = new MockHttpServletRequest("GET", address);
    request.addHeader("Accept-Language", "fr");
    turnstile.doFilter(request, response, chain);
    return response;
  }

  @Test
  void refusesPeopleWithAPageAndProgramsWithAProblem() throws Exception {
    var full = turnstile(1, 0, Duration.ofSeconds(2));
    var page = pass(full, new MockFilterChain(), "/initiatives");
    var problem = pass(full, new MockFilterChain(), "/api/v1/initiatives");

    assertThat(page.getContentType()).startsWith("text/html");
    assertThat(page.getContentAsString()).contains("<html lang=\"fr\"", "Trop");
    assertThat(problem.getContentType()).startsWith("application/problem+json");
    assertThat(problem.getContentAsString()).contains("/problems/too-busy", "503");
  }

  @Test
  void whoCannotBeServedInTimeIsToldWhenToComeBack() throws Exception {
    var turnstile = turnstile(1, 1, Duration.ofSeconds(1));
    var inside = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    var first = Thread.ofVirtual().start(() -> stay(turnstile, inside, leave));
    assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

    var refused = pass(turnstile, new MockFilterChain());
    leave.countDown();
    first.join();

    assertThat(refused.getStatus()).isEqualTo(503);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
    assertThat(pass(turnstile, new MockFilterChain()).getStatus()).isEqualTo(200);
  }

  @Test
  void aFullQueueTakesNobodyMore() throws Exception {
    assertThat(pass(turnstile(1, 0, Duration.ofDays(1)), new MockFilterChain()).getStatus())
        .isEqualTo(503);
  }

  @Test
  void aFailureGivesItsPlaceBack() throws Exception {
    var turnstile = turnstile(1, 1, Duration.ofMillis(1));
    for (int i = 0; i < 3; i++) {
      try {
        pass(
            turnstile,
            (request, response) -> {
              throw new IllegalStateException("on purpose");
            });
      } catch (IllegalStateException e) {
        // the place must be free again
      }
    }
    assertThat(pass(turnstile, new MockFilterChain()).getStatus()).isEqualTo(200);
  }

  private static void stay(Turnstile turnstile, CountDownLatch inside, CountDownLatch leave) {
    try {
      pass(
          turnstile,
          (request, response) -> {
            inside.countDown();
            try {
              leave.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
