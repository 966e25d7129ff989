package org.bandung.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.bandung.reference.InventedWorld;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativeFilter.Only;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {

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
  void listsInitiativesWithNamesBesideTheirCodes() throws Exception {
    var answer = door.get("/api/v1/initiatives?lang=fr");

    assertThat(answer.status()).isEqualTo(200);
    var item = answer.json().get("items").get(0);
    assertThat(item.get("countries").get(0).get("country").toString())
        .isEqualTo("{\"code\":\"QMM\",\"name\":\"Méridie\"}");
    assertThat(item.get("title").toString())
        .isEqualTo("{\"language\":\"es\",\"text\":\"Pozos para todos\"}");
    assertThat(item.get("period").toString())
        .isEqualTo("{\"start\":\"2024\",\"end\":null,\"ongoing\":true}");
    assertThat(item.get("scope").get("name").asString()).isEqualTo("Interrégionale");
  }

  @Test
  void goesOnFromACursorUntilThereIsNoMore() throws Exception {
    var first = door.get("/api/v1/initiatives").json();
    var second = door.get("/api/v1/initiatives?cursor=" + first.get("next").asString()).json();

    assertThat(second.get("items")).hasSize(1);
    assertThat(second.get("next").isNull()).isTrue();
  }

  @Test
  void narrowsInitiativesByEveryFilter() throws Exception {
    door.get(
        "/api/v1/initiatives?modality=bilateral&country=qmm&role=provider&partner=QPP&sector=140"
            + "&year=2024&source=iati:QM-1&words=pozos&southSouth=true&compilations=false");

    var asked = door.facts.asked;
    assertThat(asked.code(Facet.MODALITY)).contains("bilateral");
    assertThat(asked.code(Facet.COUNTRY)).contains("QMM");
    assertThat(asked.code(Facet.ROLE)).contains("provider");
    assertThat(asked.partner()).contains(InventedWorld.QPP);
    assertThat(asked.code(Facet.SECTOR)).contains("140");
    assertThat(asked.code(Facet.YEAR)).contains("2024");
    assertThat(asked.code(Facet.SOURCE)).contains("iati:QM-1");
    assertThat(asked.words()).contains("pozos");
    assertThat(asked.only()).containsExactlyInAnyOrder(Only.SOUTH_SOUTH, Only.HEADLINE);
  }

  @Test
  void showsCompilationsUnlessAskedNotTo() throws Exception {
    door.get("/api/v1/initiatives");

    assertThat(door.facts.asked.only()).isEmpty();
  }

  @Test
  void tellsAnInitiativeWithItsReasonsAndStatements() throws Exception {
    var json = door.get("/api/v1/initiatives/" + InventedFacts.ID).json();

    var money = json.get("composed").get("contributions").get(0).get("amount");
    assertThat(money.toString()).isEqualTo("{\"value\":\"1200000.005\",\"currency\":\"QMD\"}");
    assertThat(json.get("composed").get("description").isNull()).isTrue();
    assertThat(json.get("derivation").get("counted").get(0).get("side").asString()).isEqualTo("PS");
    assertThat(json.get("derivation").get("missing").get(0).asString()).isEqualTo("status:QZZ");
    assertThat(json.get("provenance").get("title").asString()).isEqualTo("iati:QM-1#QM-1-wells");
    assertThat(json.get("statements").get(0).get("notes").get(0).get("code").asString())
        .isEqualTo("6.2.2");
  }

  @Test
  void pagesCountriesInTheOrderOfTheirCodes() throws Exception {
    var codes = new StringBuilder();
    var address = "/api/v1/countries?limit=4";
    for (var next = ""; next != null; ) {
      var page = door.get(address + (next.isEmpty() ? "" : "&cursor=" + next)).json();
      page.get("items").forEach(c -> codes.append(c.get("code").asString()).append(' '));
      next = page.get("next").isNull() ? null : page.get("next").asString();
    }

    assertThat(codes.toString().strip()).startsWith("QMM QNN QOO QPP QQQ").endsWith("QYY");
  }

  @ParameterizedTest
  @CsvSource({"pelar, en", "PELARIA, zh", "佩拉里亚, zh", "qpp, fr"})
  void findsACountryByItsNameOrCode(String words, String language) throws Exception {
    var asked = URLEncoder.encode(words, StandardCharsets.UTF_8);
    var found = door.get("/api/v1/countries?lang=" + language + "&words=" + asked).json();

    assertThat(found.get("items")).hasSize(1);
    assertThat(found.get("items").get(0).get("code").asString()).isEqualTo("QPP");
  }

  @Test
  void tellsACountryInSevenLanguagesWithItsDatedStatusAndTies() throws Exception {
    var json = door.get("/api/v1/countries/qpp?lang=zh").json();

    assertThat(json.get("name").asString()).isEqualTo("佩拉里亚");
    assertThat(json.get("names")).hasSize(7);
    var category = json.get("categories").get(0);
    assertThat(category.get("of").get("name").asString()).isEqualTo("最不发达国家");
    assertThat(category.get("to").asString()).isEqualTo("2026-11-24");
    assertThat(category.get("certainty").asString()).isEqualTo("scheduled");
    assertThat(json.get("ties").get("partners").get(0).get("southSouth").asInt()).isEqualTo(2);
  }

  @Test
  void tellsTheMembersOfAGroupingOnADay() throws Exception {
    var early = door.get("/api/v1/groupings/COMM?on=1976-05-01").json();
    var late = door.get("/api/v1/groupings/COMM?on=2024-01-01").json();

    assertThat(early.get("members")).hasSize(2);
    assertThat(late.get("members")).hasSizeGreaterThan(2);
    assertThat(early.get("on").asString()).isEqualTo("1976-05-01");
  }

  @Test
  void listsSourcesImportsAndOrganisations() throws Exception {
    var sources = door.get("/api/v1/sources?limit=2").json();
    assertThat(sources.get("items").get(0).get("key").asString()).isEqualTo("iati:QM-1");
    assertThat(sources.get("next").isNull()).isFalse();
    assertThat(door.get("/api/v1/sources/iati:QM-1").status()).isEqualTo(200);

    var imports = door.get("/api/v1/imports?limit=1").json();
    assertThat(imports.get("items").get(0).get("id").asInt()).isEqualTo(12);
    var rest = door.get("/api/v1/imports?cursor=" + imports.get("next").asString()).json();
    assertThat(rest.get("items").get(0).get("id").asInt()).isEqualTo(9);
    assertThat(door.get("/api/v1/imports/12").json().get("files").get(0).get("unreadable").isNull())
        .isTrue();

    var organisation = door.get("/api/v1/organisations").json().get("items").get(0);
    assertThat(organisation.get("country").get("code").asString()).isEqualTo("QMM");
    assertThat(door.get("/api/v1/organisations/agency").status()).isEqualTo(200);
  }

  @Test
  void tellsItsStatusAndReadiness() throws Exception {
    assertThat(door.get("/api/v1/status").json().get("initiatives").asInt()).isEqualTo(1);
    assertThat(door.get("/api/v1/ready").body()).isEqualTo("{\"ready\":true}");
    door.facts.ready = false;
    var notReady = door.get("/api/v1/ready");
    door.facts.ready = true;

    assertThat(notReady.status()).isEqualTo(503);
    assertThat(notReady.type()).isEqualTo("application/problem+json");
  }

  @Test
  void speaksTheLanguageOfTheHeaderAndSaysSo() throws Exception {
    var answer = door.get("/api/v1/countries/QMM", "Accept-Language", "nl, pt-BR;q=0.8, en;q=0.5");

    assertThat(answer.json().get("name").asString()).isEqualTo("Merídia");
    assertThat(answer.header("Content-Language")).isEqualTo("pt");
    assertThat(answer.header("Vary")).contains("Accept-Language");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
  }
}
