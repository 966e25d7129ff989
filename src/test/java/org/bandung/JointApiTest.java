package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.Program.id;
import static org.bandung.Program.json;
import static org.bandung.Program.tag;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.bandung.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Joint initiatives by programs with tokens: what partners do together, and what each says of it.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JointApiTest {

  private static final String PATH = "/api/v1/joint-initiatives";
  private static final String NOTHING = "0000000000000000";
  private static final String BEGINNING =
      """
      {"title": {"en": "%s"},
       "parties": [
         {"id": "QMM", "role": "PROVIDER", "name": {"en": "Meridia"}, "country": "QMM"},
         {"id": "QNN", "role": "RECIPIENT", "name": {"en": "Northera"}, "country": "QNN"}],
       "period": {"start": "2026-11"},
       "plan": {"items": [{"id": "m1", "kind": "MILESTONE", "what": {"en": "Cooks trained"},
                           "due": "2027-06"}]}}
      """;
  private static final String CONTRIBUTION =
      """
      {"kind": "IN_KIND", "giver": "QMM", "receiver": "QNN", "what": {"en": "Experts"},
       "figure": {"quantity": {"number": "%s", "unit": "person-day"}}, "visibility": "PUBLIC"}
      """;
  private static final String REPORT =
      "{\"period\": {\"start\": \"2026\"}, \"text\": {\"en\": \"%s\"}}";

  private static final Role[] ALL = {
    Role.AUTHORITY, Role.SIGNATORY, Role.NEGOTIATOR, Role.CONTRIBUTOR
  };

  private InventedNode node;
  private Program meridia;
  private Program northera;
  private Program pelaria;
  private Program writing;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    var agency = node.authority("QMM");
    var amina = node.person(node.keeper(), agency, "amina", ALL);
    meridia = Program.of(node, amina, agency, "read", "write", "sign");
    writing = Program.of(node, amina, agency, "write:joint");
    northera = of("QNN", "bao", "read", "write", "sign:joint");
    pelaria = of("QPP", "chidi", "read", "write", "sign");
  }

  private Program of(String country, String name, String... scopes) {
    return Program.of(node, node.authority(country), name, List.of(scopes), ALL);
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private String begun(String title) {
    return PATH + "/" + id(meridia.post(PATH, title, BEGINNING.formatted(title)));
  }

  /// A deed on what stands now.
  private static HttpResponse<String> act(Program program, String one, String deed, String body) {
    var key = deed + body.hashCode();
    return program.post(one + deed, key, tag(program.get(one)), body);
  }

  @Test
  void aDisputedFigureIsReconciledAndTheInitiativeReleased() {
    var begun = meridia.post(PATH, "meals", BEGINNING.formatted("School meals"));
    var one = PATH + "/" + id(begun);
    assertThat(meridia.post(PATH, "meals", BEGINNING.formatted("School meals")).body())
        .isEqualTo(begun.body());
    assertThat(json(meridia.get(one), 200).at("/plan/items/0/due").asString()).isEqualTo("2027-06");
    var stated = act(meridia, one, "/contributions", CONTRIBUTION.formatted("40"));
    var contribution = json(stated, 200).get("stated").propertyNames().iterator().next();
    var place = "/contributions/" + contribution;
    var own = act(meridia, one, place + "/confirmation", "");
    assertThat(own.body()).contains("not-now, not-counterpart");
    var disputed =
        act(
            northera,
            one,
            place + "/dispute",
            "{\"figure\": {\"quantity\": {\"number\": \"31\", \"unit\": \"person-day\"}},"
                + " \"reason\": \"Nine fell out\"}");
    assertThat(
            json(disputed, 200).at("/stated/" + contribution + "/answers/QNN/standing").asString())
        .isEqualTo("DISPUTED");
    var accepted = act(meridia, one, place + "/acceptance", "{\"counterpart\": \"QNN\"}");
    assertThat(
            json(accepted, 200).at("/stated/" + contribution + "/answers/QNN/standing").asString())
        .isEqualTo("RECONCILED");
    var told =
        meridia.put(
            one + "/telling",
            "tell",
            tag(accepted),
            "{\"results\": {\"en\": \"Cooks cook\"}, \"visibility\": \"PUBLIC\"}");
    assertThat(json(told, 200).at("/told/QMM/results/en").asString()).isEqualTo("Cooks cook");

    json(act(meridia, one, "/release", "{\"part\": \"JOINT\"}"), 200);
    var both = act(northera, one, "/release", "{\"part\": \"JOINT\"}");
    assertThat(json(both, 200).get("publicVersion").asInt()).isEqualTo(1);
    json(act(meridia, one, "/release", "{\"part\": \"OWN\"}"), 200);
    json(act(meridia, one, "/closure", ""), 200);
    var closed = act(northera, one, "/closure", "");
    assertThat(json(closed, 200).at("/course/closed").asBoolean()).isTrue();
    assertThat(json(meridia.get(one + "/events"), 200).toString())
        .contains("figure-accepted", "closed")
        .doesNotContain("person\"");
    assertThat(meridia.get(PATH).body()).contains("School meals");
  }

  @Test
  void plansAndReportsHoldWhenBothSaySo() {
    var one = begun("Plans");
    var plan =
        "{\"plan\": {\"items\": [{\"id\": \"a1\", \"kind\": \"ACTIVITY\","
            + " \"what\": {\"en\": \"Train\"}}]}, \"why\": {\"en\": \"More\"}}";
    var proposed = act(meridia, one, "/plans", plan);
    var number = json(proposed, 200).at("/changes/0/number").asInt();
    var held = act(northera, one, "/plans/" + number + "/consent", "");
    assertThat(json(held, 200).at("/changes/0/holds").asBoolean()).isTrue();
    json(act(meridia, one, "/reports", REPORT.formatted("All went well.")), 200);
    var rewritten =
        meridia.put(
            one + "/reports/1", "again", tag(meridia.get(one)), REPORT.formatted("Mostly well."));
    assertThat(json(rewritten, 200).at("/reports/0/version").asInt()).isEqualTo(2);
    assertThat(writing.post(one + "/reports/1/sign-off", "w", tag(rewritten), "").body())
        .as("to write is not to sign")
        .contains("sign:joint");
    json(act(meridia, one, "/reports/1/sign-off", ""), 200);
    var signed = act(northera, one, "/reports/1/sign-off", "");
    assertThat(json(signed, 200).at("/reports/0/holds").asBoolean()).isTrue();
    assertThat(act(northera, one, "/reports/7/sign-off", "").statusCode()).isEqualTo(404);
    assertThat(act(northera, one, "/plans/x/consent", "").statusCode()).isEqualTo(404);
    json(act(meridia, one, "/suspension", "{\"reason\": \"Floods\"}"), 200);
    var resumed = act(meridia, one, "/resumption", "");
    assertThat(resumed.statusCode()).as(resumed.body()).isEqualTo(200);
    var evaluated =
        act(
            northera,
            one,
            "/evaluations",
            "{\"date\": \"2027\", \"by\": \"An institute\", \"findings\": {\"en\": \"Good\"}}");
    assertThat(json(evaluated, 200).at("/evaluations/0/by").asString()).isEqualTo("QNN");
  }

  @Test
  void nothingIsDoneOnWhatWasNotReadAndAThirdFindsNothing() {
    var one = begun("Private");
    var id = one.substring(PATH.length() + 1);
    var first = tag(meridia.get(one));
    json(act(northera, one, "/suspension", "{\"reason\": \"Floods\"}"), 200);
    var late = meridia.post(one + "/contributions", "late", first, CONTRIBUTION.formatted("1"));
    assertThat(json(late, 412).get("type").asString()).isEqualTo("/problems/stale");
    assertThat(meridia.post(one + "/closure", "unread", "", "").statusCode()).isEqualTo(428);
    var nothing = PATH + "/" + NOTHING;
    for (var end : List.of("", "/events")) {
      Program.assertSameNothing(pelaria.get(one + end), pelaria.get(nothing + end), id, NOTHING);
    }
    for (var end : List.of("/closure", "/resumption", "/plans/1/consent")) {
      Program.assertSameNothing(
          pelaria.post(one + end, "k", "\"1\"", ""),
          pelaria.post(nothing + end, "k", "\"1\"", ""),
          id,
          NOTHING);
      assertThat(Program.stranger(node).post(one + end, "k", "\"1\"", "").statusCode())
          .isEqualTo(401);
    }
    assertThat(writing.get(one).body()).contains("read:joint");
    assertThat(pelaria.get(PATH).body()).doesNotContain(id);
    assertThat(pelaria.post(PATH, "forged", BEGINNING.formatted("Forged")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatCannotBeTakenIsToldByItsPlace() {
    var one = begun("Faults");
    var wrong =
        act(
            meridia,
            one,
            "/contributions",
            CONTRIBUTION.formatted("many").replace("IN_KIND", "GIFT").replace("giver", "givr"));
    assertThat(json(wrong, 400).get("errors").findValuesAsString("parameter"))
        .contains("kind", "givr", "giver", "figure/quantity/number");
    var negative = act(meridia, one, "/contributions", CONTRIBUTION.formatted("-4"));
    assertThat(json(negative, 422).at("/errors/0/detail").asString()).contains("not below zero");
    assertThat(meridia.post(PATH, "alone", "{\"title\": {\"en\": \"Alone\"}}").statusCode())
        .isBetween(400, 422);
  }
}
