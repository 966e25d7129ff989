package org.bandung.access.signin;

import org.bandung.access.Account;
import org.bandung.access.Accounts;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthentication;
import org.springframework.stereotype.Component;

/// Writes down who came in by which way, who went out, and who was not let in. What comes in by
/// passkey or ministry also has its line in the log of deeds, as by password.
@Component
final class DoorEvents {

  private final Accounts accounts;
  private final DoorLog log;

  DoorEvents(Accounts accounts, DoorLog log) {
    this.accounts = accounts;
    this.log = log;
  }

  @EventListener
  void cameIn(InteractiveAuthenticationSuccessEvent event) {
    var who = event.getAuthentication();
    var way = way(who);
    if (!way.equals("password")) { // whose line is written with the proof
      accounts.cameIn(who.getName(), way);
    }
    log.note("signed-in", way, who.getName());
  }

  @EventListener
  void wentOut(LogoutSuccessEvent event) {
    log.note("signed-out", way(event.getAuthentication()), event.getAuthentication().getName());
  }

  @EventListener
  void wasRefused(AbstractAuthenticationFailureEvent event) {
    var who = event.getAuthentication();
    var known =
        who instanceof UsernamePasswordAuthenticationToken && SignInProvider.readable(who.getName())
            ? accounts.findByEmail(who.getName()).map(Account::id).orElse(null)
            : null;
    log.note("sign-in-refused", way(who), known);
  }

  private static String way(Authentication who) {
    return switch (who) {
      case UsernamePasswordAuthenticationToken password -> "password";
      case OAuth2AuthenticationToken ministry -> "ministry";
      case WebAuthnAuthentication passkey -> "passkey";
      case BearerTokenAuthenticationToken token -> "token";
      default -> who.getClass().getSimpleName();
    };
  }
}
