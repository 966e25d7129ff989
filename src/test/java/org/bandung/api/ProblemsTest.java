package org.bandung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.bandung.api.ApiDoor.Answer;
import org.bandung.api.frame.BadQuery;
import org.bandung.reference.InventedWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest {

  private ApiDoor door;

  @BeforeAll
  void open() {
    door = new ApiDoor(InventedWorld.reference());
  }

  @AfterAll
  void close() {
    door.close();
  }

  private static void assertProblem(Answer answer, int status, String kind) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.type()).isEqualTo("application/problem+json");
    var json = answer.json();
    assertThat(json.get("type").asString()).isEqualTo("/problems/" + kind);
    assertThat(json.get("status").asInt()).isEqualTo(status);
    assertThat(json.get("title").asString()).isNotBlank().doesNotContain("problem.");
    assertThat(json.get("instance").asString()).startsWith("urn:uuid:");
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/countries/QZZ",
        "/api/v1/countries/x",
        "/api/v1/groupings/NONE",
        "/api/v1/organisations/nobody",
        "/api/v1/initiatives/0000000000000000",
        "/api/v1/sources/iati:nobody",
        "/api/v1/imports/99999999999999999999",
        "/api/v1/nowhere",
        "/api/v2/initiatives"
      })
  void saysWhatIsNotThere(String address) throws Exception {
    assertProblem(door.get(address), 404, "not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/initiatives?contry=QMM, contry, “country”",
    "/api/v1/initiatives?limit=1000000000, limit, from 1 to 500",
    "/api/v1/initiatives?limit=0, limit, from 1 to 500",
    "/api/v1/initiatives?limit=-1, limit, from 1 to 500",
    "/api/v1/initiatives?country=QZY, country, ISO 3166-1",
    "/api/v1/initiatives?role=giver, role, provider",
    "/api/v1/initiatives?year=soon, year, whole number",
    "/api/v1/initiatives?southSouth=maybe, southSouth, true",
    "/api/v1/initiatives?words=a%00b, words, not text",
    "/api/v1/initiatives?words=a%0Ab, words, not text",
    "/api/v1/initiatives?sector=%27%20or%201, sector, Not a code",
    "/api/v1/initiatives?cursor=AAAA, cursor, next",
    "/api/v1/initiatives?cursor=%25%25, cursor, next",
    "/api/v1/countries?cursor=!!, cursor, next",
    "/api/v1/countries?cursor=AAAA, cursor, next",
    "/api/v1/groupings/COMM?on=2024, on, 2024-06-30",
    "/api/v1/groupings/COMM?on=2024-02-31, on, 2024-06-30",
    "/api/v1/status?lang=tlh, lang, ar",
    "/api/v1/countries?lang=en&lang=fr, lang, more than once"
  })
  void explainsEachFaultyParameter(String address, String parameter, String detail)
      throws Exception {
    var answer = door.get(address);

    assertProblem(answer, 400, "bad-parameter");
    var error = answer.json().get("errors").get(0);
    assertThat(error.get("parameter").asString()).isEqualTo(parameter);
    assertThat(error.get("detail").asString()).contains(detail);
  }

  @Test
  void explainsAQueryThatTheServerCannotDecode() {
    var request =
        new MockHttpServletRequest("GET", "/api/v1/initiatives") {
          private boolean told;

          @Override
          public Map<String, String[]> getParameterMap() {
            if (told) {
              return Map.of();
            }
            told = true;
            throw new IllegalStateException("as a server does once for ?words=%");
          }
        };
    request.addHeader("Accept-Language", "fr");
    var requests = new Requests(InventedWorld.reference());

    assertThat(Requests.language(request)).isEqualTo("fr");
    assertThatThrownBy(() -> requests.read(request, Route.INITIATIVES))
        .isInstanceOf(BadQuery.class);
  }

  @Test
  void tellsAllFaultsAtOnce() throws Exception {
    var answer = door.get("/api/v1/initiatives?year=x&limit=y&role=z&foo=1");

    assertThat(answer.json().get("errors")).hasSize(4);
  }

  @Test
  void refusesValuesThatAreTooLong() throws Exception {
    assertProblem(door.get("/api/v1/initiatives?words=" + "a".repeat(201)), 400, "bad-parameter");
    assertProblem(door.get("/api/v1/countries/" + "a".repeat(201)), 400, "bad-parameter");
    assertProblem(door.get("/api/v1/initiatives?words=" + "a".repeat(9000)), 414, "too-large");
  }

  @Test
  void speaksTheReadersLanguage() throws Exception {
    var answer = door.get("/api/v1/initiatives?foo=1", "Accept-Language", "ru");

    assertThat(answer.json().get("title").asString()).isEqualTo("Параметр не удалось понять");
    assertThat(answer.header("Content-Language")).isEqualTo("ru");
  }

  @Test
  void allowsNothingButReading() throws Exception {
    var answer = door.send("DELETE", "/api/v1/initiatives");

    assertProblem(answer, 405, "method-not-allowed");
    assertThat(answer.header("Allow")).contains("GET");
  }

  @Test
  void answersInJsonOnly() throws Exception {
    assertProblem(door.get("/api/v1/status", "Accept", "text/csv"), 406, "not-acceptable");
  }

  @Test
  void hidesWhatWentWrongInside() throws Exception {
    door.facts.failure = Optional.of(new IllegalStateException("the secret of the table"));
    var answer = door.get("/api/v1/initiatives");
    door.facts.failure = Optional.empty();

    assertProblem(answer, 500, "internal");
    assertThat(answer.body()).doesNotContain("secret");
  }
}
