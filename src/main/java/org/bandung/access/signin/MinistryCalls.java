package org.bandung.access.signin;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/// Whatever this node asks of a ministry's identity provider: its metadata, its keys, a token for a
/// code. None of it follows a redirect: whoever can send one from there could lead the node, with
/// its secret, to any machine it reaches.
final class MinistryCalls {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String METADATA = "/.well-known/openid-configuration";

  private final JdkClientHttpRequestFactory requests;

  MinistryCalls() {
    requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build());
    requests.setReadTimeout(PATIENCE);
  }

  /// What the provider says of itself.
  ///
  /// @throws IllegalStateException if it does not answer, or speaks for another issuer
  Map<String, Object> metadata(URI issuer) {
    var address = URI.create(issuer.toString().replaceFirst("/$", "") + METADATA);
    var answer =
        new RestTemplate(requests)
            .exchange(
                address,
                HttpMethod.GET,
                null,
                new ParameterizedTypeReference<Map<String, Object>>() {});
    var said = answer.getBody();
    if (!answer.getStatusCode().equals(HttpStatus.OK) || said == null) {
      throw new IllegalStateException(address + " answers " + answer.getStatusCode());
    }
    if (!issuer.toString().equals(String.valueOf(said.get("issuer")))) {
      throw new IllegalStateException(address + " speaks for another issuer");
    }
    return said;
  }

  /// Asks for a token.
  OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
    var tokens = new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(
        RestClient.builder()
            .requestFactory(requests)
            .configureMessageConverters(converters ->
                converters
                    .disableDefaults()
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return tokens;
  }

  /// Reads ID tokens: signed with RS256 by a key of the provider, meant for this node, in time.
  JwtDecoderFactory<ClientRegistration> decoders() {
    return this::decoder;
  }

  private JwtDecoder decoder(ClientRegistration registration) {
    var keys = registration.getProviderDetails().getJwkSetUri();
    if (keys == null) {
      throw new IllegalStateException("the identity provider names no keys");
    }
    var decoder =
        NimbusJwtDecoder.withJwkSetUri(keys)
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .restOperations(new RestTemplate(requests))
            .build();
    decoder.setJwtValidator(new OidcIdTokenValidator(registration));
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    return decoder;
  }
}
