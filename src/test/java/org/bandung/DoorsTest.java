package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bandung.access.ApiTokens;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.access.signin.DoorLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What the doors tell whoever runs the node, and what those can do who answer for people.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTest {

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private InventedNode node;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node =
        InventedNode.open(
            home,
            "BANDUNG_PUBLIC_ADDRESS",
            "https://node.example.org",
            "BANDUNG_SUBDOMAINS",
            "yes");
    var log = (Logger) LoggerFactory.getLogger(DoorLog.NAME);
    log.setLevel(Level.INFO);
    lines.start();
    log.addAppender(lines);
  }

  @AfterAll
  void close() {
    ((Logger) LoggerFactory.getLogger(DoorLog.NAME)).detachAppender(lines);
    if (node != null) {
      node.close();
    }
  }

  private List<String> told() {
    return List.copyOf(lines.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private InventedNode.Person head(String country) {
    return node.person(
        node.keeper(), node.authority(country), "head-" + country, Role.AUTHORITY, Role.SIGNATORY);
  }

  private Body body(InventedNode.Person person) {
    return node.account(person).mandates().getFirst().body();
  }

  @Test
  void cookiesHoldForThisHostOnly() {
    var cookies = node.stranger().get("/sign-in?lang=fr").headers().allValues("Set-Cookie");
    assertThat(cookies).hasSize(2);
    assertThat(cookies)
        .allSatisfy(cookie ->
            assertThat(cookie)
                .startsWith("__Host-")
                .contains("Secure")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Domain"));
  }

  @Test
  void browsersComeByHttpsOnlyAndBelowThisNameTooIfItIsSaid() {
    assertThat(node.stranger().get("/").headers().firstValue("Strict-Transport-Security"))
        .contains("max-age=31536000; includeSubDomains");
  }

  @Test
  void refusalsAreToldWithoutSecrets() throws Exception {
    var somebody = head("QMM");
    var client = HttpClient.newHttpClient();
    var wrong =
        HttpRequest.newBuilder(URI.create(node.root() + "/api/v1/consultations"))
            .header("Authorization", "Bearer bandung_nobodys-secret")
            .build();
    assertThat(client.send(wrong, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(401);
    var forged =
        HttpRequest.newBuilder(URI.create(node.root() + "/sign-out"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(client.send(forged, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
    node.stranger().get("/invitation/some-secret-word");
    signIn(somebody.email(), "a-wrong-secret");
    signIn("no\nbody=x@example.org", "a-wrong-secret");

    assertThat(told())
        .anyMatch(l -> l.startsWith("event=sign-in-refused what=token"))
        .anyMatch(l -> l.startsWith("event=refused what=/sign-out"))
        .anyMatch(l -> l.startsWith("event=link-refused"))
        .anyMatch(l ->
            l.startsWith(
                "event=sign-in-refused what=password account=" + somebody.id() + " from=127.0.0.1"))
        .anyMatch(l -> l.startsWith("event=sign-in-refused what=password account=- "))
        .noneMatch(l -> l.contains("secret") || l.contains("@") || l.contains("\n"));
  }

  /// Its mark opens nothing, so it need not come along from pages elsewhere.
  @Test
  void aBrowserIsKnownByACookieThatOnlyOurFormsSend() throws Exception {
    var head = head("QPP");
    var cookies =
        answer(head.email(), InventedNode.PASSWORD, head.telephone().nextCode())
            .headers()
            .allValues("Set-Cookie");
    assertThat(cookies)
        .filteredOn(cookie -> cookie.startsWith("__Host-known="))
        .singleElement()
        .asString()
        .matches("__Host-known=[A-Za-z0-9_-]{43};.*")
        .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=31536000")
        .doesNotContain("Domain");
  }

  /// Cookies of an https node do not come back over this plain connection, so they are carried by
  /// hand.
  private void signIn(String email, String password) throws Exception {
    assertThat(answer(email, password, "").headers().firstValue("Location").orElse(""))
        .endsWith("/sign-in?wrong");
  }

  private HttpResponse<String> answer(String email, String password, String code) throws Exception {
    var client = HttpClient.newHttpClient();
    var page =
        client.send(
            HttpRequest.newBuilder(URI.create(node.root() + "/sign-in")).build(),
            HttpResponse.BodyHandlers.ofString());
    var cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    var token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    var form =
        "_csrf=" + encoded(token) + "&email=" + encoded(email) + "&password=" + encoded(password);
    return client.send(
        HttpRequest.newBuilder(URI.create(node.root() + "/sign-in"))
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form + "&code=" + code))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void aPageElsewhereBeginsNoSignInAtTheMinistry() throws Exception {
    var client = HttpClient.newHttpClient();
    var request =
        HttpRequest.newBuilder(URI.create(node.root() + "/oauth2/authorization/ministry"));
    var elsewhere = request.copy().header("Sec-Fetch-Site", "cross-site").build();
    var here = request.copy().header("Sec-Fetch-Site", "same-origin").build();

    assertThat(
            client
                .send(elsewhere, HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElse(""))
        .endsWith("/sign-in");
    // There is no ministry on this node: the request came through to where it would be.
    assertThat(client.send(here, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(404);
  }

  /// Two lengths of one request: what comes after it is no request of somebody else's.
  @Test
  void noRequestIsSmuggledInAnother() throws Exception {
    var address = URI.create(node.root());
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(20_000);
      var sent =
          "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
              + "GET /about HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(sent.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      var answers =
          new String(
              socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(answers.split("HTTP/1\\.1 ", -1)).hasSize(2);
    }
  }

  @Test
  void nobodyHasMoreTokensThanSheCanLookAfter() {
    var head = head("QNN");
    var tokens = node.bean(ApiTokens.class);
    for (int i = 0; i < 20; i++) {
      assertThat(tokens.make(node.account(head), body(head), "t" + i, Set.of("read")))
          .isInstanceOf(ApiTokens.MakeOutcome.Made.class);
    }
    assertThat(tokens.make(node.account(head), body(head), "one more", Set.of("read")))
        .isEqualTo(new ApiTokens.MakeOutcome.Refused("too-many"));
  }
}
