package org.bandung.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends a session after half a day, however busy it was.
final class OneDayOnly extends OncePerRequestFilter {

  private static final long LONGEST = Duration.ofHours(12).toMillis();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestedSessionId() != null) {
      var session = request.getSession(false);
      if (session != null && System.currentTimeMillis() - session.getCreationTime() > LONGEST) {
        session.invalidate();
        SecurityContextHolder.clearContext();
      }
    }
    chain.doFilter(request, response);
  }
}
