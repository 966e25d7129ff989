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

  /// Before a scope, as the framework calls it.
  private static final String MARK = "SCOPE_";

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
    var scopes = shown.getAuthorities().stream().map(a -> String.valueOf(a.getAuthority()));
    var body = String.valueOf(shown.getTokenAttributes().get("body"));
    return scopes.anyMatch(s -> s.equals(MARK + verb.word()) || s.equals(MARK + verb.in(area)))
        ? acting(shown.getName(), body)
        : new Program.LacksScope(verb.in(area));
  }

  /// The same for a program at the terminal.
  ///
  /// @param word the token as it was shown once
  public Program program(String word, ApiTokens.Verb verb, ApiTokens.Area area) {
    var token = tokens.find(word);
    if (token.isEmpty()) {
      return new Program.NoToken();
    }
    var scopes = token.get().scopes();
    return scopes.contains(verb.word()) || scopes.contains(verb.in(area))
        ? acting(token.get().account(), token.get().body())
        : new Program.LacksScope(verb.in(area));
  }

  private Program acting(String account, String body) {
    return accounts
        .find(account)
        .<Program>map(a -> new Program.Acting(narrowed(a, body)))
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
