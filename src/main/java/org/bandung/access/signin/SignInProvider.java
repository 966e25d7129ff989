package org.bandung.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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

  /// What came beside address and password.
  ///
  /// @param marks of the browser
  record Beside(String code, List<String> marks) {
    static Beside of(HttpServletRequest request, BrowserMarks marks) {
      var code = request.getParameter("code");
      return new Beside(code == null ? "" : code, marks.of(request));
    }
  }

  @Override
  public Authentication authenticate(Authentication given) {
    var email = given.getName();
    var password = String.valueOf(given.getCredentials());
    if (!readable(email) || password.length() > LONGEST) {
      throw new BadCredentialsException("nobody's");
    }
    var beside = given.getDetails() instanceof Beside said ? said : new Beside("", List.of());
    var proof = new Accounts.Proof(password, beside.code(), beside.marks());
    return switch (accounts.signIn(email, proof)) {
      case Accounts.SignInOutcome.SignedIn(var account) -> known(account.id());
      case Accounts.SignInOutcome.Refused() -> throw new BadCredentialsException("refused");
      case Accounts.SignInOutcome.Locked locked -> throw new LockedException("locked");
    };
  }

  private static Authentication known(String account) {
    var known =
        UsernamePasswordAuthenticationToken.authenticated(
            new User(account, "", AuthorityUtils.NO_AUTHORITIES),
            null,
            AuthorityUtils.NO_AUTHORITIES);
    known.setDetails("password"); // else the framework keeps code and marks in the session
    return known;
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
