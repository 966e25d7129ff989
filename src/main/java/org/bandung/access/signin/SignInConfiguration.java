package org.bandung.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.bandung.access.AccessSettings;
import org.bandung.access.Accounts;
import org.bandung.access.ApiTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcOperations;
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
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/// The doors of this node. Everything public stays open; what is somebody's own asks who she is;
/// what she may do there is asked of the services, never here.
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

  private static final String[] OWN = {"/desk", "/desk/**", "/webauthn/register/**"};

  @Bean
  PasswordEncoder passwordEncoder() {
    var current = "pbkdf2-2023";
    return new DelegatingPasswordEncoder(
        current, java.util.Map.of(current, Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
  }

  @Bean
  UserDetailsService accountsById(Accounts accounts) {
    return id ->
        accounts
            .find(id)
            .map(a -> new User(a.id(), "", AuthorityUtils.NO_AUTHORITIES))
            .orElseThrow(() -> new UsernameNotFoundException("no such account"));
  }

  /// Programs: a token or nothing, and no cookie ever.
  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http, ApiTokens tokens) {
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
  SecurityFilterChain peopleInBrowsers(
      HttpSecurity http, Accounts accounts, AccessSettings settings) {
    var address = settings.publicAddress();
    return http.authenticationProvider(new SignInProvider(accounts))
        .authorizeHttpRequests(a -> a.requestMatchers(OWN).authenticated().anyRequest().permitAll())
        .formLogin(f ->
            f.loginPage("/sign-in")
                .usernameParameter("email")
                .authenticationDetailsSource(SignInProvider::code)
                .failureHandler(new SignInFailure())
                .defaultSuccessUrl("/desk"))
        .webAuthn(w ->
            w.rpName("Bandung")
                .rpId(address.getHost())
                .allowedOrigins(Set.of(address.toString()))
                .disableDefaultRegistrationPage(true))
        .addFilterAfter(new OneDayOnly(), UsernamePasswordAuthenticationFilter.class)
        .logout(l -> l.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
        .requestCache(c -> c.requestCache(new CookieRequestCache()))
        .csrf(c -> c.csrfTokenRepository(tokens(address)).ignoringRequestMatchers("/propose"))
        .headers(AbstractHttpConfigurer::disable)
        .build();
  }

  /// The token against forged forms lies in a cookie, so that nobody who only looks at a form needs
  /// a session.
  private static CookieCsrfTokenRepository tokens(URI address) {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieCustomizer(
        c -> c.httpOnly(true).sameSite("Lax").secure("https".equals(address.getScheme())));
    return tokens;
  }

  @Bean
  PublicKeyCredentialUserEntityRepository passkeyOwners(JdbcOperations sql) {
    return new JdbcPublicKeyCredentialUserEntityRepository(sql);
  }

  @Bean
  UserCredentialRepository passkeys(JdbcOperations sql) {
    return new JdbcUserCredentialRepository(sql);
  }
}
