package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

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

  private InventedNode node;
  private Program meridian;
  private Program northern;
  private Program reading;
  private Program other;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    meridian = token(node.authority("QMM"), "amina", "read", "write");
    northern = token(node.authority("QNN"), "bao", "read", "write");
    reading = token(node.authority("QPP"), "dina", "read");
    other =
        token(
            node.admit(node.keeper(), Body.Kind.MULTILATERAL, "Bank of Wells", null),
            "chidi",
            "read",
            "write");
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private Program token(Body body, String name, String... scopes) {
    return Program.of(node, body, name, List.of(scopes), Role.NEGOTIATOR, Role.SIGNATORY);
  }

  @Test
  void twoProgramsComeToAnAgreementAndEachDeedIsDoneOnce() {
    var opened = meridian.post(PATH, "open", OPENING);
    var id = Program.id(opened);
    assertThat(opened.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(Program.id(meridian.post(PATH, "open", OPENING))).isEqualTo(id);
    var one = PATH + "/" + id;
    assertThat(northern.get(PATH).body()).contains(id, "\"silent\":[\"QMM\",\"QNN\"]");

    var amended =
        "{\"version\": 1, \"proposal\": %s}".formatted(PROPOSAL.formatted("We dig deep wells."));
    assertThat(northern.post(one + "/versions", "amend", amended).statusCode()).isEqualTo(200);
    var accepts = "{\"version\": %d, \"position\": {\"type\": \"accepts\"}}";
    var stale = meridian.post(one + "/replies", "a", accepts.formatted(1));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("/problems/conflict", "not-latest, 2");
    assertThat(northern.post(one + "/notes", "n", "{\"text\": \"our limit\"}").statusCode())
        .isEqualTo(200);
    assertThat(meridian.post(one + "/replies", "b", accepts.formatted(2)).statusCode())
        .isEqualTo(200);
    var last = northern.post(one + "/replies", "a", accepts.formatted(2));

    assertThat(last.body()).contains("\"type\":\"agreed\"").doesNotContain("person");
    assertThat(meridian.get(one).body()).contains("deep wells").doesNotContain("our limit");
    assertThat(meridian.get(one + "/events").body())
        .contains("position-taken")
        .doesNotContain("noted");
    assertThat(meridian.post(one + "/comments", "c", "{\"version\": 2, \"text\": \"!\"}").body())
        .contains("concluded");
  }

  @Test
  void whatCannotBeTakenIsToldByItsPlace() {
    assertThat(meridian.post(PATH, "", OPENING).body()).contains("Idempotency-Key");
    assertThat(meridian.post(PATH, "k1", "[").body()).contains("/problems/bad-parameter");
    assertThat(meridian.post(PATH, "k1", "{\"parties\": 7, \"x\": 1}").statusCode()).isEqualTo(400);
    assertThat(meridian.post(PATH, "k1", OPENING.replace("\"kind\": \"NONE\", ", "")).statusCode())
        .isEqualTo(400);
    var faulty = meridian.post(PATH, "k2", OPENING.replace("QNN", "QZZ"));
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body()).contains("\"parameter\":\"parties\"", "QZZ");
  }

  @Test
  void aStrangersProgramFindsNothing() {
    var id = Program.id(meridian.post(PATH, "other", OPENING));
    for (var end : List.of("", "/events")) {
      assertThat(stranger().get(PATH + "/" + id + end).statusCode()).isEqualTo(401);
      assertThat(other.get(PATH + "/" + id + end).statusCode()).isEqualTo(404);
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
      var known = other.post(PATH + "/" + id + end, "k", "{}");
      var unknown = other.post(PATH + "/nothing" + end, "k", "{}");
      Program.assertSameNothing(known, unknown, id, "nothing");
      assertThat(stranger().post(PATH + "/" + id + end, "k", "{}").statusCode()).isEqualTo(401);
      assertThat(reading.post(PATH + "/" + id + end, "k", "{}").statusCode()).isEqualTo(403);
    }
    assertThat(other.post(PATH, "forged", OPENING).statusCode()).isEqualTo(404);
  }

  private Program stranger() {
    return Program.stranger(node);
  }
}
