package org.bandung.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.bandung.access.Accounts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/// Asks [Accounts] whether password and code are somebody's.
final class SignInProvider implements AuthenticationProvider {

  private static final int LONGEST = 400;

  private final Accounts accounts;

  SignInProvider(Accounts accounts) {
    this.accounts = accounts;
  }

  /// Whether this can be anybody's address at all.
  static boolean readable(String email) {
    return email.length() <= LONGEST && email.indexOf('\0') < 0;
  }

  /// The code that came with the password.
  static String code(HttpServletRequest request) {
    var code = request.getParameter("code");
    return code == null ? "" : code;
  }

  @Override
  public Authentication authenticate(Authentication given) {
    var email = given.getName();
    var password = String.valueOf(given.getCredentials());
    if (!readable(email) || password.length() > LONGEST) {
      throw new BadCredentialsException("nobody's");
    }
    return switch (accounts.signIn(email, password, String.valueOf(given.getDetails()))) {
      case Accounts.SignInOutcome.SignedIn(var account) ->
          UsernamePasswordAuthenticationToken.authenticated(
              new User(account.id(), "", AuthorityUtils.NO_AUTHORITIES),
              null,
              AuthorityUtils.NO_AUTHORITIES);
      case Accounts.SignInOutcome.Refused() -> throw new BadCredentialsException("refused");
      case Accounts.SignInOutcome.Locked locked -> throw new LockedException("locked");
    };
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
