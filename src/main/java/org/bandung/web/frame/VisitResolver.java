package org.bandung.web.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bandung.access.AccessSettings;
import org.bandung.access.SignedIn;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Makes the [Visit] of a request and lays it before the template as `visit`, its words as `w`.
///
/// The language is the one asked for by `?lang=`, then the cookie's, then the browser's, then
/// English.
@Component
final class VisitResolver implements HandlerMethodArgumentResolver {

  private static final String PARAMETER = "lang";
  private static final String HOST_ONLY = "__Host-lang";

  /// Pages that hold what only one person should see, on a machine others may use after her.
  private static final List<String> DOORS = List.of("/sign-in", "/invitation/", "/recovery");

  private final Dictionary dictionary;
  private final Assets assets;
  private final SignedIn signedIn;
  private final AccessSettings settings;

  VisitResolver(Dictionary dictionary, Assets assets, SignedIn signedIn, AccessSettings settings) {
    this.dictionary = dictionary;
    this.assets = assets;
    this.signedIn = signedIn;
    this.settings = settings;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Visit.class);
  }

  @Override
  public Visit resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binder) {
    var request = web.getNativeRequest(HttpServletRequest.class);
    var response = web.getNativeResponse(HttpServletResponse.class);
    if (request == null || response == null) {
      throw new IllegalStateException("not a servlet request");
    }
    var visit = visit(request);
    remember(request, response);
    if (visit.account() != null || DOORS.stream().anyMatch(request.getServletPath()::startsWith)) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    if (container != null) {
      container.addAttribute("visit", visit);
      container.addAttribute("w", visit.words());
    }
    return visit;
  }

  private Visit visit(HttpServletRequest request) {
    return new Visit(
        Reader.PUBLIC,
        dictionary.in(language(request)),
        request.getRequestURI(),
        withoutLanguage(request.getQueryString()),
        assets,
        signedIn.account(request).orElse(null));
  }

  private static String withoutLanguage(@Nullable String query) {
    if (query == null) {
      return "";
    }
    return Arrays.stream(query.split("&"))
        .filter(part -> !part.isEmpty() && !part.startsWith(PARAMETER + "="))
        .collect(Collectors.joining("&"));
  }

  static String language(HttpServletRequest request) {
    return asked(request).or(() -> fromCookie(request)).or(() -> fromBrowser(request)).orElse("en");
  }

  /// Nothing where the server cannot read the query; whoever needs it has refused it already.
  private static Optional<String> asked(HttpServletRequest request) {
    return UnreadableQueries.readable(request)
        ? known(request.getParameter(PARAMETER))
        : Optional.empty();
  }

  private static Optional<String> fromCookie(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(c -> c.getName().equals(PARAMETER) || c.getName().equals(HOST_ONLY))
            .map(Cookie::getValue)
            .flatMap(v -> known(v).stream())
            .findFirst();
  }

  private static Optional<String> fromBrowser(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return Optional.empty();
    }
    return Collections.list(request.getLocales()).stream()
        .map(Locale::getLanguage)
        .flatMap(language -> known(language).stream())
        .findFirst();
  }

  private static Optional<String> known(@Nullable String language) {
    return Optional.ofNullable(language).filter(Messages.LANGUAGES::contains);
  }

  private void remember(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(HttpHeaders.VARY, "Accept-Language, Cookie, Accept-Encoding");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    asked(request)
        .filter(language -> !response.isCommitted())
        .ifPresent(language ->
            response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(settings.cookie(PARAMETER), language)
                    .path("/")
                    .maxAge(Duration.ofDays(365))
                    .httpOnly(true)
                    .secure(settings.encrypted())
                    .sameSite("Lax")
                    .build()
                    .toString()));
  }
}
