package org.bandung.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Optional;
import org.bandung.access.signin.DoorLog;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitTest {

  private static MockHttpServletResponse ask(RateLimit limit, String from, String... forwarded)
      throws Exception {
    var request = new MockHttpServletRequest("GET", "/api/v1/initiatives");
    request.setRemoteAddr(from);
    for (var header : forwarded) {
      request.addHeader("X-Forwarded-For", header);
    }
    var response = new MockHttpServletResponse();
    limit.doFilter(request, response, new MockFilterChain());
    return response;
  }

  private static RateLimit one(Optional<String> proxy) {
    return new RateLimit(new TrafficSettings(1, proxy), new DoorLog());
  }

  @Test
  void tellsAFarCallerWhenToComeBack() throws Exception {
    var limit = one(Optional.empty());

    assertThat(ask(limit, "192.0.2.1").getStatus()).isEqualTo(200);
    var refused = ask(limit, "192.0.2.1");
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(Integer.parseInt(String.valueOf(refused.getHeader("Retry-After")))).isBetween(1, 60);
    assertThat(ask(limit, "192.0.2.2").getStatus()).isEqualTo(200);
  }

  @Test
  void whoTriesDoorsHasASmallerBucket() throws Exception {
    var limit = new RateLimit(new TrafficSettings(1_000, Optional.empty()), new DoorLog());
    for (int i = 0; i < 20; i++) {
      assertThat(knock(limit, "POST", "/sign-in").getStatus()).isEqualTo(200);
    }
    assertThat(knock(limit, "POST", "/sign-in").getStatus()).isEqualTo(429);
    assertThat(knock(limit, "POST", "/recovery/word").getStatus()).isEqualTo(429);
    assertThat(knock(limit, "POST", "/login/webauthn").getStatus()).isEqualTo(429);
    assertThat(knock(limit, "GET", "/login/oauth2/code/ministry").getStatus()).isEqualTo(429);
    assertThat(knock(limit, "GET", "/sign-in").getStatus()).isEqualTo(200);
    assertThat(knock(limit, "POST", "/api/v1/partner-searches").getStatus()).isEqualTo(200);
  }

  private static MockHttpServletResponse knock(RateLimit limit, String method, String path)
      throws Exception {
    var request = new MockHttpServletRequest(method, path);
    request.setServletPath(path);
    request.setRemoteAddr("192.0.2.1");
    // a browser in which somebody signed in before knocks no oftener than others
    request.setCookies(new Cookie("known", "A".repeat(43)));
    var response = new MockHttpServletResponse();
    limit.doFilter(request, response, new MockFilterChain());
    return response;
  }

  @Test
  void neverLimitsThisMachineOrWhereThereIsNoLimit() throws Exception {
    var limit = one(Optional.empty());
    var none = new RateLimit(new TrafficSettings(0, Optional.empty()), new DoorLog());
    for (int i = 0; i < 5; i++) {
      assertThat(ask(limit, "127.0.0.1").getStatus()).isEqualTo(200);
      assertThat(ask(limit, "::1").getStatus()).isEqualTo(200);
      assertThat(ask(none, "192.0.2.1").getStatus()).isEqualTo(200);
    }
  }

  @Test
  void believesOnlyATrustedProxyAndOnlyItsOwnWord() throws Exception {
    var trusting = one(Optional.of("10.0.0.1"));
    ask(trusting, "10.0.0.1", "127.0.0.1, 192.0.2.1");

    assertThat(ask(trusting, "10.0.0.1", "198.51.100.9, 192.0.2.1").getStatus()).isEqualTo(429);
    assertThat(ask(trusting, "10.0.0.1", "192.0.2.2").getStatus()).isEqualTo(200);
    ask(trusting, "192.0.2.7");
    assertThat(ask(trusting, "192.0.2.7", "192.0.2.8").getStatus()).isEqualTo(429);
  }

  @Test
  void aWholeNetworkOfIpv6IsOneCaller() throws Exception {
    var limit = one(Optional.empty());
    ask(limit, "2001:db8:1:2::1");

    assertThat(ask(limit, "2001:db8:1:2:ffff::9").getStatus()).isEqualTo(429);
    assertThat(ask(limit, "2001:db8:1:3::1").getStatus()).isEqualTo(200);
  }
}
