package org.bandung.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.stereotype.Component;

/// Who asks, if she signed in: read anew for every request, so that what was taken from her is gone
/// at once.
@Component
public class SignedIn {

  private static final String ACCOUNT = SignedIn.class.getName();

  private final Accounts accounts;

  SignedIn(Accounts accounts) {
    this.accounts = accounts;
  }

  /// The account of who sent the request; nothing for the public.
  public Optional<Account> account(HttpServletRequest request) {
    if (request.getAttribute(ACCOUNT) instanceof Account known) {
      return Optional.of(known);
    }
    var principal = request.getUserPrincipal();
    if (principal == null || principal instanceof AbstractOAuth2TokenAuthenticationToken<?>) {
      // A program with a token is not the whole person: what it may do is asked with its body.
      return Optional.empty();
    }
    var account = accounts.find(principal.getName());
    account.ifPresent(a -> request.setAttribute(ACCOUNT, a));
    return account;
  }
}
