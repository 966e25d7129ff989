package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.bandung.exchange.Imports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

class StarterFirstTest {

  @TempDir Path home;

  @Test
  void comesBeforeTheWebServer() {
    var first = new StarterFirst(new DefaultListableBeanFactory().getBeanProvider(Imports.class));

    assertThat(first.getPhase()).isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
    assertThat(first.isAutoStartup()).isTrue();
  }

  @Test
  void theFirstAnswerOfANewHomeHoldsTheStarterCollection() throws Exception {
    var settings = Settings.read(Map.of("BANDUNG_HOME", home.toString()), home);
    try (var house = Bandung.start(settings, WebApplicationType.SERVLET, OptionalInt.of(0));
        var client = HttpClient.newHttpClient()) {
      var server = Objects.requireNonNull(((WebServerApplicationContext) house).getWebServer());
      var address = "http://127.0.0.1:" + server.getPort() + "/api/v1/initiatives?limit=1";
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"id\"");
    }
  }
}
