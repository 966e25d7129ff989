package org.bandung.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/// Signing in at the ministry begins at our own door only: a page elsewhere could otherwise sign
/// its visitors in without a word, where the ministry knows their browser. Browsers say where a
/// request comes from; one that says nothing is let through.
final class AskedForHere extends OncePerRequestFilter {

  private static final String BEGINS = "/oauth2/authorization/";
  private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var site = request.getHeader("Sec-Fetch-Site");
    if (request.getServletPath().startsWith(BEGINS) && site != null && ELSEWHERE.contains(site)) {
      response.sendRedirect("/sign-in");
    } else {
      chain.doFilter(request, response);
    }
  }
}
