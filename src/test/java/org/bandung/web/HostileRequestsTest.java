package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What no browser would send, sent as bytes to the real server.
@SpringBootTest(
    classes = WebWorld.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestsTest {

  @LocalServerPort int port;

  private String send(String firstLine, String... headers) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      var request = new StringBuilder(firstLine).append(" HTTP/1.1\r\n");
      for (var header : headers) {
        request.append(header).append("\r\n");
      }
      request.append("Connection: close\r\n\r\n");
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String get(String target, String... headers) throws IOException {
    var all = new String[headers.length + 1];
    all[0] = "Host: localhost";
    System.arraycopy(headers, 0, all, 1, headers.length);
    return send("GET " + target, all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/initiatives?words=%",
        "/initiatives?words=%FF%FE",
        "/initiatives.csv?words=%",
        "/countries?words=%",
        "/?lang=%"
      })
  void aQueryThatCannotBeDecodedIsRefusedInThePagesOwnFace(String target, CapturedOutput output)
      throws IOException {
    var answer = get(target, "Accept: text/html", "Accept-Language: fr");

    assertThat(answer).startsWith("HTTP/1.1 400").contains("<html lang=\"fr\"");
    assertThat(output.getAll())
        .doesNotContain("Exception")
        .doesNotContainPattern("\\d (WARN|ERROR) ");
  }

  @Test
  void whatIsTooBrokenForAPageGetsASmallOneThatTellsNothingAboutTheServer() throws IOException {
    var broken =
        List.of(
            get("/%00"),
            send("GET /", "Host: a b"),
            get("/", "X-Long: " + "a".repeat(20_000)),
            get("/?x=<>"));

    for (var answer : broken) {
      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .contains("Content-Security-Policy")
          .contains("This address cannot be understood")
          .doesNotContainIgnoringCase("tomcat");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, */*, 403, text/html, This form does not hold any more",
    "DELETE, text/html, 403, text/html, This form does not hold any more",
    "PUT, application/json, 403, application/problem+json, /problems/forbidden",
    "OPTIONS, */*, 200, Allow, GET"
  })
  void whoeverChangesWithoutAFormOfOursIsTurnedAwayInItsOwnWords(
      String method, String accept, int status, String type, String words, CapturedOutput output)
      throws IOException {
    var answer =
        send(method + " /initiatives", "Host: localhost", "Accept: " + accept, "Content-Length: 0");

    assertThat(answer).startsWith("HTTP/1.1 " + status).contains(type).contains(words);
    assertThat(output.getAll()).doesNotContainPattern("\\d (WARN|ERROR) ");
  }

  @Test
  void anUnknownAddressIsToldToEverybody() throws IOException {
    assertThat(get("/nowhere", "Accept: */*"))
        .startsWith("HTTP/1.1 404")
        .contains("text/html", "Not found");
    assertThat(get("/nowhere", "Accept: application/json"))
        .startsWith("HTTP/1.1 404")
        .contains("application/problem+json", "detail", "urn:uuid:");
  }

  @Test
  void whatRobotsAndBrowsersAskForUnaskedIsThere() throws IOException {
    assertThat(get("/robots.txt")).startsWith("HTTP/1.1 200").contains("Allow: /");
    assertThat(get("/favicon.ico"))
        .startsWith("HTTP/1.1 200")
        .contains("image/svg+xml", "<svg")
        .doesNotContain("Content-Disposition");
  }

  @ParameterizedTest
  @CsvSource({
    "/about, 192.0.2.1, text/html, Too many requests",
    "/api/v1/status, 192.0.2.2, application/problem+json, urn:uuid:"
  })
  void whoAsksTooMuchIsToldWhenToComeBack(String target, String caller, String type, String words)
      throws IOException {
    var far = "X-Forwarded-For: " + caller;
    get(target, far);
    assertThat(get(target, far)).doesNotStartWith("HTTP/1.1 429");

    assertThat(get(target, far))
        .startsWith("HTTP/1.1 429")
        .contains("Retry-After: ", "Content-Security-Policy", type, words);
  }
}
