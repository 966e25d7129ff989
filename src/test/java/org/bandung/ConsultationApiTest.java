package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Consultations by programs with tokens.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsultationApiTest {

  private static final String PATH = "/api/v1/consultations";
  private static final String PROPOSAL =
      """
      {"effect": {"type": "makes-agreement", "kind": "PROJECT_DOCUMENT", "entry": "ON_SIGNATURE",
                  "until": null, "under": null},
       "title": {"en": "Water for the plain"}, "text": {"en": "%s"},
       "terms": {"conditions": [{"kind": "NONE", "text": {}}]}}
      """;
  private static final String OPENING =
      """
      {"party": "QMM", "rule": "unanimity",
       "parties": [{"id": "QMM", "role": "requesting"}, {"id": "QNN", "role": "providing"}],
       "proposal": %s}
      """
          .formatted(PROPOSAL.formatted("We dig wells."));

  private final HttpClient client = HttpClient.newHttpClient();
  private InventedNode node;
  private String meridian;
  private String northern;
  private String reading;
  private String other;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    meridian = token(node.authority("QMM"), "amina", Set.of("read", "write"));
    northern = token(node.authority("QNN"), "bao", Set.of("read", "write"));
    reading = token(node.authority("QPP"), "dina", Set.of("read"));
    other =
        token(
            node.admit(node.keeper(), Body.Kind.MULTILATERAL, "Bank of Wells", null),
            "chidi",
            Set.of("read", "write"));
  }

  @AfterAll
  void close() {
    client.close();
    if (node != null) {
      node.close();
    }
  }

  private String token(Body body, String name, Set<String> scopes) {
    var person = node.person(node.keeper(), body, name, Role.NEGOTIATOR, Role.SIGNATORY);
    return node.token(person, body, scopes.toArray(String[]::new));
  }

  private HttpResponse<String> get(String token, String path) {
    return send(request(token, path));
  }

  private HttpResponse<String> post(String token, String path, String key, String body) {
    var request = request(token, path).POST(BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    return send(request);
  }

  private HttpRequest.Builder request(String token, String path) {
    var request =
        HttpRequest.newBuilder(URI.create(node.root() + path))
            .header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String id(HttpResponse<String> opened) {
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    return JsonMapper.builder().build().readTree(opened.body()).get("id").asString();
  }

  @Test
  void twoProgramsComeToAnAgreementAndEachDeedIsDoneOnce() {
    var opened = post(meridian, PATH, "open", OPENING);
    var id = id(opened);
    assertThat(opened.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(id(post(meridian, PATH, "open", OPENING))).isEqualTo(id);
    var one = PATH + "/" + id;
    assertThat(get(northern, PATH).body()).contains(id, "\"silent\":[\"QMM\",\"QNN\"]");

    var amended =
        "{\"version\": 1, \"proposal\": %s}".formatted(PROPOSAL.formatted("We dig deep wells."));
    assertThat(post(northern, one + "/versions", "amend", amended).statusCode()).isEqualTo(200);
    var accepts = "{\"version\": %d, \"position\": {\"type\": \"accepts\"}}";
    var stale = post(meridian, one + "/replies", "a", accepts.formatted(1));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("/problems/conflict", "not-latest, 2");
    assertThat(post(northern, one + "/notes", "n", "{\"text\": \"our limit\"}").statusCode())
        .isEqualTo(200);
    assertThat(post(meridian, one + "/replies", "b", accepts.formatted(2)).statusCode())
        .isEqualTo(200);
    var last = post(northern, one + "/replies", "a", accepts.formatted(2));

    assertThat(last.body()).contains("\"type\":\"agreed\"").doesNotContain("person");
    assertThat(get(meridian, one).body()).contains("deep wells").doesNotContain("our limit");
    assertThat(get(meridian, one + "/events").body())
        .contains("position-taken")
        .doesNotContain("noted");
    assertThat(post(meridian, one + "/comments", "c", "{\"version\": 2, \"text\": \"!\"}").body())
        .contains("concluded");
  }

  @Test
  void whatCannotBeTakenIsToldByItsPlace() {
    assertThat(post(meridian, PATH, "", OPENING).body()).contains("Idempotency-Key");
    assertThat(post(meridian, PATH, "k1", "[").body()).contains("/problems/bad-parameter");
    assertThat(post(meridian, PATH, "k1", "{\"parties\": 7, \"x\": 1}").statusCode())
        .isEqualTo(400);
    assertThat(post(meridian, PATH, "k1", OPENING.replace("\"kind\": \"NONE\", ", "")).statusCode())
        .isEqualTo(400);
    var faulty = post(meridian, PATH, "k2", OPENING.replace("QNN", "QZZ"));
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body()).contains("\"parameter\":\"parties\"", "QZZ");
  }

  @Test
  void aStrangersProgramFindsNothing() {
    var id = id(post(meridian, PATH, "other", OPENING));
    for (var end : List.of("", "/events")) {
      assertThat(get("", PATH + "/" + id + end).statusCode()).isEqualTo(401);
      assertThat(get(other, PATH + "/" + id + end).statusCode()).isEqualTo(404);
    }
    for (var end :
        List.of(
            "/versions",
            "/replies",
            "/departure",
            "/comments",
            "/notes",
            "/deadlines",
            "/letter/confirmation",
            "/letter/disavowal")) {
      var known = post(other, PATH + "/" + id + end, "k", "{}");
      var unknown = post(other, PATH + "/nothing" + end, "k", "{}");
      assertThat(known.statusCode()).as(end).isEqualTo(404).isEqualTo(unknown.statusCode());
      assertThat(plain(known).replace(id, "nothing")).isEqualTo(plain(unknown));
      assertThat(post("", PATH + "/" + id + end, "k", "{}").statusCode()).isEqualTo(401);
      assertThat(post(reading, PATH + "/" + id + end, "k", "{}").statusCode()).isEqualTo(403);
    }
    assertThat(post(other, PATH, "forged", OPENING).statusCode()).isEqualTo(404);
  }

  private static String plain(HttpResponse<String> problem) {
    return problem.body().replaceAll("urn:uuid:[0-9a-f-]+", "");
  }
}
