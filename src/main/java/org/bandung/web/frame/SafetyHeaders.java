package org.bandung.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bandung.access.AccessSettings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Tells browsers to run nothing, frame nothing and send nothing that is not ours.
@Component
@Order(SafetyHeaders.ORDER)
final class SafetyHeaders extends OncePerRequestFilter {

  /// Before the doors of `access`, which answer by themselves.
  static final int ORDER = -200;

  private static final String POLICY = "Content-Security-Policy";

  private static final String CONTENT =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
          + "frame-ancestors 'none'";

  /// A drawn picture becomes a file of dots by way of an image that only our script can make.
  private static final String DRAWING = CONTENT + "; img-src 'self' blob:";

  private static final String ONLY_HTTPS = "max-age=31536000";

  private final boolean encrypted;
  private final String transport;

  SafetyHeaders(AccessSettings access, SiteSettings site) {
    this.encrypted = access.encrypted();
    this.transport = site.subdomains() ? ONLY_HTTPS + "; includeSubDomains" : ONLY_HTTPS;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    put(response);
    if (request.getServletPath().startsWith("/pictures/")) {
      response.setHeader(POLICY, DRAWING);
    }
    if (encrypted) {
      response.setHeader("Strict-Transport-Security", transport);
    }
    chain.doFilter(request, response);
  }

  static void put(HttpServletResponse response) {
    response.setHeader(POLICY, CONTENT);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  }
}
