package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.Program.id;
import static org.bandung.Program.json;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bandung.access.Role;
import org.bandung.api.Documented;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Matches, commitments and replies of countries by programs with tokens.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatchApiTest {

  private static final String MATCHES = "/api/v1/matches";
  private static final String COMMITMENTS = "/api/v1/commitments";
  private static final String NOTHING = "0000000000000000";
  private static final String INVITATION =
      "{\"to\": \"%s\", \"role\": \"providing\", \"title\": {\"en\": \"%s\"}, \"message\": \"Come\"}";
  private static final String REASON = "{\"reason\": \"Not this year\"}";
  private static final String COMMITTED =
      """
      {"text": {"en": "%s"}, "maker": "COUNTRY", "forum": "G77", "made": "2026-09",
       "due": "2030"}
      """;
  private static final String REPORT =
      "{\"dated\": \"2026-11-20\", \"state\": \"UNDER_WAY\", \"text\": {\"en\": \"Begun\"}}";

  private InventedNode node;
  private Program meridia;
  private Program northera;
  private Program pelaria;
  private Program reading;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    var agency = node.authority("QMM");
    var amina =
        node.person(
            node.keeper(), agency, "amina", Role.NEGOTIATOR, Role.CONTRIBUTOR, Role.AUTHORITY);
    meridia = Program.of(node, amina, agency, "read", "write");
    reading = Program.of(node, amina, agency, "read", "write:drafts");
    northera = of("QNN", "bao");
    pelaria = of("QPP", "chidi");
  }

  private Program of(String country, String name) {
    return Program.of(
        node,
        node.authority(country),
        name,
        List.of("read", "write"),
        Role.NEGOTIATOR,
        Role.CONTRIBUTOR,
        Role.AUTHORITY);
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private String invited(String to, String title) {
    return MATCHES + "/" + id(meridia.post(MATCHES, title, INVITATION.formatted(to, title)));
  }

  @Test
  void twoComeToAnAgreementAndEachDeedIsDoneOnce() {
    var sent = INVITATION.formatted("QNN", "Wells");
    var first = meridia.post(MATCHES, "wells", sent);
    assertThat(meridia.post(MATCHES, "wells", sent).body()).isEqualTo(first.body());
    assertThat(meridia.post(MATCHES, "wells", sent.replace("Come", "Do come")).body())
        .contains("key-used-otherwise");
    var one = MATCHES + "/" + id(first);

    var covers = "{\"quantity\": {\"number\": \"40\", \"unit\": \"wells\"}}";
    assertThat(
            json(northera.post(one + "/cover", "c", covers), 200).at("/covers/number").asString())
        .isEqualTo("40");
    assertThat(meridia.post(one + "/cover", "c", covers).body()).contains("out-of-place");
    var talking = northera.post(one + "/talks", "t", "");
    assertThat(json(talking, 200).get("state").asString()).isEqualTo("in-talks");
    assertThat(northera.post(one + "/talks", "t", "").body()).isEqualTo(talking.body());
    assertThat(northera.post(one + "/talks", "t2", "").statusCode()).isEqualTo(409);
    meridia.post(one + "/agreement", "a", "");
    var agreed = northera.post(one + "/agreement", "a", "");
    assertThat(json(agreed, 200).get("state").asString()).isEqualTo("agreed");
    assertThat(json(agreed, 200).get("steps")).hasSize(5);
    assertThat(agreed.body()).doesNotContain("person");
    assertThat(json(meridia.get(MATCHES), 200).get("items").findValuesAsString("id"))
        .contains(json(agreed, 200).get("id").asString());
  }

  @Test
  void anInvitationIsDeclinedWithdrawnOrAnsweredByLetter() {
    var declined = invited("QNN", "Declined");
    assertThat(
            json(northera.post(declined + "/refusal", "d", "{\"reason\": \" \"}"), 422).toString())
        .contains("reason");
    assertThat(json(northera.post(declined + "/refusal", "d", REASON), 200).get("state").asString())
        .isEqualTo("declined");
    var withdrawn = invited("QNN", "Withdrawn");
    assertThat(
            json(meridia.post(withdrawn + "/withdrawal", "w", REASON), 200).get("state").asString())
        .isEqualTo("withdrawn");
    var letter = "{\"reference\": \"NV/7\", \"dated\": \"2026-11-02\"}";
    assertThat(meridia.post(invited("QNN", "Here") + "/letters", "l", letter).body())
        .contains("speaks-for-itself");
    var answered = meridia.post(invited("QOO", "By letter") + "/letters", "l", letter);
    assertThat(json(answered, 200).at("/steps/1/letter/reference").asString()).isEqualTo("NV/7");
    assertThat(meridia.post(MATCHES, "nowhere", INVITATION.formatted("QZZ", "x")).statusCode())
        .isEqualTo(422);
    assertThat(
            meridia
                .post(
                    invited("QNN", "Talks") + "/consultation", "o", "{\"consultation\": \"other\"}")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aThirdFindsNothingAndATokenForSomethingElseIsRefused() {
    var one = invited("QNN", "Private");
    var id = one.substring(MATCHES.length() + 1);
    var nothing = MATCHES + "/" + NOTHING;
    Program.assertSameNothing(pelaria.get(one), pelaria.get(nothing), id, NOTHING);
    for (var end : List.of("talks", "refusal", "withdrawal", "agreement")) {
      Program.assertSameNothing(
          pelaria.post(one + "/" + end, "k", REASON),
          pelaria.post(nothing + "/" + end, "k", REASON),
          id,
          NOTHING);
      assertThat(reading.post(one + "/" + end, "k", REASON).body()).contains("write:matches");
      assertThat(Program.stranger(node).post(one + "/" + end, "k", REASON).statusCode())
          .isEqualTo(401);
    }
    assertThat(pelaria.get(MATCHES).body()).doesNotContain(id);
    var wrong = meridia.post(MATCHES, "wrong", "{\"to\": 7, \"rle\": \"x\"}");
    assertThat(json(wrong, 400).get("errors").findValuesAsString("parameter"))
        .contains("to", "rle", "role");
  }

  @Test
  void aCommitmentIsWrittenChangedReportedOnAndReleased() {
    var made = meridia.post(COMMITMENTS, "c", COMMITTED.formatted("A hundred scholarships"));
    var one = COMMITMENTS + "/" + id(made);
    var changed =
        meridia.put(one, "ch", Program.tag(made), COMMITTED.formatted("Two hundred scholarships"));
    assertThat(json(changed, 200).at("/content/text/en").asString()).startsWith("Two hundred");
    assertThat(
            meridia.put(one, "late", Program.tag(made), COMMITTED.formatted("Three")).statusCode())
        .isEqualTo(412);
    assertThat(meridia.put(one, "unread", "", COMMITTED.formatted("Three")).statusCode())
        .isEqualTo(428);
    var reported = meridia.post(one + "/follow-ups", "r", Program.tag(changed), REPORT);
    assertThat(meridia.post(one + "/follow-ups", "r", Program.tag(changed), REPORT).body())
        .isEqualTo(reported.body());
    assertThat(json(meridia.get(one), 200).get("followUps")).hasSize(1);
    Program.assertSameNothing(
        northera.get(one),
        northera.get(COMMITMENTS + "/" + NOTHING),
        one.substring(COMMITMENTS.length() + 1),
        NOTHING);
    var released = meridia.post(one + "/release", "rel", Program.tag(reported), "");
    assertThat(json(released, 200).get("release").asString()).isEqualTo("AS_IT_STANDS");
    assertThat(Program.stranger(node).get(one.replace("/api/v1", "")).body())
        .contains("Two hundred scholarships");
    var back = meridia.post(one + "/take-back", "back", Program.tag(released), "");
    assertThat(json(back, 200).get("release").asString()).isEqualTo("NOT");
    var faulty = COMMITTED.formatted("x").replace("COUNTRY", "GROUPING");
    assertThat(json(meridia.post(COMMITMENTS, "f", faulty), 422).toString()).contains("maker");
    assertThat(reading.post(COMMITMENTS, "no", COMMITTED.formatted("x")).body())
        .contains("write:commitments");
  }

  @Test
  void onlyACountryThatTakesPartReplies() {
    var path = "/api/v1/initiatives/" + NOTHING + "/replies/QMM";
    assertThat(meridia.put(path, "k", "", "{\"text\": {\"en\": \"No\"}}").statusCode())
        .isEqualTo(404);
    assertThat(Program.stranger(node).put(path, "k", "", "{}").statusCode()).isEqualTo(401);
  }

  @Test
  void whatIsAnsweredIsWhatTheDocumentSays() {
    var documented = new Documented(json(meridia.get("/api/v1/openapi.json"), 200));
    var match = meridia.get(invited("QNN", "Documented"));
    assertThat(documented.faults(MATCHES + "/{id}", 200, match.body())).isEmpty();
    var made = meridia.post(COMMITMENTS, "doc", COMMITTED.formatted("Documented"));
    meridia.post(COMMITMENTS + "/" + id(made) + "/follow-ups", "dr", Program.tag(made), REPORT);
    var list = meridia.get(COMMITMENTS);
    assertThat(documented.faults(COMMITMENTS, 200, list.body())).isEmpty();
  }
}
