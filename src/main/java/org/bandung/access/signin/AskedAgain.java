package org.bandung.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.bandung.access.OwnAccount;
import org.springframework.web.filter.OncePerRequestFilter;

/// Who wants to add a way into her account proves again who she is, unless she just did: a session
/// that somebody took for a minute must not become a door for ever.
final class AskedAgain extends OncePerRequestFilter {

  private static final Duration GOOD = Duration.ofMinutes(15);
  private static final List<String> FORMS = List.of("/desk/tokens", "/desk/ministry");
  private static final String PASSKEYS = "/webauthn/register";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var path = request.getServletPath();
    boolean form = FORMS.contains(path);
    boolean passkey = path.startsWith(PASSKEYS);
    if (!request.getMethod().equals("POST") || !form && !passkey || fresh(request)) {
      chain.doFilter(request, response);
    } else if (form) {
      response.sendRedirect("/desk/account?prove");
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static boolean fresh(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null
        && session.getAttribute(OwnAccount.PROVED) instanceof Long at
        && System.currentTimeMillis() - at < GOOD.toMillis();
  }

  static void proved(HttpSession session) {
    session.setAttribute(OwnAccount.PROVED, System.currentTimeMillis());
  }
}
