package org.bandung.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.stereotype.Component;

/// Who asks, if she signed in: read anew for every request, so that what was taken from her is gone
/// at once.
@Component
public class SignedIn {

  private static final String ACCOUNT = SignedIn.class.getName();

  private final Accounts accounts;
  private final ApiTokens tokens;

  SignedIn(Accounts accounts, ApiTokens tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
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

  /// Who a program with a token acts for: its maker as she stands now, narrowed to the one body of
  /// the token.
  public Program program(HttpServletRequest request, ApiTokens.Verb verb, ApiTokens.Area area) {
    if (!(request.getUserPrincipal() instanceof AbstractOAuth2TokenAuthenticationToken<?> shown)) {
      return new Program.NoToken();
    }
    var enough = Set.of("SCOPE_" + verb.word(), "SCOPE_" + verb.in(area));
    if (shown.getAuthorities().stream().noneMatch(a -> enough.contains(a.getAuthority()))) {
      return new Program.LacksScope(verb.in(area));
    }
    var body = String.valueOf(shown.getTokenAttributes().get("body"));
    return accounts
        .find(shown.getName())
        .<Program>map(a -> new Program.Acting(narrowed(a, body)))
        .orElseGet(Program.NoToken::new);
  }

  /// Who a program at the terminal acts for: its maker as she stands now, narrowed to the one body
  /// of the token.
  ///
  /// @param word the token as it was shown once
  public Program program(String word, boolean writes) {
    var scope = writes ? "write" : "read";
    return tokens
        .find(word)
        .<Program>map(t ->
            t.scopes().contains(scope)
                ? accounts
                    .find(t.account())
                    .<Program>map(a -> new Program.Acting(narrowed(a, t.body())))
                    .orElseGet(Program.NoToken::new)
                : new Program.LacksScope(scope))
        .orElseGet(Program.NoToken::new);
  }

  private static Account narrowed(Account account, String body) {
    return new Account(
        account.id(),
        account.email(),
        account.name(),
        account.language(),
        account.mandates().stream().filter(m -> m.body().id().equals(body)).toList());
  }

  /// A program that asks.
  public sealed interface Program {
    /// It shows no token.
    record NoToken() implements Program {}

    /// Its token is not good for this.
    record LacksScope(String needed) implements Program {}

    record Acting(Account account) implements Program {}
  }
}
