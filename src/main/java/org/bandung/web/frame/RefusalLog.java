package org.bandung.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.bandung.access.guard.Refusals;
import org.bandung.access.signin.DoorLog;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Writes down what somebody who is known was refused, by pages and by the API: a deed that she may
/// not do, or something that is not there or not hers. One line a request, and not more than a few
/// in a minute of one account, or whoever has one could fill the log.
///
/// The last of all doors: only behind the others is it known who asks.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class RefusalLog extends OncePerRequestFilter {

  static final int LINES_A_MINUTE = 20;

  private static final int MOST_ACCOUNTS = 20_000;
  private static final Set<Integer> REFUSED =
      Set.of(HttpServletResponse.SC_FORBIDDEN, HttpServletResponse.SC_NOT_FOUND);

  private final DoorLog log;
  private final TokenBuckets lines = new TokenBuckets(LINES_A_MINUTE, MOST_ACCOUNTS);

  RefusalLog(DoorLog log) {
    this.log = log;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } finally {
      tell(request, response.getStatus());
    }
  }

  private void tell(HttpServletRequest request, int status) {
    var path = request.getServletPath();
    var who = request.getUserPrincipal();
    if (who == null || !path.startsWith("/desk") && !path.startsWith("/api/")) {
      return;
    }
    var refused = Refusals.now();
    if (refused == null && !REFUSED.contains(status)
        || lines.take(who.getName(), System.nanoTime()) > 0) {
      return;
    }
    if (refused != null) {
      var what = refused.needed() + ":" + refused.body() + ":" + request.getMethod() + ":" + path;
      log.note(request, "deed-refused", what, refused.account());
    } else {
      log.note(request, "not-hers", request.getMethod() + ":" + path, who.getName());
    }
  }
}
