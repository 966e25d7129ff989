package org.bandung.access.signin;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;

/// Whoever signs in by passkey gets another session id, as by password: a session that somebody
/// planted before is worth nothing after. The framework does so for forms only.
final class AnotherSession implements ObjectPostProcessor<WebAuthnAuthenticationFilter> {

  @Override
  public <O extends WebAuthnAuthenticationFilter> O postProcess(O filter) {
    filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
    return filter;
  }
}
