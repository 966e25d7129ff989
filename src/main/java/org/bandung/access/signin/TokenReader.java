package org.bandung.access.signin;

import java.util.Map;
import org.bandung.access.ApiTokens;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

/// Asks [ApiTokens] whose token a program shows.
final class TokenReader implements OpaqueTokenIntrospector {

  private final ApiTokens tokens;

  TokenReader(ApiTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public OAuth2AuthenticatedPrincipal introspect(String token) {
    var held = tokens.find(token).orElseThrow(() -> new BadOpaqueTokenException("no such token"));
    return new DefaultOAuth2AuthenticatedPrincipal(
        held.account(),
        Map.of("body", held.body(), "token", held.id()),
        AuthorityUtils.createAuthorityList(held.scopes().stream().map(s -> "SCOPE_" + s).toList()));
  }
}
