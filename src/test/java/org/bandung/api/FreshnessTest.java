package org.bandung.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bandung.reference.InventedWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FreshnessTest {

  private static final String LIST = "/api/v1/initiatives?limit=1";

  private final ApiDoor door = new ApiDoor(InventedWorld.reference());

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void whoHoldsTheAnswerIsToldSoWithoutAskingTheFacts() throws Exception {
    var tag = door.get(LIST).header("ETag");
    door.facts.failure = Optional.of(new IllegalStateException("asked the facts"));

    var again = door.get(LIST, "If-None-Match", "\"other\", " + tag);

    assertThat(tag).startsWith("W/\"");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);
    assertThat(again.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(again.header("Vary")).isEqualTo("Accept-Language, Accept-Encoding");
  }

  @Test
  void theTagMovesWithFactsLanguageAndAddress() throws Exception {
    var tag = door.get(LIST).header("ETag");

    assertThat(door.get(LIST).header("ETag")).isEqualTo(tag);
    assertThat(door.get(LIST, "Accept-Language", "fr").header("ETag")).isNotEqualTo(tag);
    assertThat(door.get("/api/v1/initiatives?limit=2").header("ETag")).isNotEqualTo(tag);
    door.facts.state = "2";
    assertThat(door.get(LIST, "If-None-Match", tag).status()).isEqualTo(200);
  }

  @Test
  void aProblemHasNoTagAndAStarMatchesNothing() throws Exception {
    var missing = door.get("/api/v1/initiatives/nothing", "If-None-Match", "*");

    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.header("ETag")).isEqualTo("null");
    assertThat(door.get("/api/v1/imports").header("ETag")).isEqualTo("null");
  }

  @Test
  void aListSaysInItsHeadersWhereItGoesOn() throws Exception {
    assertThat(door.get("/api/v1/initiatives?limit=1&words=a%20b").header("Link"))
        .isEqualTo("</api/v1/initiatives?limit=1&words=a%20b&cursor=second>; rel=\"next\"");
    assertThat(door.get("/api/v1/initiatives?cursor=second").header("Link")).isEqualTo("null");
  }

  @Test
  void pagesOfOtherSitesMayReadAndNoMore() throws Exception {
    var read = door.get(LIST, "Origin", "https://site.example");
    var asked =
        door.send(
            "OPTIONS",
            LIST,
            "Origin",
            "https://site.example",
            "Access-Control-Request-Method",
            "DELETE");

    assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(read.header("Access-Control-Expose-Headers")).contains("ETag", "Link");
    assertThat(read.header("Access-Control-Allow-Credentials")).isEqualTo("null");
    assertThat(asked.status()).isEqualTo(403);
  }
}
