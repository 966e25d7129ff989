package org.bandung.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.bandung.reference.InventedWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangeRoutesTest {

  private ApiDoor door;

  @BeforeAll
  void open() {
    door = new ApiDoor(InventedWorld.reference());
  }

  @AfterAll
  void close() {
    door.close();
  }

  @Test
  void tellsEachThingOnceAtItsLastPlaceWithWhatItIsNow() throws Exception {
    var answer = door.get("/api/v1/changes");

    assertThat(answer.json().get("items").toString())
        .isEqualTo(
            """
            [{"kind":"initiative","id":"withdrawn","state":"withdrawn",\
            "href":"/api/v1/initiatives/withdrawn","into":null,"since":null},\
            {"kind":"initiative","id":"closed","state":"gone",\
            "href":null,"into":null,"since":null},\
            {"kind":"organisation","id":"mentioned","state":"merged",\
            "href":"/api/v1/organisations/agency","into":"agency","since":null},\
            {"kind":"initiative","id":"ID","state":"changed",\
            "href":"/api/v1/initiatives/ID","into":null,"since":"2026-11-01T12:00:00Z"}]\
            """
                .replace("ID", InventedFacts.ID));
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("password");
    assertThat(answer.header("Link")).isEqualTo("</api/v1/changes?after=end>; rel=\"next\"");
  }

  @Test
  void alwaysSaysWhereToGoOnButLinksOnlyToWhatThereIs() throws Exception {
    for (var after : new String[] {"end", "now"}) {
      var answer = door.get("/api/v1/changes?after=" + after);

      assertThat(answer.json().get("items")).isEmpty();
      assertThat(answer.json().get("next").asString()).isEqualTo("end");
      assertThat(answer.json().get("caughtUp").asBoolean()).isTrue();
      assertThat(answer.header("Link")).isEqualTo("null");
    }
  }

  @Test
  void sendsWhoComesFromElsewhereBackToTheBeginning() throws Exception {
    var elsewhere = door.get("/api/v1/changes?after=elsewhere");
    var unreadable = door.get("/api/v1/changes?after=unreadable");

    assertThat(elsewhere.status()).isEqualTo(410);
    assertThat(elsewhere.json().get("type").asString())
        .isEqualTo("/problems/cursor-from-elsewhere");
    assertThat(elsewhere.json().get("detail").asString()).contains("after=now");
    assertThat(elsewhere.header("ETag")).isEqualTo("null");
    assertThat(unreadable.status()).isEqualTo(400);
    assertThat(unreadable.json().get("errors").get(0).get("parameter").asString())
        .isEqualTo("after");
  }

  @Test
  void whoHoldsTheAnswerIsToldThatNothingChanged() throws Exception {
    var tag = door.get("/api/v1/changes?after=end").header("ETag");

    assertThat(door.get("/api/v1/changes?after=end", "If-None-Match", tag).status()).isEqualTo(304);
    door.facts.state = "another";
    assertThat(door.get("/api/v1/changes?after=end", "If-None-Match", tag).status()).isEqualTo(200);
  }
}
