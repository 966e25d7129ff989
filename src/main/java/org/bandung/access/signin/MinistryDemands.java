package org.bandung.access.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bandung.access.AccessSettings.Demands;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimAccessor;

/// What a node demands of a sign-in at the ministry, and whether a token says that it was so.
///
/// @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDToken">OpenID Connect Core
///   1.0, 2 and 3.1.2.1</a>
final class MinistryDemands {

  /// By how much the clocks of two machines may differ.
  private static final Duration SKEW = Duration.ofMinutes(1);

  private MinistryDemands() {}

  /// What is asked of the ministry when somebody is sent there.
  static Map<String, Object> asked(Demands demands) {
    var asked = new TreeMap<String, Object>();
    if (!demands.acr().isEmpty()) {
      asked.put("acr_values", String.join(" ", demands.acr()));
    }
    demands.maxAge().ifPresent(age -> asked.put("max_age", Long.toString(age.toSeconds())));
    return asked;
  }

  /// Why a sign-in there is not enough, if so: `acr` if it was of no class that is demanded, `amr`
  /// if a way of proving is missing, `auth_time` if it was too long ago. What a token does not say
  /// was not so.
  static Optional<String> fault(Demands demands, IdTokenClaimAccessor token, Instant now) {
    var acr = token.getAuthenticationContextClass();
    if (!demands.acr().isEmpty() && (acr == null || !demands.acr().contains(acr))) {
      return Optional.of("acr");
    }
    var amr = token.getAuthenticationMethods();
    if (!(amr == null ? List.<String>of() : amr).containsAll(demands.amr())) {
      return Optional.of("amr");
    }
    var at = token.getAuthenticatedAt();
    boolean old =
        demands
            .maxAge()
            .filter(age -> at == null || at.plus(age).plus(SKEW).isBefore(now))
            .isPresent();
    return old ? Optional.of("auth_time") : Optional.empty();
  }
}
