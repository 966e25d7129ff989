package org.bandung.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.bandung.access.signin.DoorLog;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets one caller ask only so much in a minute; this machine's own callers as much as they like.
///
/// Before anybody is signed in, so that guessing is limited too: who tries a password, a code or a
/// link has a smaller bucket of her own.
@Component
@Order(SafetyHeaders.ORDER + 1)
final class RateLimit extends OncePerRequestFilter {

  private static final int MOST_CALLERS = 20_000;
  private static final int TRIES_A_MINUTE = 20;

  private static final List<String> DOORS =
      List.of("/sign-in", "/login/", "/recovery", "/invitation/", "/webauthn/", "/oauth2/");

  private final TrafficSettings settings;
  private final TokenBuckets buckets;
  private final TokenBuckets tries = new TokenBuckets(TRIES_A_MINUTE, MOST_CALLERS);

  /// Whom the log has heard of in this minute: refusals must not fill it.
  private final TokenBuckets told = new TokenBuckets(1, MOST_CALLERS);

  private final DoorLog log;

  RateLimit(TrafficSettings settings, DoorLog log) {
    this.settings = settings;
    this.log = log;
    this.buckets = new TokenBuckets(Math.max(1, settings.requestsPerMinute()), MOST_CALLERS);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var caller = caller(request);
    request.setAttribute(DoorLog.CALLER, caller.getHostAddress());
    if (settings.requestsPerMinute() == 0 || caller.isLoopbackAddress()) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(
        "RateLimit-Policy", "\"minute\";q=" + settings.requestsPerMinute() + ";w=60");
    long now = System.nanoTime();
    long wait = buckets.take(bucketOf(caller), now);
    if (wait == 0 && tries(request)) {
      wait = tries.take(bucketOf(caller), now);
    }
    if (wait == 0) {
      chain.doFilter(request, response);
      return;
    }
    if (told.take(bucketOf(caller), now) == 0) {
      log.note(request, "too-many-requests", request.getServletPath(), null);
    }
    SafetyHeaders.put(response);
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
    response.setHeader("RateLimit", "\"minute\";r=0;t=" + wait);
    if (request.getRequestURI().startsWith("/api/")) {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader(
          "Access-Control-Expose-Headers", "Retry-After, RateLimit, RateLimit-Policy");
    }
    response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
  }

  private static boolean tries(HttpServletRequest request) {
    var path = request.getServletPath(); // decoded: %73ign-in is the same door
    return !request.getMethod().equals("GET") && DOORS.stream().anyMatch(path::startsWith)
        || path.startsWith("/login/");
  }

  /// Who asks: the other end of the connection, or whom a trusted proxy names last.
  private InetAddress caller(HttpServletRequest request) {
    var direct = address(request.getRemoteAddr(), InetAddress.getLoopbackAddress());
    var proxy = settings.trustedProxy().map(p -> address(p, direct));
    if (proxy.isEmpty() || !proxy.get().equals(direct)) {
      return direct;
    }
    var named = String.join(",", headers(request));
    var last = Arrays.stream(named.split(",")).map(String::strip).reduce("", (a, b) -> b);
    return last.isEmpty() ? direct : address(last, direct);
  }

  private static List<String> headers(HttpServletRequest request) {
    var headers = request.getHeaders("X-Forwarded-For");
    return headers == null ? List.of() : Collections.list(headers);
  }

  private static InetAddress address(@Nullable String text, InetAddress otherwise) {
    try {
      return text == null ? otherwise : InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }

  /// In IPv6 everybody has a whole network of addresses, so that is one caller.
  private static String bucketOf(InetAddress caller) {
    return caller instanceof Inet6Address
        ? HexFormat.of().formatHex(caller.getAddress(), 0, 8)
        : caller.getHostAddress();
  }
}
