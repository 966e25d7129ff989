package org.bandung.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.bandung.api.desk.DeskPaths;
import org.bandung.api.frame.Problem;
import org.bandung.api.frame.Schemas;
import org.bandung.kernel.Messages;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Over the shipped reference data, since the document speaks of the real world.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

  private ApiDoor door;
  private JsonNode document;

  @BeforeAll
  void open() throws Exception {
    door = new ApiDoor(Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad")));
    document = door.get("/api/v1/openapi.json").json();
  }

  @AfterAll
  void close() {
    door.close();
  }

  @Test
  void namesEveryMappedRouteAndNoOther() {
    var mapped = new TreeSet<String>();
    door.mapping()
        .getHandlerMethods()
        .keySet()
        .forEach(info -> mapped.addAll(info.getPatternValues()));

    assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
    mapped.add(PartnerRoutes.PATH); // needs the index, which this door does without
    mapped.addAll(DeskPaths.document(new Schemas(), "en").keySet()); // need accounts
    assertThat(new TreeSet<>(document.get("paths").propertyNames())).isEqualTo(mapped);
  }

  /// The invented facts are fuller than those of the starter collection, whose examples a test of
  /// the whole program sends.
  @Test
  void itsSchemasAllowTheAnswers() throws Exception {
    var documented = new Documented(document);
    for (var path : read()) {
      var answer = door.get(concrete(path));

      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(documented.faults(path, 200, answer.body())).as(path).isEmpty();
    }
  }

  @Test
  void tellsEveryHeaderAndProblem() throws Exception {
    for (var kind : Problem.Kind.values()) {
      assertThat(document.get("components").get("responses").has(kind.word())).isTrue();
    }
    for (var path : read()) {
      var described = document.at(Documented.pointer(path) + "/get/responses");
      var answer = door.get(concrete(path));

      assertThat(described.has("429")).isTrue();
      assertThat(described.has("304")).isEqualTo(!answer.header("ETag").equals("null"));
      for (var header : List.of("ETag", "Link", "Content-Language")) {
        if (!answer.header(header).equals("null")) {
          assertThat(described.at("/200/headers").has(header)).as(path + " " + header).isTrue();
        }
      }
    }
  }

  @Test
  void saysHowLongAVersionStaysInEveryLanguage() throws Exception {
    for (var language : Messages.LANGUAGES) {
      assertThat(door.get("/api/v1/openapi.json?lang=" + language).json().at("/info/description"))
          .asString()
          .contains("24", "Sunset", "/changes?after=now");
    }
  }

  @Test
  void itsReferencesLeadSomewhere() {
    for (var reference : document.findValuesAsString("$ref")) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  private List<String> read() {
    return document.get("paths").propertyNames().stream()
        .filter(path -> document.get("paths").get(path).has("get"))
        .filter(path -> !document.get("paths").get(path).get("get").has("security"))
        .toList();
  }

  private static String concrete(String path) {
    return path.replace("indicators/{code}", "indicators/initiatives")
        .replace("{iso3}", "KEN")
        .replace("{pair}", "KEN-THA")
        .replace("{product}", "100630")
        .replace("datasets/{code}", "datasets/baci")
        .replace("funds/{id}", "funds/" + Examples.pathValue(Route.FUND))
        .replace("{code}", "G77")
        .replace("organisations/{id}", "organisations/agency")
        .replace("initiatives/{id}", "initiatives/" + InventedFacts.ID)
        .replace("catalogue/{id}", "catalogue/" + InventedFacts.ID)
        .replace("imports/{id}", "imports/12")
        .replace("{key}", "iati:QM-1");
  }
}
