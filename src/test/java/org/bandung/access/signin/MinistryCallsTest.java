package org.bandung.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;

/// Whatever is asked of an identity provider, a redirect leads nowhere.
class MinistryCallsTest {

  private final Map<String, String> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private HttpServer provider;
  private String root;

  @BeforeEach
  void open() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    root = "http://localhost:" + provider.getAddress().getPort();
    provider.createContext(
        "/",
        exchange -> {
          var path = exchange.getRequestURI().getPath();
          asked.add(path);
          var answer = answers.get(path);
          if (answer == null) {
            exchange.getResponseHeaders().add("Location", root + "/elsewhere" + path);
            exchange.sendResponseHeaders(302, -1);
          } else {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
          exchange.close();
        });
    provider.start();
  }

  @AfterEach
  void close() {
    provider.stop(0);
  }

  private ClientRegistration registration() {
    return ClientRegistration.withRegistrationId("ministry")
        .clientId("bandung")
        .clientSecret("between-us")
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri("http://localhost/back")
        .authorizationUri(root + "/authorize")
        .tokenUri(root + "/token")
        .jwkSetUri(root + "/keys")
        .issuerUri(root)
        .build();
  }

  @Test
  void readsTheMetadataOfTheSetIssuerOnly() {
    answers.put("/.well-known/openid-configuration", "{\"issuer\":\"" + root + "\"}");
    assertThat(new MinistryCalls().metadata(URI.create(root))).containsEntry("issuer", root);

    answers.put("/.well-known/openid-configuration", "{\"issuer\":\"https://other.example\"}");
    assertThatThrownBy(() -> new MinistryCalls().metadata(URI.create(root)))
        .hasMessageContaining("another issuer");
  }

  @Test
  void metadataAreNotFetchedFromElsewhere() {
    assertThatThrownBy(() -> new MinistryCalls().metadata(URI.create(root)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(asked).containsExactly("/.well-known/openid-configuration");
  }

  @Test
  void keysAreNotFetchedFromElsewhere() {
    var forged = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.eyJzdWIiOiJhIn0." + "A".repeat(342);
    var decoder = new MinistryCalls().decoders().createDecoder(registration());
    assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(RuntimeException.class);
    assertThat(asked).isNotEmpty().allMatch("/keys"::equals);
  }

  @Test
  void noCodeGoesElsewhere() {
    var request =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(root + "/authorize")
            .clientId("bandung")
            .state("s")
            .redirectUri("http://localhost/back")
            .build();
    var response =
        OAuth2AuthorizationResponse.success("code")
            .state("s")
            .redirectUri("http://localhost/back")
            .build();
    var exchange = new OAuth2AuthorizationExchange(request, response);

    assertThatThrownBy(() ->
            new MinistryCalls()
                .tokens()
                .getTokenResponse(
                    new OAuth2AuthorizationCodeGrantRequest(registration(), exchange)))
        .isInstanceOf(RuntimeException.class);
    assertThat(asked).containsExactly("/token");
  }
}
