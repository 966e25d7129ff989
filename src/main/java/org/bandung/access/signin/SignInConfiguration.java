package org.bandung.access.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.AccessSettings;
import org.bandung.access.Accounts;
import org.bandung.access.ApiTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.session.SessionIdGenerator;

/// The doors of this node. Everything public stays open; what is somebody's own asks who she is;
/// what she may do there is asked of the services, never here.
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

  private static final int SALT_BYTES = 16;
  private static final int ROUNDS = 600_000;
  private static final int SESSION_BYTES = 18;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// What a browser forgets when somebody leaves.
  private static final String LEFT_BEHIND = "\"cache\", \"storage\"";

  private static final String[] OWN = {"/desk", "/desk/**", "/webauthn/register/**"};

  @Bean
  PasswordEncoder passwordEncoder() {
    var current = "pbkdf2-600k";
    return new DelegatingPasswordEncoder(
        current,
        java.util.Map.of(
            current,
            new Pbkdf2PasswordEncoder(
                "",
                SALT_BYTES,
                ROUNDS,
                Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));
  }

  /// The only one: were there a service of users among the beans, the framework would open a second
  /// door behind this one, without codes.
  @Bean
  AuthenticationProvider signInProvider(Accounts accounts) {
    return new SignInProvider(accounts);
  }

  private static UserDetailsService byId(Accounts accounts) {
    return id ->
        accounts
            .find(id)
            .map(a -> new User(a.id(), "", AuthorityUtils.NO_AUTHORITIES))
            .orElseThrow(() -> new UsernameNotFoundException("no such account"));
  }

  /// Programs: a token or nothing, and no cookie ever.
  @Bean
  @Order(1)
  SecurityFilterChain doorOfPrograms(HttpSecurity http, ApiTokens tokens) {
    return http.securityMatcher("/api/**")
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .oauth2ResourceServer(o ->
            o.authenticationEntryPoint(SignInConfiguration::refuse)
                .opaqueToken(t -> t.introspector(new TokenReader(tokens))))
        .authorizeHttpRequests(a -> a.anyRequest().permitAll())
        .build();
  }

  /// Says in the standard's header what is wrong with the token, and leaves the words to the page
  /// of errors.
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    new BearerTokenAuthenticationEntryPoint().commence(request, response, failure);
    response.sendError(response.getStatus());
  }

  /// People, in a browser.
  @Bean
  @Order(2)
  SecurityFilterChain doorOfPeople(
      HttpSecurity http,
      Accounts accounts,
      Identities identities,
      AccessSettings settings,
      BrowserMarks marks,
      DoorLog log) {
    var address = settings.publicAddress();
    var ministry = settings.ministry().map(m -> new MinistrySignIn(m, address, identities, log));
    ministry.ifPresent(m -> http.oauth2Login(m::configure));
    http.setSharedObject(UserDetailsService.class, byId(accounts)); // for passkeys
    return http.authorizeHttpRequests(
            a -> a.requestMatchers(OWN).authenticated().anyRequest().permitAll())
        .formLogin(f ->
            f.loginPage("/sign-in")
                .usernameParameter("email")
                .authenticationDetailsSource(r -> SignInProvider.Beside.of(r, marks))
                .failureHandler(new SignInFailure())
                .successHandler((request, response, who) -> {
                  AskedAgain.proved(request.getSession());
                  response.sendRedirect("/desk");
                }))
        .webAuthn(w ->
            w.rpName("Bandung")
                .rpId(address.getHost())
                .allowedOrigins(Set.of(address.toString()))
                .disableDefaultRegistrationPage(true)
                .withObjectPostProcessor(new AnotherSession()))
        .addFilterAfter(new OneDayOnly(), UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(new AskedAgain(), AuthorizationFilter.class)
        .addFilterBefore(new AskedForHere(), OAuth2AuthorizationRequestRedirectFilter.class)
        .exceptionHandling(e ->
            e.accessDeniedHandler((request, response, why) -> {
              log.note(request, "refused", request.getServletPath(), name(request));
              response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }))
        .logout(l ->
            l.logoutUrl("/sign-out")
                .logoutSuccessHandler((request, response, who) ->
                    left(ministry.flatMap(m -> m.leaving(who)), request, response))
                .addLogoutHandler(
                    (request, response, who) -> response.setHeader("Clear-Site-Data", LEFT_BEHIND)))
        .requestCache(AbstractHttpConfigurer::disable) // always to the desk: no address to forge
        .csrf(c -> c.csrfTokenRepository(tokens(settings)).ignoringRequestMatchers("/propose"))
        .headers(AbstractHttpConfigurer::disable)
        .build();
  }

  /// Where she goes who signed out. To the ministry leads a link on a page: browsers let no form of
  /// ours lead to another site.
  private static void left(
      Optional<URI> onward, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (onward.isEmpty()) {
      response.sendRedirect("/sign-in?out");
    } else {
      request.setAttribute(Identities.LEAVING, onward.get());
      request.getRequestDispatcher("/sign-in/left").forward(request, response);
    }
  }

  /// ID tokens of a ministry.
  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens() {
    return new MinistryCalls().decoders();
  }

  private static @Nullable String name(HttpServletRequest request) {
    var who = request.getUserPrincipal();
    return who == null ? null : who.getName();
  }

  /// Sessions that nobody guesses: 144 random bits, in as many letters as the table has room for.
  @Bean
  SessionIdGenerator sessionIds() {
    return SignInConfiguration::chance;
  }

  private static String chance() {
    var bytes = new byte[SESSION_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// The token against forged forms lies in a cookie, so that nobody who only looks at a form needs
  /// a session.
  private static CsrfTokenRepository tokens(AccessSettings settings) {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(settings.cookie("XSRF-TOKEN"));
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(c -> c.httpOnly(true).sameSite("Lax").secure(settings.encrypted()));
    return new FormTokens(tokens, SignInConfiguration::chance);
  }

  /// A passkey must know who holds it, by finger, face or number: holding it alone is one thing
  /// only, and two are asked.
  @Bean
  WebAuthnRelyingPartyOperations passkeyCeremonies(
      PublicKeyCredentialUserEntityRepository owners,
      UserCredentialRepository passkeys,
      AccessSettings settings) {
    var address = settings.publicAddress();
    var ceremonies =
        new Webauthn4JRelyingPartyOperations(
            owners,
            passkeys,
            PublicKeyCredentialRpEntity.builder().id(address.getHost()).name("Bandung").build(),
            Set.of(address.toString()));
    ceremonies.setCustomizeRequestOptions(
        o -> o.userVerification(UserVerificationRequirement.REQUIRED));
    ceremonies.setCustomizeCreationOptions(o ->
        o.authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build()));
    return ceremonies;
  }

  @Bean
  PublicKeyCredentialUserEntityRepository passkeyOwners(JdbcOperations sql) {
    return new JdbcPublicKeyCredentialUserEntityRepository(sql);
  }

  @Bean
  UserCredentialRepository passkeys(
      JdbcOperations sql, PublicKeyCredentialUserEntityRepository owners, Accounts accounts) {
    return new ToldPasskeys(new JdbcUserCredentialRepository(sql), owners, accounts);
  }
}
