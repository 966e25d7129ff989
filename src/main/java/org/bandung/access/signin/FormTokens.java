package org.bandung.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/// Tokens against forged forms, kept as the framework keeps them but of as many random bits as a
/// session; the framework's own have a few less than the 128 that are asked for.
///
/// @param chance a word nobody guesses
record FormTokens(CsrfTokenRepository kept, Supplier<String> chance)
    implements CsrfTokenRepository {

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    var token = kept.generateToken(request);
    return new DefaultCsrfToken(token.getHeaderName(), token.getParameterName(), chance.get());
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    kept.saveToken(token, request, response);
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return kept.loadToken(request);
  }
}
