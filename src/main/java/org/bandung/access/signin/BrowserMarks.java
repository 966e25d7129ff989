package org.bandung.access.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bandung.access.AccessSettings;
import org.bandung.access.guard.KnownBrowsers;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// The cookie in which a browser keeps the marks of who signed in with it. Several people may share
/// a machine: it holds a few, and whose each is, only the node knows.
@Component
public final class BrowserMarks {

  /// The name of the cookie, but for its prefix under https.
  public static final String NAME = "known";

  private static final int MOST = 4;
  private static final String MARK = "[A-Za-z0-9_-]{43}";

  private final AccessSettings settings;
  private final KnownBrowsers browsers;

  BrowserMarks(AccessSettings settings, KnownBrowsers browsers) {
    this.settings = settings;
    this.browsers = browsers;
  }

  /// The marks that the browser shows; what cannot be one is passed by.
  public List<String> of(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null
        ? List.of()
        : Arrays.stream(cookies)
            .filter(c -> c.getName().equals(settings.cookie(NAME)))
            .map(Cookie::getValue)
            .flatMap(value -> Arrays.stream(value.split("\\.", MOST + 1)))
            .filter(mark -> mark.matches(MARK))
            .limit(MOST)
            .toList();
  }

  @EventListener
  void cameIn(InteractiveAuthenticationSuccessEvent event) {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now) {
      var response = now.getResponse();
      if (response != null) {
        keep(event.getAuthentication().getName(), of(now.getRequest()), response);
      }
    }
  }

  private void keep(String account, List<String> shown, HttpServletResponse response) {
    var kept = new ArrayList<>(browsers.others(account, shown));
    kept.addFirst(browsers.know(account, shown));
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(
                settings.cookie(NAME),
                String.join(".", kept.subList(0, Math.min(MOST, kept.size()))))
            .path("/")
            .maxAge(KnownBrowsers.HOLDS)
            .httpOnly(true)
            .secure(settings.encrypted())
            .sameSite("Strict")
            .build()
            .toString());
  }
}
