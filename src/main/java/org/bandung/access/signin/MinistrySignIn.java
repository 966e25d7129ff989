package org.bandung.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.bandung.access.AccessSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.client.RestClientException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/// Signing in through a ministry's identity provider (OpenID Connect).
final class MinistrySignIn {

  private static final String REGISTRATION = "ministry";

  private final AccessSettings.Ministry ministry;
  private final URI back;
  private final Identities identities;
  private final DoorLog log;
  private final MinistryCalls calls = new MinistryCalls();
  private final SupplierClientRegistrationRepository registrations =
      new SupplierClientRegistrationRepository(
          () -> new InMemoryClientRegistrationRepository(registration()));

  /// @param address where people reach this node
  MinistrySignIn(
      AccessSettings.Ministry ministry, URI address, Identities identities, DoorLog log) {
    this.ministry = ministry;
    this.back = address.resolve("/login/oauth2/code/" + REGISTRATION);
    this.identities = identities;
    this.log = log;
  }

  void configure(OAuth2LoginConfigurer<?> login) {
    login
        .loginPage("/sign-in")
        .defaultSuccessUrl("/desk")
        .failureHandler((request, response, why) -> {
          boolean weak = why instanceof TooWeak;
          log.note(
              request, "sign-in-refused", weak ? "ministry:" + why.getMessage() : "ministry", null);
          response.sendRedirect(weak ? "/sign-in?weak" : "/sign-in?unknown");
        })
        .clientRegistrationRepository(registrations)
        .authorizationEndpoint(e -> e.authorizationRequestResolver(asking()))
        .tokenEndpoint(e -> e.accessTokenResponseClient(calls.tokens()))
        .authorizedClientRepository(new Forgetful())
        .userInfoEndpoint(u -> u.oidcUserService(this::person));
  }

  /// Sends people there with what this node demands of their sign-in.
  private DefaultOAuth2AuthorizationRequestResolver asking() {
    var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations);
    resolver.setAuthorizationRequestCustomizer(request ->
        request.additionalParameters(
            more -> more.putAll(MinistryDemands.asked(ministry.demands()))));
    return resolver;
  }

  /// Where somebody who came in through the ministry can sign out there too; empty where it has no
  /// place for that, or cannot be asked: she is signed out here in any case.
  Optional<URI> leaving(@Nullable Authentication who) {
    if (who == null || !(who.getPrincipal() instanceof Person person)) {
      return Optional.empty();
    }
    try {
      var metadata =
          Objects.requireNonNull(registrations.findByRegistrationId(REGISTRATION))
              .getProviderDetails()
              .getConfigurationMetadata();
      return Optional.ofNullable(metadata.get("end_session_endpoint"))
          .map(String::valueOf)
          .filter(end -> end.startsWith("https://") || end.startsWith("http://localhost"))
          .map(end ->
              UriComponentsBuilder.fromUriString(end)
                  .queryParam("id_token_hint", person.getIdToken().getTokenValue())
                  .queryParam("post_logout_redirect_uri", "{back}")
                  .encode()
                  .buildAndExpand(back.resolve("/sign-in?out"))
                  .toUri());
    } catch (IllegalStateException | IllegalArgumentException | RestClientException e) {
      log.note("ministry-away", "sign-out", who.getName());
      return Optional.empty();
    }
  }

  /// Asked for when somebody first signs in this way: a provider that is away stops no start.
  private ClientRegistration registration() {
    return ClientRegistrations.fromOidcConfiguration(calls.metadata(ministry.issuer()))
        .registrationId(REGISTRATION)
        .clientId(ministry.client())
        .clientSecret(ministry.secret())
        .scope("openid")
        .redirectUri(back.toString())
        .build();
  }

  /// Whose account it is that the provider vouches for. The token was checked by the framework.
  private OidcUser person(OidcUserRequest request) {
    var token = request.getIdToken();
    MinistryDemands.fault(ministry.demands(), token, Instant.now())
        .ifPresent(fault -> {
          throw new TooWeak(fault);
        });
    var issuer = ministry.issuer().toString();
    var subject = Objects.requireNonNull(token.getSubject()); // every valid token names one
    var account =
        connecting()
            .filter(owner -> identities.connect(issuer, subject, owner))
            .or(() -> identities.find(issuer, subject));
    return new Person(
        account.orElseThrow(() -> new OAuth2AuthenticationException("not-connected")), token);
  }

  /// She signed in there, but not as this node demands.
  private static final class TooWeak extends OAuth2AuthenticationException {
    private static final long serialVersionUID = 1L;

    TooWeak(String fault) {
      super(new OAuth2Error("too-weak"), fault);
    }
  }

  /// Who is signed in already and asked at her desk to be connected.
  private static Optional<String> connecting() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now)) {
      return Optional.empty();
    }
    var session = now.getRequest().getSession(false);
    var before = SecurityContextHolder.getContext().getAuthentication();
    if (session == null || before == null || session.getAttribute(Identities.CONNECTING) == null) {
      return Optional.empty();
    }
    session.removeAttribute(Identities.CONNECTING);
    return Optional.of(before.getName());
  }

  /// Somebody a ministry vouches for, by the name of her account.
  private static final class Person extends DefaultOidcUser {
    private static final long serialVersionUID = 1L;

    private final String account;

    Person(String account, OidcIdToken token) {
      super(AuthorityUtils.NO_AUTHORITIES, token);
      this.account = account;
    }

    @Override
    public String getName() {
      return account;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Person person && person.account.equals(account);
    }

    @Override
    public int hashCode() {
      return account.hashCode();
    }
  }

  /// Tokens of the provider are good for nothing here once somebody is known.
  private static final class Forgetful implements OAuth2AuthorizedClientRepository {

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the framework's signature
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String registration, Authentication principal, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {
      // nothing is kept
    }

    @Override
    public void removeAuthorizedClient(
        String registration,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {
      // nothing was kept
    }
  }
}
