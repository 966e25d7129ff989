package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
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
}
